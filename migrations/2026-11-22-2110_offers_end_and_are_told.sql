-- An offer nobody took in time ends by itself, and who was told that something is offered is told once of all of it.
alter table scheduling.swap drop constraint swap_ended_as_check;
alter table scheduling.swap add constraint swap_ended_as_check
  check (ended_as in ('granted', 'declined', 'withdrawn', 'overtaken', 'expired'));
create index swap_wants on scheduling.swap (tenant_id, wants_id) where ended_at is null and wants_id is not null;

-- Who was told that a shift is offered to whoever may take it: a swap or an open shift. Its row goes when the offer does.
create table scheduling.offer_told (
  tenant_id uuid not null,
  person_id uuid not null,
  offer_id uuid not null,                        -- of a swap, or of an open shift
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  told_at timestamptz not null,
  primary key (tenant_id, person_id, offer_id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id)
);
create index offer_told_of on scheduling.offer_told (tenant_id, offer_id);
select base.isolate('scheduling.offer_told');
