-- The dossier. Wrong states cannot be written: see ownership.
create schema cases;
grant usage on schema cases to guichet_server;

create table cases.counter (
  tenant_id uuid primary key,
  last_number bigint not null check (last_number >= 0)
);
select base.isolate('cases.counter');

create table cases.reason (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id)
);
create unique index reason_name on cases.reason (tenant_id, lower(name)) where closed_at is null;
select base.isolate('cases.reason');

create table cases."case" (
  tenant_id uuid not null,
  id uuid not null,
  number bigint not null check (number > 0),
  subject text not null check (length(subject) <= 1000),
  brand_id uuid not null,
  entry_point_id uuid not null,
  customer_id uuid,
  reason_id uuid,
  ownership_id uuid not null,
  owner_id uuid not null,
  ownership_is_current boolean not null default true check (ownership_is_current),
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  last_at timestamptz not null,    -- anything at all
  last_in_at timestamptz,          -- the customer wrote
  last_out_at timestamptz,         -- we wrote to the customer
  failed_at timestamptz,           -- what we wrote did not leave; the owner must look
  owner_looked_at timestamptz,
  claims_case_id uuid,             -- says it answers that case, but could not prove it
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, brand_id) references brands.brand (tenant_id, id),
  foreign key (tenant_id, entry_point_id) references brands.entry_point (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers.customer (tenant_id, id),
  foreign key (tenant_id, reason_id) references cases.reason (tenant_id, id),
  foreign key (tenant_id, claims_case_id) references cases."case" (tenant_id, id),
  constraint closure_names_who check ((closed_at is null) = (closed_by is null))
);
create unique index case_number on cases."case" (tenant_id, number);
create index case_recent on cases."case" (tenant_id, last_at desc, id desc);
create index case_open_recent on cases."case" (tenant_id, last_at desc, id desc) where closed_at is null;
create index case_closed_recent on cases."case" (tenant_id, last_at desc, id desc) where closed_at is not null;
create index case_owner on cases."case" (tenant_id, owner_id, last_at desc, id desc) where closed_at is null;
create index case_customer on cases."case" (tenant_id, customer_id, last_at desc);
create index case_entry_point on cases."case" (tenant_id, entry_point_id, last_at desc, id desc);
create index case_brand on cases."case" (tenant_id, brand_id, last_at desc, id desc);

-- Who answers for a case, from when to when, and which rule chose. One at a time, without a gap: a case points at its current
-- ownership, the key it points at says that it is current, of this case and of this person, and the check is made at commit.
create table cases.ownership (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  deputy_id uuid,
  chosen_by text not null check (chosen_by in
    ('customer_contact', 'company_contact', 'stand_in', 'duty', 'opened', 'claimed', 'assigned', 'handed_over', 'successor')),
  since timestamptz not null,
  until timestamptz,
  by text not null,
  is_current boolean not null generated always as (until is null) stored,
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id, person_id, is_current),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id) deferrable initially deferred,
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, deputy_id) references staff.person (tenant_id, id),
  constraint deputy_is_somebody_else check (deputy_id <> person_id),
  constraint time_runs_forward check (until >= since),
  constraint one_owner_at_a_time exclude using gist (tenant_id with =, case_id with =, tstzrange(since, until) with &&)
);
create unique index ownership_current on cases.ownership (tenant_id, case_id) where until is null;
create index ownership_person on cases.ownership (tenant_id, person_id, since);
select base.isolate('cases.ownership');
revoke delete on cases.ownership from guichet_server;
alter table cases."case" add constraint always_one_owner foreign key (tenant_id, id, ownership_id, owner_id, ownership_is_current)
  references cases.ownership (tenant_id, case_id, id, person_id, is_current) deferrable initially deferred;
select base.isolate('cases."case"');
revoke delete on cases."case" from guichet_server;

-- An open case is answered for by somebody who is still here.
create function cases.owner_is_here() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.closed_at is null and not exists (
    select from staff.person p where p.tenant_id = new.tenant_id and p.id = new.owner_id and p.left_at is null for share)
  then raise exception 'an open case needs an owner who is still here' using errcode = '23514', constraint = 'owner_is_here';
  end if;
  return null;
end $$;
create constraint trigger owner_is_here after insert or update of owner_id, closed_at on cases."case"
  deferrable initially deferred for each row execute function cases.owner_is_here();

create function cases.nobody_leaves_open_cases() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.left_at is not null and exists (
    select from cases."case" c where c.tenant_id = new.tenant_id and c.owner_id = new.id and c.closed_at is null)
  then raise exception 'who leaves must first hand over the open cases' using errcode = '23514', constraint = 'nobody_leaves_open_cases';
  end if;
  return null;
end $$;
create constraint trigger nobody_leaves_open_cases after update of left_at on staff.person
  deferrable initially deferred for each row execute function cases.nobody_leaves_open_cases();

