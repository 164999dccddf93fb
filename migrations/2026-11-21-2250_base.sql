-- The floor: isolation, journal, jobs, files, idempotency.
create schema base;
grant usage on schema base to guichet_server, guichet_dispatcher;

-- The tenant of the running transaction. The sub-select in every policy makes PostgreSQL evaluate it once per statement, not per row.
create function base.tenant() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;

-- Puts one table behind row-level security. Every table goes through here; the catalogue test refuses any that did not.
create function base.isolate(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format($p$create policy tenant on %s to guichet_server
    using (tenant_id = (select base.tenant())) with check (tenant_id = (select base.tenant()))$p$, target);
  execute format('grant select, insert, update, delete on %s to guichet_server', target);
end $$;

-- The dispatcher sees envelopes of all tenants (what is due, who has news), never contents, and only in tables named here one by one.
create function base.show_dispatcher(target regclass, privileges text) returns void language plpgsql as $$
begin
  execute format('create policy dispatcher on %s to guichet_dispatcher using (true) with check (true)', target);
  execute format('grant %s on %s to guichet_dispatcher', privileges, target);
end $$;

create table base.event (
  tenant_id uuid not null,
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  name text not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'key', 'system', 'customer')),
  actor_id text not null,
  case_id uuid,
  payload jsonb not null,
  primary key (tenant_id, seq)
);
create index event_order on base.event (xid, seq);
create index event_tenant_order on base.event (tenant_id, xid, seq);
create index event_case on base.event (tenant_id, case_id, seq) where case_id is not null;
select base.isolate('base.event');
revoke update, delete on base.event from guichet_server;
select base.show_dispatcher('base.event', 'select');

create table base.cursor (
  tenant_id uuid not null,
  reader text not null,
  xid xid8 not null,
  seq bigint not null,
  primary key (tenant_id, reader)
);
select base.isolate('base.cursor');
select base.show_dispatcher('base.cursor', 'select');

create table base.parked (
  tenant_id uuid not null,
  reader text not null,
  seq bigint not null,
  name text not null,
  error text not null,
  at timestamptz not null,
  primary key (tenant_id, reader, seq)
);
select base.isolate('base.parked');
select base.show_dispatcher('base.parked', 'select');

-- A job is a timer that may be due at once. `line` makes a queue of one: jobs of the same line run one after the other.
create table base.job (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  line text,
  payload jsonb not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  claimed_until timestamptz,
  parked_at timestamptz,
  error text,
  primary key (tenant_id, id)
);
create index job_due on base.job (due_at) where parked_at is null;
create index job_line on base.job (tenant_id, line, id) where line is not null and parked_at is null;
create index job_parked on base.job (tenant_id, parked_at) where parked_at is not null;
select base.isolate('base.job');
select base.show_dispatcher('base.job', 'select, update');

-- Files live in the database, in pieces, so that they are kept by the same commit as the row that names them.
create table base.file (
  tenant_id uuid not null,
  id uuid not null,
  sha256 bytea not null check (length(sha256) = 32),
  size bigint not null check (size >= 0),
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select base.isolate('base.file');
create table base.file_piece (
  tenant_id uuid not null,
  file_id uuid not null,
  position int not null,
  bytes bytea not null,
  primary key (tenant_id, file_id, position),
  foreign key (tenant_id, file_id) references base.file (tenant_id, id) on delete cascade
);
alter table base.file_piece alter column bytes set storage external;
select base.isolate('base.file_piece');

create table base.idempotency (
  tenant_id uuid not null,
  actor_id text not null,
  key text not null check (length(key) between 1 and 200),
  request_hash bytea not null,
  status int,
  answer jsonb,
  at timestamptz not null,
  primary key (tenant_id, actor_id, key)
);
create index idempotency_age on base.idempotency (at);
select base.isolate('base.idempotency');
select base.show_dispatcher('base.idempotency', 'select, delete');
