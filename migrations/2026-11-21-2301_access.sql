-- Who may enter and what they may do. Tokens are kept as SHA-256 only: they carry 130 random bits, so a slow hash would add nothing.
create schema access;
grant usage on schema access to guichet_server, guichet_dispatcher;

create table access.tenant (
  tenant_id uuid not null primary key,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null
);
select base.isolate('access.tenant');
revoke delete on access.tenant from guichet_server;
select base.show_dispatcher('access.tenant', 'select');

create table access.account (
  tenant_id uuid not null,
  person_id uuid not null,
  email text not null check (email = lower(email) and length(email) between 3 and 320),
  language text not null check (language in ('fr', 'en')),
  password text, -- argon2id, with its parameters and salt
  opened_at timestamptz not null,
  closed_at timestamptz check (closed_at >= opened_at),
  primary key (tenant_id, person_id)
);
create unique index account_email on access.account (tenant_id, email) where closed_at is null;
create index account_tenants on access.account (email) where closed_at is null; -- which tenants an address may sign in to
select base.isolate('access.account');
revoke delete on access.account from guichet_server;
select base.show_dispatcher('access.account', 'select (tenant_id, person_id, email, closed_at)');

create table access.held_role (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  teams uuid[] check (cardinality(teams) > 0),
  brands uuid[] check (cardinality(brands) > 0),
  given_at timestamptz not null,
  given_by text not null,
  taken_at timestamptz check (taken_at >= given_at),
  taken_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references access.account (tenant_id, person_id),
  check ((taken_at is null) = (taken_by is null))
);
create index held_role_person on access.held_role (tenant_id, person_id) where taken_at is null;
select base.isolate('access.held_role');
revoke delete on access.held_role from guichet_server;

create table access.sign_in_link (
  tenant_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  person_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  used_at timestamptz,
  primary key (tenant_id, hash),
  foreign key (tenant_id, person_id) references access.account (tenant_id, person_id)
);
create index sign_in_link_person on access.sign_in_link (tenant_id, person_id, expires_at);
select base.isolate('access.sign_in_link');

create table access.session (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  started_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > started_at),
  ended_at timestamptz,
  renew_at timestamptz, -- rights have changed: the next request gets a new token
  previous_hash bytea check (length(previous_hash) = 32), -- requests already under way when the token was renewed
  previous_until timestamptz,
  how text not null check (how in ('link', 'password')),
  address text,
  browser text check (length(browser) <= 300),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references access.account (tenant_id, person_id),
  check ((previous_hash is null) = (previous_until is null))
);
create unique index session_hash on access.session (tenant_id, hash);
create index session_previous on access.session (tenant_id, previous_hash) where previous_hash is not null;
create index session_person on access.session (tenant_id, person_id, expires_at);
select base.isolate('access.session');

create table access.key (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  hash bytea not null check (length(hash) = 32),
  role text not null,
  teams uuid[] check (cardinality(teams) > 0),
  brands uuid[] check (cardinality(brands) > 0),
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null check (expires_at > made_at),
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  primary key (tenant_id, id),
  check ((revoked_at is null) = (revoked_by is null))
);
create unique index key_hash on access.key (tenant_id, hash);
select base.isolate('access.key');
revoke delete on access.key from guichet_server;

-- Tries at the sign-in door, by account and by address. Kept for the house as a whole: an unknown account has no tenant,
-- and must be answered exactly like a known one.
create table access.throttle (
  tenant_id uuid not null,
  door bytea not null check (length(door) = 32),
  tries int not null check (tries >= 0),
  tried_at timestamptz not null,
  known_until timestamptz,
  primary key (tenant_id, door)
);
create index throttle_age on access.throttle (tenant_id, tried_at);
select base.isolate('access.throttle');

create table access.audit (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'key', 'system', 'customer')),
  actor_id text not null,
  what text not null,
  about text,
  address text,
  details jsonb not null,
  primary key (tenant_id, id)
);
create index audit_about on access.audit (tenant_id, about, id) where about is not null;
create index audit_what on access.audit (tenant_id, what, id);
select base.isolate('access.audit');
revoke update, delete on access.audit from guichet_server;
