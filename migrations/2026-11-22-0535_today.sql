-- What is kept of a day: signals of unhappy customers, and how people went home.
create schema today;
grant usage on schema today to guichet_server;

-- What speaks for (or against) an unhappy customer, and when it happened. What is left of it is computed from its age.
create table today.signal (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('said', 'not_solved', 'reopened', 'wrote_again', 'promise_broken', 'clock_breached', 'escalated', 'thanked', 'solved')),
  weight int not null check (weight between -20 and 20 and weight <> 0),
  at timestamptz not null,
  source text not null check (length(source) between 1 and 100), -- what it was read from: heard twice it counts once
  words text check (length(words) between 1 and 300),            -- the customer's own
  primary key (tenant_id, id),
  unique (tenant_id, case_id, kind, source),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id)
);
create index signal_of_case on today.signal (tenant_id, case_id, at desc, id desc);
select base.isolate('today.signal');
revoke update, delete on today.signal from guichet_server;

-- The sum of a case. All signals fade at the same pace, so whoever falls below the threshold later is the unhappier now: one moment orders them all.
create table today.unhappiness (
  tenant_id uuid not null,
  case_id uuid not null,
  owner_id uuid not null,
  brand_id uuid not null,
  cold_at timestamptz not null,     -- when the customer counts as calm, if nothing more happens
  noticed_at timestamptz not null,  -- the last signal
  primary key (tenant_id, case_id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, owner_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, brand_id) references brands.brand (tenant_id, id)
);
create index unhappiness_of on today.unhappiness (tenant_id, owner_id, cold_at desc, case_id desc);
create index unhappiness_all on today.unhappiness (tenant_id, cold_at desc, case_id desc);
select base.isolate('today.unhappiness');

-- Somebody judged otherwise. What was before it no longer counts.
create table today.calming (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  person_id uuid,
  by text not null,
  because text not null check (length(because) between 1 and 500),
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id)
);
create index calming_of_case on today.calming (tenant_id, case_id, at desc);
select base.isolate('today.calming');
revoke update, delete on today.calming from guichet_server;

-- Somebody went home: until when, and what was decided of each thing that would have broken meanwhile.
create table today.gate (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  back_at timestamptz not null,
  back_from text not null check (back_from in ('absence', 'hours', 'said')),
  stand_in_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, stand_in_id) references staff.person (tenant_id, id),
  constraint comes_back check (back_at > at),
  constraint nobody_stands_in_for_themselves check (stand_in_id <> person_id)
);
create index gate_of on today.gate (tenant_id, person_id, at desc, id desc);
select base.isolate('today.gate');
revoke update, delete on today.gate from guichet_server;

create table today.gate_item (
  tenant_id uuid not null,
  gate_id uuid not null,
  position int not null check (position >= 0),
  kind text not null check (length(kind) between 1 and 40),
  subject_id uuid not null,
  case_id uuid,
  what text not null check (length(what) <= 600),
  due_at timestamptz,
  outcome text not null check (outcome in ('done', 'moved', 'handed_over', 'answered', 'left')),
  word text check (length(word) between 1 and 500),
  primary key (tenant_id, gate_id, position),
  unique (tenant_id, gate_id, kind, subject_id),
  foreign key (tenant_id, gate_id) references today.gate (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  constraint left_with_a_word check (outcome <> 'left' or word is not null)
);
select base.isolate('today.gate_item');
revoke update, delete on today.gate_item from guichet_server;
