-- Rehearsals: what was asked, what was read of the journal for it, what it came to.
create schema rehearsal;
grant usage on schema rehearsal to guichet_server;

create table rehearsal.run (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) <= 200),
  source text not null check (source in ('period', 'scenario')),
  asked jsonb not null check (jsonb_typeof(asked) = 'object'), -- how it was set up, whole
  period tstzrange check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
  asked_by uuid, -- null: a program asked
  asked_at timestamptz not null,
  began_at timestamptz check (began_at >= asked_at),
  read_at timestamptz check (read_at >= began_at),     -- everything is in its slices
  ended_at timestamptz check (ended_at >= asked_at),
  ended_as text check (ended_as in ('done', 'failed', 'cancelled')),
  failed jsonb check (jsonb_typeof(failed) = 'object'), -- {code, fr, en}
  tries int not null default 0 check (tries >= 0),     -- how often it was begun: one that kills its server is not begun for ever
  progress real not null default 0 check (progress between 0 and 1),
  contacts int check (contacts >= 0),
  trust text check (trust in ('good', 'fair', 'poor', 'unknown')),
  kept_at timestamptz,
  kept_by uuid,
  live jsonb check (jsonb_typeof(live) = 'object'),     -- {at, how, id}
  primary key (tenant_id, id),
  foreign key (tenant_id, asked_by) references staff.person (tenant_id, id),
  foreign key (tenant_id, kept_by) references staff.person (tenant_id, id),
  constraint only_a_period_is_read check ((source = 'period') = (period is not null)),
  constraint ends_somehow check ((ended_at is null) = (ended_as is null)),
  constraint says_why_it_failed check ((ended_as is not distinct from 'failed') = (failed is not null)),
  constraint kept_by_somebody check ((kept_at is null) = (kept_by is null)),
  constraint only_what_is_done_goes_live check (live is null or ended_as = 'done')
);
create index run_under_way on rehearsal.run (tenant_id, id) where ended_at is null;
create index run_to_forget on rehearsal.run (tenant_id, ended_at) where kept_at is null;
select base.isolate('rehearsal.run');

-- What was read of the journal, some hours or days of it a row, a contact a line: ids and moments, no names and no words. It is there so that a
-- killed server goes on where it was, and goes when the run has ended.
create table rehearsal.slice (
  tenant_id uuid not null,
  run_id uuid not null,
  place int not null check (place >= 0),
  kind text not null check (kind in ('contacts', 'presence')),
  lines_count int not null check (lines_count >= 0),
  lines text not null,
  primary key (tenant_id, run_id, place),
  foreign key (tenant_id, run_id) references rehearsal.run (tenant_id, id) on delete cascade
);
select base.isolate('rehearsal.slice');

create table rehearsal.result (
  tenant_id uuid not null,
  run_id uuid not null,
  self_check jsonb,
  findings jsonb,
  report jsonb not null,
  hurt jsonb not null check (jsonb_typeof(hurt) = 'array'),
  primary key (tenant_id, run_id),
  foreign key (tenant_id, run_id) references rehearsal.run (tenant_id, id) on delete cascade
);
select base.isolate('rehearsal.result');
revoke update on rehearsal.result from guichet_server;

-- The journal is read by the moment of what arrived, and the moment is not the order it was written in (a past brought in later).
create index event_arrived on base.event (tenant_id, name, at)
  where name in ('chat.opened', 'message.received', 'task.begun', 'staff.presence_changed');

-- Windows through the walls, for reading only, under the reader's own row-level security. The rehearsal's SQL names nothing else.
create view rehearsal.happened with (security_invoker = true) as
  select tenant_id, seq, name, at, actor_kind, actor_id, case_id, payload from base.event;
grant select on rehearsal.happened to guichet_server;

create view rehearsal.case_known with (security_invoker = true) as
  select c.tenant_id, c.id, c.customer_id, c.brand_id, c.entry_point_id, c.reason_id, c.priority, p.language
  from cases."case" c left join customers.customer p on p.tenant_id = c.tenant_id and p.id = c.customer_id;
grant select on rehearsal.case_known to guichet_server;

create view rehearsal.routed with (security_invoker = true) as
  select tenant_id, id, kind, channel, subject_id, case_id, facts, arrived_at, due_at, owner_id, contact_id, person_id, taken_at, ended_at, ended_as,
    wrap_until, wrapped_at
  from routing.item;
grant select on rehearsal.routed to guichet_server;
