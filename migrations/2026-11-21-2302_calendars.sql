-- Opening hours. Minutes are counted on the wall clock from the midnight that begins the day; past 1440 means after the next midnight.
create schema calendars;
grant usage on schema calendars to guichet_server;

create table calendars.calendar (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  zone text not null check (length(zone) between 1 and 64),
  holidays text check (length(holidays) between 2 and 40), -- a region of calendars/contract.ts; null keeps no public holiday
  good_friday boolean not null default false, -- kept by the place, not the region: communes of Alsace-Moselle with a temple, customs
  version int not null default 1 check (version > 0),
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id)
);
create unique index calendar_name on calendars.calendar (tenant_id, lower(name)) where closed_at is null;
select base.isolate('calendars.calendar');

create table calendars.weekly_range (
  tenant_id uuid not null,
  calendar_id uuid not null,
  weekday int not null check (weekday between 1 and 7), -- ISO 8601: Monday is 1
  opens_minute int not null check (opens_minute between 0 and 1439),
  closes_minute int not null check (closes_minute > opens_minute and closes_minute <= opens_minute + 1440),
  primary key (tenant_id, calendar_id, weekday, opens_minute),
  foreign key (tenant_id, calendar_id) references calendars.calendar (tenant_id, id) on delete cascade
);
select base.isolate('calendars.weekly_range');

-- A day unlike the others of its week: a closure (no range) or hours of its own, also on a public holiday.
create table calendars.exception (
  tenant_id uuid not null,
  calendar_id uuid not null,
  day date not null,
  name text not null check (length(name) <= 200),
  primary key (tenant_id, calendar_id, day),
  foreign key (tenant_id, calendar_id) references calendars.calendar (tenant_id, id) on delete cascade
);
select base.isolate('calendars.exception');

create table calendars.exception_range (
  tenant_id uuid not null,
  calendar_id uuid not null,
  day date not null,
  opens_minute int not null check (opens_minute between 0 and 1439),
  closes_minute int not null check (closes_minute > opens_minute and closes_minute <= opens_minute + 1440),
  primary key (tenant_id, calendar_id, day, opens_minute),
  foreign key (tenant_id, calendar_id, day) references calendars.exception (tenant_id, calendar_id, day) on delete cascade
);
select base.isolate('calendars.exception_range');
