-- The chase of a task: what comes next by itself, what was sent, and the mail that came beside the answer.
create table tasks.chase_plan (
  tenant_id uuid not null,
  "on" boolean not null,
  steps jsonb not null check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) <= 6),
  texts jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  version int not null default 1 check (version > 0),
  primary key (tenant_id)
);
select base.isolate('tasks.chase_plan');

create table tasks.chase (
  tenant_id uuid not null,
  task_id uuid not null,
  id uuid not null,                        -- of its timer
  episode text not null check (length(episode) <= 200), -- of whom it was asked, until when: asked anew, it is chased anew
  step int not null default 0 check (step >= 0),        -- how many of the plan's steps are behind us
  next_at timestamptz,
  next_tone text check (next_tone in ('polite', 'firm', 'manager')),
  paused_at timestamptz,
  paused_by text,
  undeliverable_at timestamptz,
  undeliverable_because text check (length(undeliverable_because) <= 1000),
  primary key (tenant_id, task_id),
  foreign key (tenant_id, task_id) references tasks.task (tenant_id, id),
  constraint next_is_whole check ((next_at is null) = (next_tone is null)),
  constraint pausing_names_who check ((paused_at is null) = (paused_by is null)),
  constraint paused_has_no_next check (paused_at is null or next_at is null),
  constraint undeliverable_says_why check ((undeliverable_at is null) = (undeliverable_because is null))
);
select base.isolate('tasks.chase');

-- One reminder each, never taken back. Of one step of one episode there is one, whoever's clock rings and however often.
create table tasks.chased (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  episode text not null check (length(episode) <= 200),
  step int,                                -- null: by hand
  tone text not null check (tone in ('polite', 'firm', 'manager')),
  at timestamptz not null,
  by text not null,
  by_id uuid,
  whom jsonb not null,                     -- [{id, name, by: desk | mail}]
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references tasks.task (tenant_id, id),
  foreign key (tenant_id, by_id) references staff.person (tenant_id, id)
);
create unique index chased_once on tasks.chased (tenant_id, task_id, episode, step) where step is not null;
create index chased_task on tasks.chased (tenant_id, task_id, at desc);
select base.isolate('tasks.chased');
revoke update, delete on tasks.chased from guichet_server;

-- A mail that came into a task without being its answer by itself: kept as it came until who answers for the task decides.
create table tasks.stray (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  key text not null check (length(key) between 1 and 998),
  why text not null check (why in ('another_address', 'unproven', 'over', 'again', 'automatic')),
  at timestamptz not null,
  from_name text not null check (length(from_name) <= 300),
  from_address text not null check (length(from_address) <= 400),
  text text not null check (length(text) <= 200000),
  html text check (length(html) <= 500000),
  files jsonb not null default '[]' check (jsonb_typeof(files) = 'array'),
  decided_at timestamptz check (decided_at >= at),
  decided_by_id uuid,
  taken boolean,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references tasks.task (tenant_id, id),
  foreign key (tenant_id, decided_by_id) references staff.person (tenant_id, id),
  constraint deciding_is_whole check ((decided_at is null) = (taken is null))
);
create unique index stray_key on tasks.stray (tenant_id, task_id, key);
create index stray_task on tasks.stray (tenant_id, task_id, at desc);
create index stray_undecided on tasks.stray (tenant_id, at) where decided_at is null;
select base.isolate('tasks.stray');
revoke delete on tasks.stray from guichet_server;

-- What was done through a signed link. The id comes with the form, so that pressing twice does it once.
create table tasks.deed (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  did text not null check (did in ('seen', 'answer', 'ask', 'decline', 'other')),
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references tasks.task (tenant_id, id)
);
create index deed_task on tasks.deed (tenant_id, task_id, at);
select base.isolate('tasks.deed');
revoke delete on tasks.deed from guichet_server;
