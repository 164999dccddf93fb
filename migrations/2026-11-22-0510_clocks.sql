-- Service levels, the clocks they set going, silence, stagnation and the ladder. What is told of a case is kept as moments; clocks are worked
-- out from these and may be worked out anew, except for what leaves its mark: a warning, a breach, an escalation.
create extension if not exists btree_gist;
create schema clocks;
grant usage on schema clocks to guichet_server;

-- Since when clocks run in this house: what was before is nobody's delay.
create table clocks.house (
  tenant_id uuid primary key,
  since timestamptz not null
);
select base.isolate('clocks.house');
revoke update, delete on clocks.house from guichet_server;

create table clocks.policy (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  match jsonb not null check (jsonb_typeof(match) = 'object'),       -- {brands, entry_points, reasons, priorities}: null means any
  by_contract boolean not null,
  for_all boolean not null generated always as (
    not by_contract and match ->> 'brands' is null and match ->> 'entry_points' is null and match ->> 'reasons' is null and match ->> 'priorities' is null) stored,
  hours text not null check (hours in ('door', 'always', 'calendar')),
  calendar_id uuid,
  targets jsonb not null check (jsonb_typeof(targets -> 'normal') = 'object'), -- minutes of working time, by priority
  pauses text[] not null check (pauses <@ array['resolution', 'stagnation']),
  warn_percent int check (warn_percent between 1 and 99),
  silence_minutes int check (silence_minutes > 0),
  stagnation_minutes int check (stagnation_minutes > 0),
  ladder jsonb not null check (jsonb_typeof(ladder) = 'array'),
  made_at timestamptz not null,
  closed_at timestamptz check (closed_at >= made_at),
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, calendar_id) references calendars.calendar (tenant_id, id),
  check ((hours = 'calendar') = (calendar_id is not null))
);
create unique index policy_name on clocks.policy (tenant_id, lower(name)) where closed_at is null;
select base.isolate('clocks.policy');
revoke delete on clocks.policy from guichet_server;

-- What a customer or a company was promised once and for all. One at a time for each.
create table clocks.contract (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  customer_id uuid,
  company_id uuid,
  policy_id uuid not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),  -- the last day on which it holds
  made_at timestamptz not null,
  made_by text not null,
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers.customer (tenant_id, id),
  foreign key (tenant_id, company_id) references customers.company (tenant_id, id),
  foreign key (tenant_id, policy_id) references clocks.policy (tenant_id, id),
  constraint given_to_one check (num_nonnulls(customer_id, company_id) = 1),
  constraint one_contract_of_a_customer exclude using gist (tenant_id with =, customer_id with =, daterange(starts_on, ends_on, '[]') with &&)
    where (customer_id is not null),
  constraint one_contract_of_a_company exclude using gist (tenant_id with =, company_id with =, daterange(starts_on, ends_on, '[]') with &&)
    where (company_id is not null)
);
create index contract_latest on clocks.contract (tenant_id, starts_on desc, id desc);
create index contract_policy on clocks.contract (tenant_id, policy_id);
select base.isolate('clocks.contract');

-- What was told of a case, as far as clocks are concerned. `seq` is its place in the journal: the same is not told twice.
create table clocks.moment (
  tenant_id uuid not null,
  case_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  kind text not null check (kind in ('opened', 'asked', 'answered', 'said', 'cancelled', 'failed', 'arrived', 'closed', 'reopened', 'set_apart', 'wanted', 'progress')),
  interaction_id uuid,
  primary key (tenant_id, case_id, seq),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id)
);
select base.isolate('clocks.moment');
revoke update, delete on clocks.moment from guichet_server;

