-- Staffing: what is aimed at, and how many people that takes.
create schema staffing;
grant usage on schema staffing to guichet_server;

-- The targets: one document a version. A version never changes; the last is in force.
create table staffing.targets (
  tenant_id uuid not null,
  number int not null check (number >= 1),
  note text not null check (length(note) <= 300),
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  made_at timestamptz not null,
  made_by text not null,
  primary key (tenant_id, number)
);
select base.isolate('staffing.targets');
revoke update, delete on staffing.targets from guichet_server;

-- What has been reckoned of one group on one local day. `basis` is a digest of everything it rests on: forecast, targets, who may serve what. Whoever
-- asks with another basis sees that this one is stale.
create table staffing.need (
  tenant_id uuid not null,
  group_key text not null check (length(group_key) <= 2000),
  day date not null,
  basis text not null,
  how text not null check (how in ('formula', 'simulation')),
  reckoned_at timestamptz not null,
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  primary key (tenant_id, group_key, day)
);
create index need_to_forget on staffing.need (tenant_id, day);
select base.isolate('staffing.need');

-- A reckoning of what takes simulation: asked, begun, ended. At most one waits, so that ten changes in a row are one.
create table staffing.reckoning (
  tenant_id uuid not null,
  id uuid not null,
  asked_at timestamptz not null,
  began_at timestamptz check (began_at >= asked_at),
  ended_at timestamptz check (ended_at >= asked_at),
  tries int not null default 0 check (tries >= 0),
  progress real not null default 0 check (progress between 0 and 1),
  failed jsonb check (jsonb_typeof(failed) = 'object'), -- {code, fr, en}
  primary key (tenant_id, id),
  constraint ended_before_failed check (failed is null or ended_at is not null)
);
create unique index reckoning_waits on staffing.reckoning (tenant_id) where began_at is null and ended_at is null;
create index reckoning_ended on staffing.reckoning (tenant_id, ended_at);
select base.isolate('staffing.reckoning');
