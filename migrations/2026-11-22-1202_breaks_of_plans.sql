-- Breaks that come from a published plan are replaced as a set; those somebody planned by hand stay.
alter table routing.planned_break add column from_plan boolean not null default false;
create index planned_break_of_plan on routing.planned_break (tenant_id, person_id, starts_at) where from_plan and taken_back_at is null;
