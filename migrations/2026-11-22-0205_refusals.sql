-- What was refused at the public doors: one row per minute, code and address, with a count, so that a flood leaves one line and not a
-- thousand. The trail is read from here and from access.audit together; a count may grow, nothing else changes, nothing is deleted.
create table access.refusal (
  tenant_id uuid not null,
  id uuid not null,
  minute timestamptz not null,
  door text not null check (length(door) between 1 and 40),
  code text not null check (length(code) between 1 and 100),
  about text not null check (length(about) <= 200),
  address text not null check (length(address) <= 100), -- empty: the addresses beyond those a minute has lines for
  count int not null check (count > 0),
  at timestamptz not null,
  last_at timestamptz not null check (last_at >= at),
  details jsonb not null,
  primary key (tenant_id, id)
);
create unique index refusal_once_a_minute on access.refusal (tenant_id, minute, code, about, address);
create index refusal_about on access.refusal (tenant_id, about, id);
select base.isolate('access.refusal');
revoke update, delete on access.refusal from guichet_server;
grant update (count, last_at) on access.refusal to guichet_server;
