-- Who works when: what people agreed to, plans and their shifts, what is in force.
create schema scheduling;
grant usage on schema scheduling to guichet_server;
create extension if not exists btree_gist;

create table scheduling.settings (
  tenant_id uuid not null,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  version int not null check (version > 0),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id)
);
select base.isolate('scheduling.settings');

-- ── what people agreed to ────────────────────────────────────────────────────────────────────────────────────────────────
-- Never rewritten: what no longer holds was replaced, and the rows count the versions.
create table scheduling.work_contract (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  terms jsonb not null check (jsonb_typeof(terms) = 'object'),
  written_at timestamptz not null,
  written_by text not null,
  replaced_at timestamptz check (replaced_at >= written_at),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  constraint one_contract_at_a_time exclude using gist (tenant_id with =, person_id with =, valid with &&) where (replaced_at is null)
);
create index work_contract_of on scheduling.work_contract (tenant_id, person_id, written_at);
select base.isolate('scheduling.work_contract');
revoke delete on scheduling.work_contract from guichet_server;

create table scheduling.pattern (
  tenant_id uuid not null,
  id uuid not null,
  terms jsonb not null check (jsonb_typeof(terms) = 'object' and terms ? 'name'),
  version int not null default 1 check (version > 0),
  made_at timestamptz not null,
  made_by text not null,
  retired_at timestamptz check (retired_at >= made_at),
  primary key (tenant_id, id)
);
create unique index pattern_named on scheduling.pattern (tenant_id, lower(terms ->> 'name')) where retired_at is null;
select base.isolate('scheduling.pattern');

create table scheduling.preference (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('off', 'early', 'late', 'short_days', 'long_days')),
  weekdays text[] not null default '{}' check (weekdays <@ array['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
  day date,
  weight int not null check (weight between 1 and 5),
  valid daterange not null check (not isempty(valid)),
  note text not null check (length(note) <= 500),
  asked_at timestamptz not null,
  asked_by text not null,
  ended_at timestamptz check (ended_at >= asked_at),
  state text not null default 'asked' check (state in ('asked', 'granted', 'declined', 'withdrawn')),
  answered_by uuid,
  answered_at timestamptz check (answered_at >= asked_at),
  because text not null default '' check (length(because) <= 500),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, answered_by) references staff.person (tenant_id, id),
  constraint a_day_or_weekdays check (day is null or weekdays = '{}')
);
create index preference_of on scheduling.preference (tenant_id, person_id, id);
create index preference_asked on scheduling.preference (tenant_id, id) where state = 'asked';
select base.isolate('scheduling.preference');
revoke delete on scheduling.preference from guichet_server;

-- ── plans ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table scheduling.plan (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) <= 200),
  first_day date not null,
  days int not null check (days between 1 and 84),
  zone text not null check (length(zone) <= 60),
  interval_min int not null check (interval_min in (15, 30)),
  teams uuid[] not null default '{}',
  people uuid[] not null default '{}',           -- besides the teams; neither: everybody who serves
  begun_at timestamptz not null,
  begun_by text not null,
  version int not null default 1 check (version > 0),
  changes int not null default 0 check (changes >= 0),            -- how often its shifts were changed
  published_changes int check (published_changes <= changes),     -- the change that is in force; null: not published
  publications int not null default 0 check (publications >= 0),
  published_at timestamptz,
  published_by text,
  removed_at timestamptz,
  primary key (tenant_id, id),
  constraint published_by_somebody check ((published_changes is null) = (published_at is null) and (published_at is null) = (published_by is null)),
  constraint what_is_published_stays check (removed_at is null or published_at is null)
);
create index plan_by_day on scheduling.plan (tenant_id, first_day, id) where removed_at is null;
select base.isolate('scheduling.plan');
revoke delete on scheduling.plan from guichet_server;

-- Activities lie in their shift, in order, and do not cover each other: [{id, kind, name, from_min, to_min, gathering}], minutes after its beginning, so
-- that a shift that moves takes its breaks along and a day on which the clocks change is as long as it is.
create function scheduling.activities_fit(activities jsonb, length_min int) returns boolean
language plpgsql immutable parallel safe as $$
declare
  each jsonb;
  until int := 0;
