-- What came, counted; what will come, forecast; what people know better, apart.
create schema forecasting;
grant usage on schema forecasting to guichet_server;

-- A house whose past is counted has one row, from the first time somebody looked. Whoever counts holds it.
create table forecasting.counting (
  tenant_id uuid not null primary key,
  since timestamptz not null,
  timer uuid not null,               -- counts what is new
  nightly uuid not null,             -- forecasts by night
  counted_at timestamptz,            -- everything that had happened then has been counted
  took_ms int not null default 0 check (took_ms >= 0)
);
select base.isolate('forecasting.counting');

-- The days of Greenwich of which something is known: each has 96 quarters of an hour, whatever the clocks of the place do.
create table forecasting.day (
  tenant_id uuid not null,
  day date not null,
  dirty_at timestamptz,              -- something happened in it that has not been counted
  counted_at timestamptz,
  undecided int not null default 0 check (undecided >= 0), -- arrivals of which nobody knows yet what becomes
  primary key (tenant_id, day),
  constraint counted_or_to_be check (counted_at is not null or dirty_at is not null)
);
create index day_to_count on forecasting.day (tenant_id, day) where dirty_at is not null;
create index day_undecided on forecasting.day (tenant_id, day) where undecided > 0;
select base.isolate('forecasting.day');

-- Contacts of which the rules know the same are one kind. Queues are found when the past is read: by the rules of then.
create table forecasting.kind (
  tenant_id uuid not null,
  id uuid not null,
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  facts_key text not null check (length(facts_key) <= 4000),
  primary key (tenant_id, id)
);
create unique index kind_once on forecasting.kind (tenant_id, md5(facts_key));
select base.isolate('forecasting.kind');

create table forecasting.counted (
  tenant_id uuid not null,
  day date not null,
  kind_id uuid not null,
  quarters jsonb not null check (jsonb_typeof(quarters) = 'array'), -- [place 0..95, arrived, answered, gave up, measured, seconds handled, seconds waited], those of nobody left out
  waits jsonb not null check (jsonb_typeof(waits) = 'array'),       -- [bin of seconds, answered, gave up]
  primary key (tenant_id, day, kind_id),
  foreign key (tenant_id, day) references forecasting.day (tenant_id, day) on delete cascade,
  foreign key (tenant_id, kind_id) references forecasting.kind (tenant_id, id)
);
select base.isolate('forecasting.counted');

-- Files of counts. What a later one says takes the place of what was known, until it is taken back: nothing is overwritten.
create table forecasting.import (
  tenant_id uuid not null,
  id uuid not null,
  file_id uuid not null,             -- as it came
  name text not null check (length(name) between 1 and 200),
  size bigint not null check (size > 0),
  sha256 bytea not null check (length(sha256) = 32), -- of the file and of how it was to be read
  at timestamptz not null,
  by uuid,
  interval_min int not null check (interval_min in (5, 10, 15, 20, 30, 60)),
  zone text not null,
  missing text not null check (missing in ('gap', 'zero')),
  lines int not null check (lines > 0),
  intervals int not null check (intervals > 0),
  arrived numeric not null check (arrived >= 0),
  streams jsonb not null check (jsonb_typeof(streams) = 'array'),
  replaced jsonb not null check (jsonb_typeof(replaced) = 'array'),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, by) references staff.person (tenant_id, id),
  foreign key (tenant_id, withdrawn_by) references staff.person (tenant_id, id),
  foreign key (tenant_id, file_id) references base.file (tenant_id, id),
  check (withdrawn_by is null or withdrawn_at is not null)
);
create unique index import_once on forecasting.import (tenant_id, sha256);
select base.isolate('forecasting.import');

create table forecasting.imported (
  tenant_id uuid not null,
  queue text not null check (length(queue) <= 120),
  channel text not null check (length(channel) between 1 and 60),
  day date not null,
  import_id uuid not null,
  quarters jsonb not null check (jsonb_typeof(quarters) = 'array'), -- [place, arrived, answered, gave up, measured, seconds handled, seconds waited]: also those of nobody; null: not said
  primary key (tenant_id, queue, channel, day, import_id),
  foreign key (tenant_id, import_id) references forecasting.import (tenant_id, id) on delete cascade
);
create index imported_day on forecasting.imported (tenant_id, day);
select base.isolate('forecasting.imported');
revoke update on forecasting.imported from guichet_server;

create table forecasting.run (
  tenant_id uuid not null,
  id uuid not null,
  asked_by uuid,                     -- null: the night, or a program
  asked_at timestamptz not null,
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  weeks int not null check (weeks between 2 and 110),
  zone text not null,
  publishes boolean not null default false, -- by itself, once it is done
  began_at timestamptz check (began_at >= asked_at),
  ended_at timestamptz check (ended_at >= asked_at),
  ended_as text check (ended_as in ('done', 'failed', 'cancelled')),
  failed jsonb check (jsonb_typeof(failed) = 'object'), -- {code, fr, en}
  tries int not null default 0 check (tries >= 0),
  progress real not null default 0 check (progress between 0 and 1),
  left_out int not null default 0 check (left_out >= 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, asked_by) references staff.person (tenant_id, id),
  constraint ends_somehow check ((ended_at is null) = (ended_as is null)),
  constraint says_why_it_failed check ((ended_as is not distinct from 'failed') = (failed is not null))
);
create index run_under_way on forecasting.run (tenant_id, id) where ended_at is null;
select base.isolate('forecasting.run');

