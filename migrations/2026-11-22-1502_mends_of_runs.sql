-- What each mend of a run would change, day by day, so that one press does it: [{nth, changes: [{person, day, was, after}]}].
alter table scheduling.run add column mends jsonb check (jsonb_typeof(mends) = 'array');
