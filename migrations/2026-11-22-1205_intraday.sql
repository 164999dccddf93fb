-- The day as it goes: what people did, what was granted them, alerts, menus of moves, moves and what came of them.
create schema intraday;
grant usage on schema intraday to guichet_server;

-- Three lines a person, each kept as the moments at which it changed: presence, seat, work in hand. What somebody did follows from them
-- (engine/doing.ts), so it has neither gaps nor overlaps, and what is heard late finds its place. Append-only; forgotten after six months.
create table intraday.mark (
  tenant_id uuid not null,
  seq bigint not null,                              -- of the event in the journal that said so
  nth bigint generated always as identity,          -- in the order written: the reader holds its cursor, so of one house this is the order of commits
  person_id uuid not null,
  at timestamptz not null,
  line text not null check (line in ('presence', 'seat', 'work')),
  word text not null,
  item_id uuid,
  instant boolean,                                  -- of work: somebody waits at the other end
  primary key (tenant_id, seq),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  check (case line
    when 'presence' then word in ('available', 'busy', 'away', 'offline')
    when 'seat' then word in ('ready', 'paused', 'wrapping', 'off')
    else word in ('begins', 'ends') end),
  check ((line = 'work') = (item_id is not null)),
  check ((line = 'work') = (instant is not null))
);
create index mark_of_person on intraday.mark (tenant_id, person_id, at);
create index mark_written on intraday.mark (tenant_id, nth);
create index mark_by_time on intraday.mark (tenant_id, at);
select base.isolate('intraday.mark');
revoke update on intraday.mark from guichet_server;

create table intraday.exception (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  reason text not null check (reason in ('customer', 'technical', 'asked', 'health', 'family', 'travel', 'other')),
  note text not null check (length(note) <= 500),
  granted_by text not null,
  granted_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz check (withdrawn_at >= granted_at),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  check (to_at > from_at and to_at <= from_at + interval '12 hours'),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint nobody_grants_to_themselves check (granted_by <> person_id::text)
);
create index exception_of_person on intraday.exception (tenant_id, person_id, to_at) where withdrawn_at is null;
select base.isolate('intraday.exception');
revoke delete on intraday.exception from guichet_server;

create table intraday.settings (
  tenant_id uuid not null primary key,
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  version int not null check (version > 0),
  set_by text not null,
  set_at timestamptz not null
);
select base.isolate('intraday.settings');
revoke delete on intraday.settings from guichet_server;

-- The day is looked at every few minutes while something is forecast. Whoever looks holds this row: two servers look one after the other.
create table intraday.follow (
  tenant_id uuid not null primary key,
  timer uuid not null,              -- its one timer
  wakes_at timestamptz,             -- null: nothing is forecast, nobody looks
  looked_at timestamptz
);
select base.isolate('intraday.follow');
revoke delete on intraday.follow from guichet_server;

-- How often in a row a group looked bad, or good: an alert neither opens nor closes at the first look.
create table intraday.watch (
  tenant_id uuid not null,
  group_key text not null check (length(group_key) <= 2000),
  day date not null,
  bad int not null default 0 check (bad >= 0),
  good int not null default 0 check (good >= 0),
  opened int not null default 0 check (opened >= 0), -- alerts of this day: bounded
  closed_at timestamptz,
  primary key (tenant_id, group_key)
);
select base.isolate('intraday.watch');

create table intraday.alert (
  tenant_id uuid not null,
  id uuid not null,
  group_key text not null check (length(group_key) <= 2000),
  label text not null check (length(label) <= 2000),
  opened_at timestamptz not null,
  falls_at timestamptz not null,
  recovers_at timestamptz check (recovers_at > falls_at),
  said jsonb not null check (jsonb_typeof(said) = 'object'),     -- level, chance, missing, target: when it opened
  latest jsonb not null check (jsonb_typeof(latest) = 'object'), -- as of the last look
  closed_at timestamptz check (closed_at >= opened_at),
  closed_as text check (closed_as in ('recovered', 'passed', 'over', 'unfollowed')),
  primary key (tenant_id, id),
  check ((closed_at is null) = (closed_as is null))
);
create unique index one_open_alert_a_group on intraday.alert (tenant_id, group_key) where closed_at is null;
select base.isolate('intraday.alert');