create table forecasting.run_stream (
  tenant_id uuid not null,
  run_id uuid not null,
  queue text not null check (length(queue) <= 120),
  channel text not null check (length(channel) between 1 and 60),
  told jsonb not null check (jsonb_typeof(told) = 'object'), -- the race and why; no figures of intervals
  patience_s real check (patience_s > 0),
  spread jsonb not null check (jsonb_typeof(spread) = 'object'),
  primary key (tenant_id, run_id, queue, channel),
  foreign key (tenant_id, run_id) references forecasting.run (tenant_id, id) on delete cascade
);
select base.isolate('forecasting.run_stream');

create table forecasting.forecast_day (
  tenant_id uuid not null,
  run_id uuid not null,
  queue text not null,
  channel text not null,
  day date not null,                 -- of Greenwich
  quarters jsonb not null check (jsonb_typeof(quarters) = 'object'), -- {mean, p10, p50, p90, handling_s}: 96 each, null outside the run
  primary key (tenant_id, run_id, day, queue, channel),
  foreign key (tenant_id, run_id, queue, channel) references forecasting.run_stream (tenant_id, run_id, queue, channel) on delete cascade
);
create index forecast_day_past on forecasting.forecast_day (tenant_id, day);
select base.isolate('forecasting.forecast_day');

-- What others read. The latest published that speaks of a moment counts; what was published before is kept.
create table forecasting.publication (
  tenant_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  published_at timestamptz not null,
  published_by uuid,                 -- null: by itself
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  note text not null check (length(note) <= 500),
  primary key (tenant_id, id),
  foreign key (tenant_id, run_id) references forecasting.run (tenant_id, id),
  foreign key (tenant_id, published_by) references staff.person (tenant_id, id),
  constraint never_for_the_past check (from_at > published_at - interval '1 hour') -- of the quarter it was published in at most
);
create index publication_latest on forecasting.publication (tenant_id, published_at desc);
create index publication_of_run on forecasting.publication (tenant_id, run_id);
select base.isolate('forecasting.publication');
revoke update, delete on forecasting.publication from guichet_server;

create table forecasting.announcement (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (length(kind) <= 40),
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  streams jsonb not null check (jsonb_typeof(streams) = 'array'),
  percent real check (percent between -100 and 1000), -- null: learnt from others of its kind
  note text not null check (length(note) <= 500),
  by uuid,
  at timestamptz not null,
  version int not null default 1 check (version > 0),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, by) references staff.person (tenant_id, id),
  foreign key (tenant_id, withdrawn_by) references staff.person (tenant_id, id)
);
create index announcement_span on forecasting.announcement (tenant_id, to_at) where withdrawn_at is null;
select base.isolate('forecasting.announcement');
revoke delete on forecasting.announcement from guichet_server;

create table forecasting.outlier (
  tenant_id uuid not null,
  id uuid not null,
  queue text not null check (length(queue) <= 120),
  channel text not null check (length(channel) between 1 and 60),
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  arrived numeric not null check (arrived >= 0),
  expected numeric not null check (expected >= 0),
  score real not null,
  found_at timestamptz not null,
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id),
  unique (tenant_id, queue, channel, from_at, to_at)
);
select base.isolate('forecasting.outlier');

create table forecasting.outlier_decision (
  tenant_id uuid not null,
  id uuid not null,
  outlier_id uuid not null,
  decision text not null check (decision in ('keep', 'set_aside', 'replaced')),
  value numeric check (value >= 0),
  reason text not null check (length(reason) <= 500),
  by uuid,
  at timestamptz not null,
  undone_at timestamptz check (undone_at >= at),
  undone_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, outlier_id) references forecasting.outlier (tenant_id, id),
  foreign key (tenant_id, by) references staff.person (tenant_id, id),
  foreign key (tenant_id, undone_by) references staff.person (tenant_id, id),
  constraint replaced_by_a_number check ((decision = 'replaced') = (value is not null))
);
create unique index one_decision_in_force on forecasting.outlier_decision (tenant_id, outlier_id) where undone_at is null;
create index decision_of_outlier on forecasting.outlier_decision (tenant_id, outlier_id, at);
select base.isolate('forecasting.outlier_decision');
revoke delete on forecasting.outlier_decision from guichet_server;

-- Never changed, only undone: who, when and why stay.
create table forecasting.adjustment (
  tenant_id uuid not null,
  id uuid not null,
  queue text not null check (length(queue) <= 120),
  channel text not null check (length(channel) between 1 and 60),
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  of text not null check (of in ('arrivals', 'handling', 'patience')),
  how text not null check (how in ('add', 'times', 'set')),
  amount double precision not null check (how = 'add' or amount >= 0),
  reason text not null check (length(reason) between 1 and 500),
  by uuid,
  at timestamptz not null,
  undone_at timestamptz check (undone_at >= at),
  undone_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, by) references staff.person (tenant_id, id),
  foreign key (tenant_id, undone_by) references staff.person (tenant_id, id),
  check (undone_by is null or undone_at is not null)
);
create index adjustment_span on forecasting.adjustment (tenant_id, to_at) where undone_at is null;
select base.isolate('forecasting.adjustment');
revoke delete on forecasting.adjustment from guichet_server;

create table forecasting.settings (
  tenant_id uuid not null primary key,
  nightly boolean not null,
  nightly_minute int not null check (nightly_minute between 0 and 1439),
  days int not null check (days between 7 and 120),
  weeks int not null check (weeks between 4 and 110),
  publishes boolean not null,
  version int not null check (version > 0)
);
select base.isolate('forecasting.settings');
