-- A large file is kept queue by queue, each by its own commit, and counts for nothing until all of it is there: until then it is under way, and not in force.
alter table forecasting.import
  add column under_way boolean not null default false,
  add check (not under_way or withdrawn_at is not null);