create table intraday.menu (
  tenant_id uuid not null,
  id uuid not null,
  group_key text not null check (length(group_key) <= 2000),
  asked_by text not null,
  asked_at timestamptz not null,
  until_at timestamptz not null,
  state text not null check (state in ('asked', 'thinking', 'done', 'failed')),
  tries int not null default 0 check (tries >= 0),
  progress real not null default 0 check (progress between 0 and 1),
  body jsonb,                       -- level so far, level tonight, options
  failed jsonb,
  done_at timestamptz,
  primary key (tenant_id, id),
  check ((state = 'done') = (body is not null)),
  check ((state = 'failed') = (failed is not null)),
  check ((state in ('done', 'failed')) = (done_at is not null))
);
create unique index one_menu_at_a_time on intraday.menu (tenant_id, group_key) where state in ('asked', 'thinking');
create index menu_of_group on intraday.menu (tenant_id, group_key, id);
select base.isolate('intraday.menu');

create table intraday.move (
  tenant_id uuid not null,
  id uuid not null,
  menu_id uuid not null,
  option text not null check (length(option) <= 60),
  group_key text not null check (length(group_key) <= 2000),
  label text not null check (length(label) <= 2000),
  kind text not null check (kind in ('shift_rests', 'open_overflow', 'raise_chats', 'offer_call_backs', 'call_mail_in', 'move_training', 'ask_overtime', 'call_in')),
  applied_by text not null,
  applied_at timestamptz not null,
  predicted jsonb not null check (jsonb_typeof(predicted) = 'object'),
  counted jsonb not null check (jsonb_typeof(counted) = 'object'), -- kept and of, when it was applied: what came after is measured from there
  measured jsonb check (jsonb_typeof(measured) = 'object'),
  measured_at timestamptz,
  undone_by text,
  undone_at timestamptz check (undone_at >= applied_at),
  primary key (tenant_id, id),
  foreign key (tenant_id, menu_id) references intraday.menu (tenant_id, id),
  check ((undone_at is null) = (undone_by is null)),
  check ((measured is null) = (measured_at is null))
);
create unique index move_once on intraday.move (tenant_id, menu_id, option) where undone_at is null;
select base.isolate('intraday.move');
revoke delete on intraday.move from guichet_server;

create table intraday.step (
  tenant_id uuid not null,
  move_id uuid not null,
  place int not null check (place >= 0),
  step jsonb not null check (jsonb_typeof(step) = 'object'),
  state text not null check (state in ('done', 'refused', 'undone', 'not_undone', 'asked', 'accepted', 'declined', 'lapsed')),
  before jsonb,                     -- what is needed to take it back
  why jsonb,                        -- why not: code, fr, en
  primary key (tenant_id, move_id, place),
  foreign key (tenant_id, move_id) references intraday.move (tenant_id, id)
);
select base.isolate('intraday.step');
revoke delete on intraday.step from guichet_server;

create table intraday.ask (
  tenant_id uuid not null,
  id uuid not null,
  move_id uuid not null,
  place int not null,
  person_id uuid not null,
  what text not null check (what in ('overtime', 'call_in')),
  from_at timestamptz not null,
  to_at timestamptz not null,
  asked_at timestamptz not null,
  until_at timestamptz not null,    -- an answer after that is too late
  answered_at timestamptz,
  answer text check (answer in ('yes', 'no')),
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, move_id, place) references intraday.step (tenant_id, move_id, place),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  check (to_at > from_at),
  check ((answer is null) = (answered_at is null))
);
create index ask_of_person on intraday.ask (tenant_id, person_id, until_at) where answered_at is null and withdrawn_at is null;
create unique index ask_of_step on intraday.ask (tenant_id, move_id, place);
select base.isolate('intraday.ask');
revoke delete on intraday.ask from guichet_server;
