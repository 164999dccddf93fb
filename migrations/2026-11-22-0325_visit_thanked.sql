-- Whoever leaves a message while we are closed is thanked by mail, at whatever address they say: once a visit, and a door only so often an hour,
-- so that nobody has us write to a list of other people's addresses.
alter table channels.visit add column thanked_at timestamptz;
create index visit_thanked on channels.visit (tenant_id, entry_point_id, thanked_at) where thanked_at is not null;
