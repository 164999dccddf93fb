-- Work asked of the back office. What became of a task is what happened and when; wrong states cannot be written.
create schema tasks;
grant usage on schema tasks to guichet_server;

-- Somebody outside the house who may be asked: found again by address.
create table tasks.party (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) between 3 and 254 and email = lower(email)),
  made_at timestamptz not null,
  made_by text not null,
  retired_at timestamptz,
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id)
);
create unique index party_email on tasks.party (tenant_id, email) where retired_at is null;
select base.isolate('tasks.party');
revoke delete on tasks.party from guichet_server;

-- How a team answers: in which hours its time runs, and how long it usually takes.
create table tasks.team_desk (
  tenant_id uuid not null,
  team_id uuid not null,
  calendar_id uuid,
  minutes int check (minutes between 1 and 527040),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id, team_id),
  foreign key (tenant_id, team_id) references staff.team (tenant_id, id),
  foreign key (tenant_id, calendar_id) references calendars.calendar (tenant_id, id)
);
select base.isolate('tasks.team_desk');

create table tasks.procedure (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  about text not null check (length(about) <= 1000),
  reason_id uuid,                  -- started when a case of this reason opens
  steps jsonb not null check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) between 1 and 30),
  checklist jsonb not null check (jsonb_typeof(checklist) = 'array'),
  key text check (length(key) between 1 and 120),  -- what a set-up calls it: installed once
  made_at timestamptz not null,
  made_by text not null,
  retired_at timestamptz,
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, reason_id) references cases.reason (tenant_id, id)
);
create unique index procedure_name on tasks.procedure (tenant_id, lower(name)) where retired_at is null;
create unique index procedure_key on tasks.procedure (tenant_id, key) where key is not null and retired_at is null;
create index procedure_reason on tasks.procedure (tenant_id, reason_id) where retired_at is null and reason_id is not null;
select base.isolate('tasks.procedure');
revoke delete on tasks.procedure from guichet_server;

-- A procedure is started in a case once, by whomever.
create table tasks.run (
  tenant_id uuid not null,
  case_id uuid not null,
  procedure_id uuid not null,
  started_at timestamptz not null,
  started_by text not null,
  primary key (tenant_id, case_id, procedure_id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, procedure_id) references tasks.procedure (tenant_id, id)
);
select base.isolate('tasks.run');
revoke update, delete on tasks.run from guichet_server;