begin
  if jsonb_typeof(activities) <> 'array' then return false; end if;
  for each in select value from jsonb_array_elements(activities) with ordinality order by ordinality loop
    if coalesce(each ->> 'kind', '') not in ('lunch', 'break', 'training', 'meeting', 'coaching', 'project', 'delegation', 'absence')
      or (each ->> 'from_min') is null or (each ->> 'to_min') is null or (each ->> 'id') is null
      or (each ->> 'from_min')::int < until or (each ->> 'to_min')::int <= (each ->> 'from_min')::int then
      return false;
    end if;
    until := (each ->> 'to_min')::int;
  end loop;
  return until <= length_min;
end $$;
create function scheduling.minutes_between(starts_at timestamptz, ends_at timestamptz) returns int
language sql immutable parallel safe as $$ select (extract(epoch from ends_at - starts_at) / 60)::int $$;

-- What is being drawn up. Of what people see there is a row in `in_force`.
create table scheduling.shift (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  person_id uuid,                                -- null: nobody yet
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  activities jsonb not null default '[]',
  pattern_id uuid,
  site text check (length(site) <= 120),
  note text not null default '' check (length(note) <= 500),
  locked_at timestamptz,
  version int not null default 1 check (version > 0),
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references scheduling.plan (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, pattern_id) references scheduling.pattern (tenant_id, id),
  constraint a_shift_is_no_longer_than_a_day check (ends_at >= starts_at + interval '15 minutes' and ends_at <= starts_at + interval '16 hours'),
  constraint whole_minutes check (extract(epoch from starts_at) % 60 = 0 and extract(epoch from ends_at) % 60 = 0),
  constraint activities_lie_in_their_shift check (scheduling.activities_fit(activities, scheduling.minutes_between(starts_at, ends_at))),
  constraint shifts_do_not_overlap exclude using gist (tenant_id with =, plan_id with =, person_id with =, tstzrange(starts_at, ends_at) with &&)
    where (removed_at is null and person_id is not null) deferrable initially immediate -- at the end of a statement: people may change places in one
);
create index shift_of_plan on scheduling.shift (tenant_id, plan_id, starts_at) where removed_at is null;
create index shift_of_person on scheduling.shift (tenant_id, plan_id, person_id, starts_at) where removed_at is null;
select base.isolate('scheduling.shift');
revoke delete on scheduling.shift from guichet_server;

-- What people see, and what is counted on: one row for each person a shift was ever published for, so that calendars hear of what is cancelled.
create table scheduling.in_force (
  tenant_id uuid not null,
  shift_id uuid not null,
  person_id uuid not null,
  plan_id uuid not null,
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  activities jsonb not null,
  site text,
  note text not null,
  first_at timestamptz not null,
  published_at timestamptz not null,
  sequence int not null default 0 check (sequence >= 0),          -- how often it changed: SEQUENCE of RFC 5545
  cancelled_at timestamptz,
  primary key (tenant_id, shift_id, person_id),
  foreign key (tenant_id, shift_id) references scheduling.shift (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, plan_id) references scheduling.plan (tenant_id, id),
  check (ends_at > starts_at and ends_at <= starts_at + interval '16 hours'),
  check (scheduling.activities_fit(activities, scheduling.minutes_between(starts_at, ends_at))),
  constraint nobody_works_twice_at_once exclude using gist (tenant_id with =, person_id with =, tstzrange(starts_at, ends_at) with &&)
    where (cancelled_at is null) deferrable initially immediate
);
create unique index in_force_one_person on scheduling.in_force (tenant_id, shift_id) where cancelled_at is null;
create index in_force_at on scheduling.in_force (tenant_id, starts_at) where cancelled_at is null;
create index in_force_of_person on scheduling.in_force (tenant_id, person_id, starts_at);
create index in_force_of_plan on scheduling.in_force (tenant_id, plan_id, starts_at);
select base.isolate('scheduling.in_force');
revoke delete on scheduling.in_force from guichet_server;

-- What was changed, with how it was before and after: taken back by who did it.
create table scheduling.move (
  tenant_id uuid not null,
  plan_id uuid not null,
  number int not null check (number > 0),
  id uuid not null,
  at timestamptz not null,
  by_person uuid,                                -- null: a program
  kind text not null check (length(kind) <= 40),
  in_force boolean not null,                     -- it was published by itself: taking it back is too
  changes jsonb not null check (jsonb_typeof(changes) = 'array'), -- [{shift, before, after}], null where there is none
  undone_at timestamptz check (undone_at >= at),
  primary key (tenant_id, plan_id, number),
  foreign key (tenant_id, plan_id) references scheduling.plan (tenant_id, id),
  foreign key (tenant_id, by_person) references staff.person (tenant_id, id)
);
create unique index move_by_id on scheduling.move (tenant_id, id);
create index move_of_person on scheduling.move (tenant_id, plan_id, by_person, number);
select base.isolate('scheduling.move');
revoke delete on scheduling.move from guichet_server;

