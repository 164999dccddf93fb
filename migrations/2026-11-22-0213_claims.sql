-- What somebody says of themselves at a door that proves nothing (a chat, a form): kept beside who they are, never as who they are.
create table customers.claim (
  tenant_id uuid not null,
  id uuid not null,
  customer_id uuid not null,       -- the record of whoever said it
  kind text not null check (kind in ('email', 'phone')),
  value text not null check (length(value) between 1 and 1000),
  normalised text collate "C" not null check (length(normalised) between 1 and 400),
  said_by text not null check (length(said_by) between 1 and 20), -- the channel it was said by
  said_at timestamptz not null,
  proven_at timestamptz,           -- they showed that they read what is sent there, while another record holds it
  proven_how text check (length(proven_how) between 1 and 200),
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers.customer (tenant_id, id),
  check ((proven_at is null) = (proven_how is null))
);
create unique index claim_once on customers.claim (tenant_id, customer_id, kind, normalised);
create index claim_same on customers.claim (tenant_id, kind, normalised);
select base.isolate('customers.claim');
revoke delete on customers.claim from guichet_server;

-- Two records that look alike and are two people, somebody said: they are not proposed again.
create table customers.told_apart (
  tenant_id uuid not null,
  a uuid not null,
  b uuid not null,
  said_at timestamptz not null,
  said_by text not null,
  primary key (tenant_id, a, b),
  foreign key (tenant_id, a) references customers.customer (tenant_id, id),
  foreign key (tenant_id, b) references customers.customer (tenant_id, id),
  check (a < b)
);
create index told_apart_b on customers.told_apart (tenant_id, b);
select base.isolate('customers.told_apart');

-- A join that began as a proposal keeps the reasons it was proposed for: whoever may accept proposals may take such a join away again.
alter table customers.same_person add column proposed_for text[] not null default '{}';
