-- People and companies served: who they are, how they can be reached, what they agreed to, and who answers for them.
create extension if not exists btree_gist;
create schema customers;
grant usage on schema customers to guichet_server;

create table customers.company (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  folded text collate "C" not null, -- without accents and capitals: to sort and to find by
  version int not null default 1 check (version > 0),
  added_at timestamptz not null,
  primary key (tenant_id, id)
);
create index company_name on customers.company (tenant_id, folded, id);
select base.isolate('customers.company');
revoke delete on customers.company from guichet_server;

create table customers.company_domain (
  tenant_id uuid not null,
  domain text not null check (domain = lower(domain) and length(domain) between 3 and 253),
  company_id uuid not null,
  primary key (tenant_id, domain),
  foreign key (tenant_id, company_id) references customers.company (tenant_id, id)
);
create index company_domain_company on customers.company_domain (tenant_id, company_id);
select base.isolate('customers.company_domain');

create table customers.customer (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  folded text collate "C" not null,
  language text check (length(language) between 2 and 12),
  company_id uuid,
  notes text not null default '' check (length(notes) <= 4000),
  version int not null default 1 check (version > 0),
  added_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, company_id) references customers.company (tenant_id, id)
);
create index customer_name on customers.customer (tenant_id, folded, id);
create index customer_company on customers.customer (tenant_id, company_id, id) where company_id is not null;
select base.isolate('customers.customer');
revoke delete on customers.customer from guichet_server;

create table customers.identity (
  tenant_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('email', 'phone', 'handle', 'postal')),
  value text not null check (length(value) between 1 and 1000), -- as it was given
  normalised text collate "C" not null check (length(normalised) between 1 and 400),
  domain text collate "C" generated always as (case when kind = 'email' then split_part(normalised, '@', 2) end) stored,
  verified_at timestamptz,
  verified_how text check (length(verified_how) between 1 and 200),
  preferred_at timestamptz, -- since when it is the first one to use of its kind
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers.customer (tenant_id, id),
  check ((verified_at is null) = (verified_how is null)),
  check (removed_at is null or preferred_at is null)
);
create unique index identity_once on customers.identity (tenant_id, kind, normalised) where removed_at is null;
create unique index identity_preferred_once on customers.identity (tenant_id, customer_id, kind) where preferred_at is not null;
create index identity_customer on customers.identity (tenant_id, customer_id);
create index identity_domain on customers.identity (tenant_id, domain) where domain is not null and removed_at is null;
select base.isolate('customers.identity');
revoke delete on customers.identity from guichet_server;

-- Words a customer is found by: parts of names and of identities. Comparing texts is leakproof where matching patterns is not, so
-- under row-level security a range of words uses an index and a pattern would not.
create table customers.clue (
  tenant_id uuid not null,
  word text collate "C" not null check (length(word) between 1 and 100),
  customer_id uuid not null,
  primary key (tenant_id, word, customer_id),
  foreign key (tenant_id, customer_id) references customers.customer (tenant_id, id)
);
create index clue_customer on customers.clue (tenant_id, customer_id);
select base.isolate('customers.clue');

-- What a customer agreed to, and when they took it back. Nothing is ever changed here.
create table customers.consent (
  tenant_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  purpose text not null check (length(purpose) between 1 and 100),
  channel text not null check (length(channel) between 1 and 40),
  decision text not null check (decision in ('given', 'withdrawn')),
  how text not null check (length(how) between 1 and 500),
  text_version text check (length(text_version) between 1 and 100),
  at timestamptz not null,
  recorded_by text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers.customer (tenant_id, id)
);
create index consent_customer on customers.consent (tenant_id, customer_id, purpose, channel, at desc, id desc);
select base.isolate('customers.consent');
revoke update, delete on customers.consent from guichet_server;

create table customers.point_of_contact (
  tenant_id uuid not null,
  id uuid not null,
  customer_id uuid,
  company_id uuid,
  person_id uuid not null,
  deputy_id uuid,
  valid_from timestamptz not null,
  valid_to timestamptz,
  named_by text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers.customer (tenant_id, id),
  foreign key (tenant_id, company_id) references customers.company (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, deputy_id) references staff.person (tenant_id, id),
  check (num_nonnulls(customer_id, company_id) = 1),
  check (valid_from < valid_to),
  constraint nobody_is_his_own_deputy check (deputy_id <> person_id),
  constraint one_contact_of_a_customer exclude using gist
    (tenant_id with =, customer_id with =, tstzrange(valid_from, valid_to) with &&) where (customer_id is not null),
  constraint one_contact_of_a_company exclude using gist
    (tenant_id with =, company_id with =, tstzrange(valid_from, valid_to) with &&) where (company_id is not null)
);
create index point_of_contact_customer on customers.point_of_contact (tenant_id, customer_id, valid_from) where customer_id is not null;
create index point_of_contact_company on customers.point_of_contact (tenant_id, company_id, valid_from) where company_id is not null;
create index point_of_contact_person on customers.point_of_contact (tenant_id, person_id);
create index point_of_contact_deputy on customers.point_of_contact (tenant_id, deputy_id) where deputy_id is not null;
select base.isolate('customers.point_of_contact');

-- Two records found to be one person are joined by an edge; taking it away gives both back as they were.
create table customers.same_person (
  tenant_id uuid not null,
  id uuid not null,
  a uuid not null,
  b uuid not null,
  joined_at timestamptz not null,
  joined_by text not null,
  why text not null check (length(why) between 1 and 500),
  parted_at timestamptz check (parted_at >= joined_at),
  parted_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, a) references customers.customer (tenant_id, id),
  foreign key (tenant_id, b) references customers.customer (tenant_id, id),
  check (a < b),
  check ((parted_at is null) = (parted_by is null))
);
create unique index same_person_once on customers.same_person (tenant_id, a, b) where parted_at is null;
create index same_person_a on customers.same_person (tenant_id, a);
create index same_person_b on customers.same_person (tenant_id, b);
select base.isolate('customers.same_person');
revoke delete on customers.same_person from guichet_server;