create table cases.hand_over (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  message text not null check (length(message) <= 4000),
  offered_at timestamptz not null,
  offered_by text not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('accepted', 'declined', 'withdrawn', 'overtaken')),
  answer text check (length(answer) <= 4000),
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, from_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, to_id) references staff.person (tenant_id, id),
  check (from_id <> to_id),
  check ((ended_at is null) = (ended_as is null))
);
create unique index hand_over_one_at_a_time on cases.hand_over (tenant_id, case_id) where ended_at is null;
create index hand_over_waiting on cases.hand_over (tenant_id, to_id) where ended_at is null;
select base.isolate('cases.hand_over');

create table cases.conversation (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  channel text not null check (length(channel) between 1 and 20),
  entry_point_id uuid not null,
  opened_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, entry_point_id) references brands.entry_point (tenant_id, id)
);
create index conversation_case on cases.conversation (tenant_id, case_id);
select base.isolate('cases.conversation');

-- The addresses that took part in a conversation: only they may go on with it.
create table cases.participant (
  tenant_id uuid not null,
  conversation_id uuid not null,
  address text not null check (length(address) between 1 and 400),
  since timestamptz not null,
  primary key (tenant_id, conversation_id, address),
  foreign key (tenant_id, conversation_id) references cases.conversation (tenant_id, id)
);
select base.isolate('cases.participant');

create table cases.interaction (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  conversation_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  kind text not null check (kind in ('message', 'bounce', 'auto-reply', 'report', 'list', 'spam', 'acknowledgement')),
  at timestamptz not null,
  sent_at timestamptz,              -- what the sender's clock says; never used for order
  author_id uuid,                   -- a person of ours
  customer_id uuid,
  from_name text not null check (length(from_name) <= 1000),
  from_address text not null check (length(from_address) <= 1000),
  recipients jsonb not null,        -- {to: [{name, address}], cc: […], more: how many were left out}
  subject text not null check (length(subject) <= 1000),
  text text not null,
  visible_text text not null,
  html text,
  language text,
  source text,                      -- the receipt it came from: the same arrival is filed once
  original_file_id uuid,
  marks jsonb not null,             -- what the channel has to say of it (authentication, bounce, truncation)
  state text not null check (state in ('received', 'queued', 'leaving', 'handed_over', 'kept', 'failed', 'uncertain', 'cancelled')),
  state_at timestamptz not null,
  state_detail text,
  leaves_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, conversation_id) references cases.conversation (tenant_id, id),
  foreign key (tenant_id, author_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, original_file_id) references base.file (tenant_id, id),
  constraint what_comes_in_is_received check ((direction = 'in') = (state = 'received'))
);
create unique index interaction_source on cases.interaction (tenant_id, source) where source is not null;
create index interaction_case on cases.interaction (tenant_id, case_id, at, id);
create index interaction_conversation on cases.interaction (tenant_id, conversation_id, at desc, id desc);
create index interaction_unsettled on cases.interaction (tenant_id, state, state_at) where state in ('queued', 'leaving', 'failed', 'uncertain');
select base.isolate('cases.interaction');
revoke delete on cases.interaction from guichet_server;

create table cases.attachment (
  tenant_id uuid not null,
  id uuid not null,
  interaction_id uuid not null,
  case_id uuid not null,
  position int not null,
  name text not null check (length(name) <= 500),
  type text not null check (length(type) <= 200),
  size bigint not null,
  file_id uuid not null,
  inline boolean not null,
  content_id text check (length(content_id) <= 500),
  primary key (tenant_id, id),
  foreign key (tenant_id, interaction_id) references cases.interaction (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, file_id) references base.file (tenant_id, id)
);
create index attachment_case on cases.attachment (tenant_id, case_id, interaction_id, position);
select base.isolate('cases.attachment');

-- A file brought for a reply that is still being written.
create table cases.upload (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  by text not null,
  name text not null check (length(name) <= 500),
  type text not null check (length(type) <= 200),
  size bigint not null,
  file_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, file_id) references base.file (tenant_id, id)
);
select base.isolate('cases.upload');

create table cases.note (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  author_id uuid,
  by text not null,
  text text not null check (length(text) between 1 and 20000),
  mentions uuid[] not null default '{}',
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, author_id) references staff.person (tenant_id, id)
);
create index note_case on cases.note (tenant_id, case_id, at, id);
select base.isolate('cases.note');
revoke update, delete on cases.note from guichet_server;

create table cases.template (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  language text not null check (language in ('fr', 'en')),
  brand_id uuid,
  html text not null check (length(html) <= 100000),
  version int not null default 1 check (version > 0),
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, brand_id) references brands.brand (tenant_id, id)
);
create unique index template_name on cases.template (tenant_id, lower(name), language) where closed_at is null;
select base.isolate('cases.template');