create table tasks.task (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  brand_id uuid not null,
  place int not null check (place > 0),   -- the second task of its case
  title text not null check (length(title) between 1 and 200),
  text text not null check (length(text) <= 40000),
  html text check (length(html) <= 400000),
  team_id uuid,                    -- asked of one of the three
  person_id uuid,
  party_id uuid,
  owner_id uuid not null,          -- to whom the answer goes: follows the owner of the case
  asked_at timestamptz not null,
  asked_by text not null,
  asked_by_id uuid,
  procedure_id uuid,
  minutes int check (minutes between 1 and 527040),  -- the OLA in working minutes, or by a moment
  due_by timestamptz,
  begun_at timestamptz,            -- its time runs since then; null while it waits for others
  due_at timestamptz,
  due_soon_at timestamptz,
  warned_at timestamptz,
  late_at timestamptz,             -- its moment went by unanswered; the mark stays
  fell_due_at timestamptz,         -- the moment that went by first
  late_team_id uuid,               -- the team of whom it was asked then
  late_for timestamptz,            -- the last moment that went by and was told
  over_case_due_at timestamptz,    -- asked knowingly for later than the case's own deadline
  seen_at timestamptz,
  seen_by_id uuid,
  taken_at timestamptz,
  taken_by_id uuid,
  answered_at timestamptz,         -- of the answer that stands
  declined_at timestamptz,
  declined_because text check (length(declined_because) between 1 and 1000),
  sent_back_at timestamptz,
  sent_back_because text check (length(sent_back_because) between 1 and 1000),
  sent_back int not null default 0 check (sent_back >= 0),
  accepted_at timestamptz,
  accepted_by text,
  cancelled_at timestamptz,
  cancelled_by text,
  cancelled_because text check (length(cancelled_because) between 1 and 1000),
  left_open_at timestamptz,        -- its case was closed over it
  ended_at timestamptz generated always as (coalesce(accepted_at, cancelled_at)) stored,
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  unique (tenant_id, case_id, place),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, brand_id) references brands.brand (tenant_id, id),
  foreign key (tenant_id, team_id) references staff.team (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, party_id) references tasks.party (tenant_id, id),
  foreign key (tenant_id, owner_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, asked_by_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, seen_by_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, taken_by_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, procedure_id) references tasks.procedure (tenant_id, id),
  foreign key (tenant_id, late_team_id) references staff.team (tenant_id, id),
  constraint asked_of_one check (num_nonnulls(team_id, person_id, party_id) = 1),
  constraint by_minutes_or_by_a_moment check (num_nonnulls(minutes, due_by) = 1),
  constraint due_once_begun check ((begun_at is null) = (due_at is null)),
  constraint nothing_before_it_begins check (begun_at is not null or num_nonnulls(seen_at, taken_at, answered_at, declined_at, accepted_at) = 0),
  constraint taking_names_who check ((taken_at is null) = (taken_by_id is null)),
  constraint answered_or_declined check (num_nonnulls(answered_at, declined_at) <= 1),
  constraint declining_says_why check ((declined_at is null) = (declined_because is null)),
  constraint sending_back_is_whole check ((sent_back_at is null) = (sent_back_because is null) and (sent_back_at is null) = (sent_back = 0)),
  constraint accepted_when_answered check (accepted_at is null or answered_at is not null),
  constraint accepting_names_who check ((accepted_at is null) = (accepted_by is null)),
  constraint cancelling_is_whole check (num_nonnulls(cancelled_at, cancelled_by, cancelled_because) in (0, 3)),
  constraint ends_one_way check (num_nonnulls(accepted_at, cancelled_at) <= 1),
  constraint time_runs_forward check (begun_at >= asked_at and due_at > asked_at and answered_at >= begun_at and accepted_at >= answered_at
    and cancelled_at >= asked_at and seen_at >= begun_at and taken_at >= begun_at and declined_at >= begun_at),
  constraint warned_before_due check (due_soon_at < due_at and warned_at >= due_soon_at),
  constraint late_when_due check (late_at >= fell_due_at),
  constraint lateness_is_whole check (num_nonnulls(late_at, fell_due_at, late_for) in (0, 3) and (late_team_id is null or late_at is not null)),
  constraint lateness_leaves_its_mark check (answered_at <= due_at or late_at is not null)
);
create index task_case on tasks.task (tenant_id, case_id, place);
create index task_open on tasks.task (tenant_id, due_at, id) where accepted_at is null and cancelled_at is null;
create index task_open_of_owner on tasks.task (tenant_id, owner_id, due_at) where accepted_at is null and cancelled_at is null;
create index task_open_of_team on tasks.task (tenant_id, team_id, due_at) where accepted_at is null and cancelled_at is null and team_id is not null;
create index task_open_of_person on tasks.task (tenant_id, person_id, due_at) where accepted_at is null and cancelled_at is null and person_id is not null;
create index task_open_taken_by on tasks.task (tenant_id, taken_by_id) where accepted_at is null and cancelled_at is null and taken_by_id is not null;
create index task_party on tasks.task (tenant_id, party_id, asked_at desc) where party_id is not null;
create index task_ended on tasks.task (tenant_id, ended_at desc, id desc) where ended_at is not null;
create index task_fell_due on tasks.task (tenant_id, (coalesce(fell_due_at, due_at))) where due_at is not null;
create index task_to_warn on tasks.task (tenant_id, due_soon_at) where warned_at is null and late_at is null and answered_at is null and cancelled_at is null;
select base.isolate('tasks.task');
revoke delete on tasks.task from guichet_server;

-- Order: a task waits until another of its case is accepted, or called off. A circle would wait for ever, so none can be written.
create table tasks.wait (
  tenant_id uuid not null,
  case_id uuid not null,
  task_id uuid not null,
  for_id uuid not null,
  primary key (tenant_id, task_id, for_id),
  foreign key (tenant_id, case_id, task_id) references tasks.task (tenant_id, case_id, id),
  foreign key (tenant_id, case_id, for_id) references tasks.task (tenant_id, case_id, id),
  constraint waits_for_another check (task_id <> for_id)
);
create index wait_for on tasks.wait (tenant_id, for_id);
select base.isolate('tasks.wait');

-- Two who each add one half of a circle wait for each other here: the second sees what the first has committed.
create function tasks.no_circle() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.tenant_id::text || new.case_id::text, 515));
  if exists (
    with recursive before (id) as (
      select new.for_id
      union
      select w.for_id from tasks.wait w join before b on w.tenant_id = new.tenant_id and w.task_id = b.id
    ) select from before where id = new.task_id)
  then raise exception 'tasks would wait for each other without end' using errcode = '23514', constraint = 'no_circle';
  end if;
  return new;
end $$;
create trigger no_circle before insert or update on tasks.wait for each row execute function tasks.no_circle();

-- What of the case its asker chose to show.
create table tasks.shown (
  tenant_id uuid not null,
  task_id uuid not null,
  interaction_id uuid not null,
  shown_at timestamptz not null,
  primary key (tenant_id, task_id, interaction_id),
  foreign key (tenant_id, task_id) references tasks.task (tenant_id, id),
  foreign key (tenant_id, interaction_id) references cases.interaction (tenant_id, id)
);
select base.isolate('tasks.shown');

