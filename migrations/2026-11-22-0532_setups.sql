-- Which set-up the house lives in, and what was made of it: enough to tell what was changed by hand since.
create schema setups;
grant usage on schema setups to guichet_server;

-- Each time one was chosen. The last row says where the house stands.
create table setups.choice (
  tenant_id uuid not null,
  id uuid not null,
  setup text check (length(setup) between 1 and 40), -- null: nothing yet, or nothing any more
  edition int check (edition > 0),
  language text not null check (language in ('fr', 'en')),
  steps jsonb not null check (jsonb_typeof(steps) = 'array'), -- what was done
  at timestamptz not null,
  by text not null,
  by_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, by_id) references staff.person (tenant_id, id),
  check ((setup is null) = (edition is null))
);
select base.isolate('setups.choice');
revoke update, delete on setups.choice from guichet_server;

-- What was made, or found under the same name. `said` is how it stood right after: what differs from it was changed by hand.
create table setups.item (
  tenant_id uuid not null,
  kind text not null check (kind in ('reason', 'team', 'field', 'template', 'holding', 'level', 'procedure', 'view')),
  key text not null check (length(key) between 1 and 120),
  thing_id text not null check (length(thing_id) between 1 and 120),
  name text not null check (length(name) <= 300),
  asked text not null check (length(asked) between 1 and 100), -- a mark of what the document said of it
  said jsonb not null,
  adopted boolean not null, -- it was there before: not ours to change or to retire
  at timestamptz not null,
  retired_at timestamptz,
  primary key (tenant_id, kind, key)
);
select base.isolate('setups.item');
revoke delete on setups.item from guichet_server;

-- Set-ups that the house brought from files of its own; each edition is kept.
create table setups.document (
  tenant_id uuid not null,
  setup text not null check (length(setup) between 1 and 40),
  edition int not null check (edition > 0),
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, setup, edition)
);
select base.isolate('setups.document');
revoke update, delete on setups.document from guichet_server;