-- One a case: which policy tells its clocks, how long its customer heard nothing, and the timer that looks at it next (base.job, its id).
create table clocks.watch (
  tenant_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  owner_id uuid not null,
  customer_id uuid,
  part_of uuid,                      -- the case it was merged into: its clocks run there
  policy_id uuid,
  because jsonb not null default '{}',
  over_at timestamptz,               -- closed, or set apart: nothing is watched
  silence_since timestamptz,
  silence_due_at timestamptz,
  silent_at timestamptz,             -- it became too long
  stagnation_since timestamptz,
  stagnation_due_at timestamptz,
  stagnant_at timestamptz,
  looks_at timestamptz,              -- when the timer rings
  primary key (tenant_id, case_id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, policy_id) references clocks.policy (tenant_id, id),
  check (silent_at >= silence_since),
  check (stagnant_at >= stagnation_since)
);
create index watch_parts on clocks.watch (tenant_id, part_of) where part_of is not null;
create unique index watch_timer on clocks.watch (tenant_id, id);
create index watch_live on clocks.watch (tenant_id, case_id) where over_at is null;
create index watch_customer on clocks.watch (tenant_id, customer_id) where over_at is null;
create index watch_silence on clocks.watch (tenant_id, silence_since, case_id) where over_at is null and silence_since is not null;
create index watch_stagnation on clocks.watch (tenant_id, stagnation_since, case_id) where over_at is null and stagnation_since is not null;
select base.isolate('clocks.watch');
revoke delete on clocks.watch from guichet_server;

create table clocks.clock (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('first_answer', 'next_answer', 'resolution')),
  round int not null check (round > 0),
  policy_id uuid not null,
  brand_id uuid not null,
  owner_id uuid not null,            -- who answers for the case; once ended, who answered for it then
  target_minutes int not null check (target_minutes > 0),
  started_at timestamptz not null,
  due_at timestamptz,                -- null while it stands still
  segments jsonb not null check (jsonb_typeof(segments) = 'array'),
  paused_because text check (paused_because in ('waiting_for_customer', 'closed')),
  warned_at timestamptz,
  breached_at timestamptz,           -- stays for good
  ended_at timestamptz,
  ended_as text check (ended_as in ('met', 'over')),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, kind, round),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, policy_id) references clocks.policy (tenant_id, id),
  constraint ending_says_how check ((ended_at is null) = (ended_as is null)),
  constraint time_runs_forward check (due_at > started_at and ended_at >= started_at and breached_at > started_at),
  constraint lateness_leaves_its_mark check (ended_as is distinct from 'met' or due_at is null or ended_at <= due_at or breached_at is not null),
  constraint only_the_next_comes_again check (kind = 'next_answer' or round = 1)
);
create index clock_owed on clocks.clock (tenant_id, due_at, id) where ended_at is null;
create index clock_ended on clocks.clock (tenant_id, ended_at desc, id desc) where ended_at is not null;
select base.isolate('clocks.clock');
revoke delete on clocks.clock from guichet_server;

-- A step of the ladder that was taken, once for each stretch of what it is about (a clock since it started, a silence since it began).
create table clocks.escalation (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  cause text not null check (cause in ('first_answer', 'next_answer', 'resolution', 'silence', 'stagnation')),
  stretch_at timestamptz not null,
  step_id uuid not null,
  step int not null check (step > 0),
  whom jsonb not null,
  people uuid[] not null,
  did text[] not null check (did <@ array['tell', 'raise_priority', 'name_handler']),
  at timestamptz not null,
  taken_at timestamptz,
  taken_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, taken_by) references staff.person (tenant_id, id),
  constraint each_step_once unique (tenant_id, case_id, cause, stretch_at, step_id),
  check ((taken_at is null) = (taken_by is null))
);
create index escalation_case on clocks.escalation (tenant_id, case_id, at);
select base.isolate('clocks.escalation');
revoke delete on clocks.escalation from guichet_server;

-- A message that says "not forgotten": the customer heard from us, but was not answered.
create table clocks.holding_message (
  tenant_id uuid not null,
  interaction_id uuid not null,
  case_id uuid not null,
  by_id uuid,
  at timestamptz not null,
  primary key (tenant_id, interaction_id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, interaction_id) references cases.interaction (tenant_id, id)
);
create index holding_case on clocks.holding_message (tenant_id, case_id);
select base.isolate('clocks.holding_message');
revoke update, delete on clocks.holding_message from guichet_server;

create table clocks.holding_words (
  tenant_id uuid not null,
  language text not null check (language in ('fr', 'en')),
  tone text not null check (tone in ('formal', 'simple')),
  length text not null check (length in ('mail', 'chat', 'sms')),
  text text not null check (char_length(text) between 1 and 4000),
  primary key (tenant_id, language, tone, length)
);
select base.isolate('clocks.holding_words');