create table tasks.answer (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  at timestamptz not null,
  by text not null,
  by_id uuid,                      -- a colleague, or
  by_name text not null check (length(by_name) <= 300),  -- whoever answered from outside
  way text not null check (way in ('desk', 'mail', 'link', 'told')),
  text text not null check (length(text) <= 200000),
  html text check (length(html) <= 500000),
  key text not null check (length(key) between 1 and 998),  -- the same answer sent twice is one
  sent_back_at timestamptz,
  sent_back_because text check (length(sent_back_because) between 1 and 1000),
  primary key (tenant_id, id),
  unique (tenant_id, task_id, id),
  foreign key (tenant_id, task_id) references tasks.task (tenant_id, id),
  foreign key (tenant_id, by_id) references staff.person (tenant_id, id),
  constraint sending_back_is_whole check (num_nonnulls(sent_back_at, sent_back_because) in (0, 2) and sent_back_at >= at)
);
create unique index answer_key on tasks.answer (tenant_id, task_id, key);
create unique index answer_standing on tasks.answer (tenant_id, task_id) where sent_back_at is null;
create index answer_task on tasks.answer (tenant_id, task_id, at desc);
select base.isolate('tasks.answer');
revoke delete on tasks.answer from guichet_server;

-- Files shown with a task, or that came with an answer. One that is being brought belongs to nothing yet and is swept when nobody uses it.
create table tasks.file (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  answer_id uuid,
  brought_by text,                 -- still being brought, by
  brought_at timestamptz not null,
  position int not null,
  name text not null check (length(name) between 1 and 500),
  type text not null check (length(type) <= 200),
  size bigint not null check (size >= 0),
  file_id uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references tasks.task (tenant_id, id),
  foreign key (tenant_id, task_id, answer_id) references tasks.answer (tenant_id, task_id, id),
  foreign key (tenant_id, file_id) references base.file (tenant_id, id),
  constraint brought_or_given check (brought_by is null or answer_id is null)
);
create index file_task on tasks.file (tenant_id, task_id, position);
create index file_brought on tasks.file (tenant_id, brought_at) where brought_by is not null;
select base.isolate('tasks.file');

-- Checklists, of a task or of a case itself.
create table tasks.item (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  task_id uuid,
  position int not null,
  what text not null check (length(what) between 1 and 300),
  done_at timestamptz,
  done_by text,
  done_by_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, case_id, task_id) references tasks.task (tenant_id, case_id, id),
  foreign key (tenant_id, done_by_id) references staff.person (tenant_id, id),
  constraint doing_names_who check ((done_at is null) = (done_by is null) and (done_by_id is null or done_by is not null))
);
create index item_case on tasks.item (tenant_id, case_id, position) where task_id is null;
create index item_task on tasks.item (tenant_id, task_id, position) where task_id is not null;
select base.isolate('tasks.item');

-- All that became of a task, line by line, never taken back.
create table tasks.happening (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  at timestamptz not null,
  what text not null check (what in ('asked', 'begun', 'seen', 'taken', 'let_go', 'answered', 'accepted', 'sent_back', 'declined', 'redirected',
    'edited', 'cancelled', 'due_soon', 'late', 'left_open', 'remarked', 'passed_on', 'linked', 'link_revoked', 'mailed', 'chased')),
  by text not null,
  by_id uuid,
  by_name text check (length(by_name) <= 300),
  note text check (length(note) <= 4000),
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references tasks.task (tenant_id, id),
  foreign key (tenant_id, by_id) references staff.person (tenant_id, id)
);
create index happening_task on tasks.happening (tenant_id, task_id, at desc, id desc);
select base.isolate('tasks.happening');
revoke update, delete on tasks.happening from guichet_server;

-- Links that open one task without an account. Of a link only its hash is kept.
create table tasks.link (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references tasks.task (tenant_id, id),
  constraint lasts_a_year_at_most check (expires_at > made_at and expires_at <= made_at + interval '366 days'),
  constraint revoking_names_who check ((revoked_at is null) = (revoked_by is null)),
  constraint time_runs_forward check (opened_at >= made_at and revoked_at >= made_at)
);
create unique index link_hash on tasks.link (tenant_id, hash);
create index link_task on tasks.link (tenant_id, task_id, made_at desc);
select base.isolate('tasks.link');
revoke delete on tasks.link from guichet_server;

-- Nobody leaves while tasks are asked of them by name, or are in their hands.
create function tasks.nobody_leaves_open_tasks() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.left_at is not null and exists (
    select from tasks.task t where t.tenant_id = new.tenant_id and (t.person_id = new.id or t.taken_by_id = new.id)
      and t.accepted_at is null and t.cancelled_at is null)
  then raise exception 'who leaves must first pass on the tasks that rest on them' using errcode = '23514', constraint = 'nobody_leaves_open_tasks';
  end if;
  return null;
end $$;
create constraint trigger nobody_leaves_open_tasks after update of left_at on staff.person
  deferrable initially deferred for each row execute function tasks.nobody_leaves_open_tasks();