create table scheduling.publication (
  tenant_id uuid not null,
  plan_id uuid not null,
  number int not null check (number > 0),
  at timestamptz not null,
  by_person uuid,
  kind text not null check (kind in ('published', 'unpublished', 'swap', 'move', 'call_in', 'open_shift', 'sick')),
  note text not null check (length(note) <= 500),
  people int not null check (people >= 0),
  changes int not null check (changes >= 0),
  primary key (tenant_id, plan_id, number),
  foreign key (tenant_id, plan_id) references scheduling.plan (tenant_id, id),
  foreign key (tenant_id, by_person) references staff.person (tenant_id, id)
);
select base.isolate('scheduling.publication');
revoke update, delete on scheduling.publication from guichet_server;

create table scheduling.publication_change (
  tenant_id uuid not null,
  plan_id uuid not null,
  number int not null,
  place int not null check (place >= 0),
  shift_id uuid not null,
  person_id uuid not null,
  day date not null,
  change text not null check (change in ('new', 'moved', 'changed', 'gone')),
  before jsonb check (jsonb_typeof(before) = 'object'),
  after jsonb check (jsonb_typeof(after) = 'object'),
  primary key (tenant_id, plan_id, number, place),
  foreign key (tenant_id, plan_id, number) references scheduling.publication (tenant_id, plan_id, number),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  check ((change = 'new') = (before is null) and (change = 'gone') = (after is null))
);
select base.isolate('scheduling.publication_change');
revoke update, delete on scheduling.publication_change from guichet_server;

-- ── meetings, training, coaching a plan must hold ────────────────────────────────────────────────────────────────────────
create table scheduling.gathering (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  kind text not null check (kind in ('meeting', 'training', 'coaching', 'project', 'delegation')),
  name text not null check (length(name) <= 200),
  length_min int not null check (length_min between 5 and 600),
  people uuid[] not null check (cardinality(people) between 1 and 500),
  together boolean not null,
  within tstzrange not null check (not isempty(within) and not lower_inf(within) and not upper_inf(within)),
  version int not null default 1 check (version > 0),
  made_at timestamptz not null,
  made_by text not null,
  cancelled_at timestamptz check (cancelled_at >= made_at),
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references scheduling.plan (tenant_id, id)
);
create index gathering_of_plan on scheduling.gathering (tenant_id, plan_id, id) where cancelled_at is null;
select base.isolate('scheduling.gathering');
revoke delete on scheduling.gathering from guichet_server;

-- ── the optimiser ────────────────────────────────────────────────────────────────────────────────────────────────────────
create table scheduling.run (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  asked jsonb not null check (jsonb_typeof(asked) = 'object'),
  asked_by uuid,
  asked_at timestamptz not null,
  began_at timestamptz check (began_at >= asked_at),
  gathered_at timestamptz check (gathered_at >= began_at), -- everything it asks the optimiser was read
  end_asked text check (end_asked in ('cancel', 'take_best')),
  ended_at timestamptz check (ended_at >= asked_at),
  ended_as text check (ended_as in ('done', 'failed', 'cancelled')),
  tries int not null default 0 check (tries >= 0),
  progress real not null default 0 check (progress between 0 and 1),
  best jsonb check (jsonb_typeof(best) = 'object'),        -- {objective, bound, gap, at_s}
  incumbent jsonb check (jsonb_typeof(incumbent) = 'array'), -- its shifts, while it goes on: kept when the server falls
  answer jsonb check (jsonb_typeof(answer) = 'object'),
  failed jsonb check (jsonb_typeof(failed) = 'object'),
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references scheduling.plan (tenant_id, id),
  foreign key (tenant_id, asked_by) references staff.person (tenant_id, id),
  constraint ends_somehow check ((ended_at is null) = (ended_as is null)),
  constraint says_why_it_failed check ((ended_as is not distinct from 'failed') = (failed is not null)),
  constraint says_what_it_came_to check ((ended_as is not distinct from 'done') = (answer is not null)),
  constraint an_incumbent_goes_with_its_run check (incumbent is null or ended_at is null)
);
create unique index run_one_at_a_time on scheduling.run (tenant_id, plan_id) where ended_at is null;
create index run_of_plan on scheduling.run (tenant_id, plan_id, id);
create index run_under_way on scheduling.run (tenant_id, asked_at) where ended_at is null;
select base.isolate('scheduling.run');
