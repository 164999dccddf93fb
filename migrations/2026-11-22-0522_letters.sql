-- Letters: mail of the house that is no message of a case. What is asked of an outside party or of a colleague who prefers mail goes out as one
-- and comes back into the task; what a colleague has not seen at the desk follows as one.
create table channels.letter (
  tenant_id uuid not null,
  id uuid not null,
  what text not null check (what in ('asked', 'chased', 'said', 'withdrawn', 'notices')),
  task_id uuid,
  person_id uuid,                          -- the colleague it is for; null: somebody outside
  to_name text not null check (length(to_name) <= 200),
  to_address text not null check (length(to_address) between 3 and 320),
  facts jsonb not null,                    -- what only this letter says; all else is read when it is written
  state text not null default 'queued' check (state in ('queued', 'leaving', 'handed_over', 'kept', 'failed', 'uncertain', 'not_needed')),
  detail text check (length(detail) <= 2000),
  queued_at timestamptz not null,
  leaves_at timestamptz not null,
  settled_at timestamptz,
  subject text check (length(subject) <= 1000),
  message_id text check (length(message_id) between 3 and 400),
  file_id uuid,                            -- the mail exactly as it goes out: every retry sends these bytes
  envelope jsonb,
  composed_at timestamptz,
  attempts int not null default 0 check (attempts >= 0),
  attempt_began_at timestamptz,
  attempt_ended_at timestamptz,
  last_answer text check (length(last_answer) <= 2000),
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references tasks.task (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, file_id) references base.file (tenant_id, id),
  constraint about_a_task_or_for_a_colleague check (case what when 'notices' then task_id is null and person_id is not null else task_id is not null end),
  constraint composed_whole check ((composed_at is null) = (message_id is null) and (composed_at is null) = (file_id is null)
    and (composed_at is null) = (envelope is null) and (composed_at is null) = (subject is null)),
  constraint settled_says_when check ((state in ('queued', 'leaving')) = (settled_at is null)),
  constraint leaves_after_it_was_queued check (leaves_at >= queued_at)
);
create unique index letter_message_id on channels.letter (tenant_id, message_id) where message_id is not null;
create index letter_task on channels.letter (tenant_id, task_id, queued_at desc) where task_id is not null;
create index letter_recent on channels.letter (tenant_id, queued_at desc, id desc);
create index letter_person on channels.letter (tenant_id, person_id, queued_at desc) where person_id is not null;
select base.isolate('channels.letter');
revoke delete on channels.letter from guichet_server;

-- As channels.token: unguessable words of ours that an answer may carry, of which only the hash is kept.
create table channels.letter_token (
  tenant_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  letter_id uuid not null,
  kind text not null check (kind in ('reply_address', 'message_id')),
  made_at timestamptz not null,
  primary key (tenant_id, hash),
  foreign key (tenant_id, letter_id) references channels.letter (tenant_id, id)
);
create index letter_token_letter on channels.letter_token (tenant_id, letter_id);
select base.isolate('channels.letter_token');

-- A mail that came back into a task. The raw copy is the receipt's.
create table channels.task_mail (
  tenant_id uuid not null,
  receipt_id uuid not null,
  task_id uuid not null,
  letter_id uuid not null,
  message_id text check (length(message_id) <= 998),
  from_address text not null check (length(from_address) <= 400),
  became text not null check (became in ('answer', 'from_another_address', 'late', 'automatic', 'undeliverable', 'delayed', 'again')),
  at timestamptz not null,
  primary key (tenant_id, receipt_id),
  foreign key (tenant_id, receipt_id) references channels.receipt (tenant_id, id),
  foreign key (tenant_id, task_id) references tasks.task (tenant_id, id),
  foreign key (tenant_id, letter_id) references channels.letter (tenant_id, id)
);
create index task_mail_task on channels.task_mail (tenant_id, task_id, at desc);
create index task_mail_message on channels.task_mail (tenant_id, message_id) where message_id is not null;
select base.isolate('channels.task_mail');

-- A receipt is filed in a case or in a task.
alter table channels.receipt add column task_id uuid;
alter table channels.receipt add foreign key (tenant_id, task_id) references tasks.task (tenant_id, id);
alter table channels.receipt drop constraint filed_somewhere;
alter table channels.receipt add constraint filed_somewhere check ((filed_at is null) = (interaction_id is null and task_id is null));
alter table channels.receipt add constraint filed_in_one_place check (interaction_id is null or task_id is null);
alter table channels.fingerprint alter column interaction_id drop not null;
alter table channels.fingerprint add column task_id uuid;
alter table channels.fingerprint add foreign key (tenant_id, task_id) references tasks.task (tenant_id, id);
alter table channels.fingerprint add constraint filed_in_one_place check ((interaction_id is null) <> (task_id is null));

-- How a colleague wants to be told by mail, and what waits to be gathered into the next one. One row a person, made when first needed.
create table channels.notice_mail (
  tenant_id uuid not null,
  person_id uuid not null,
  id uuid not null,                        -- of the timer that looks whether what waits was seen
  wish text not null default 'away' check (wish in ('always', 'away', 'never')),
  waiting uuid[] not null default '{}' check (cardinality(waiting) <= 200),
  look_at timestamptz,                     -- when it is next asked whether they were seen
  since timestamptz,                       -- when the first of what waits was told
  mailed_at timestamptz,
  mailed_count int not null default 0 check (mailed_count >= 0), -- since `counting_from`: a bound a day
  counting_from timestamptz,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  constraint what_waits_is_looked_at check ((cardinality(waiting) > 0) = (look_at is not null) and (look_at is null) = (since is null))
);
select base.isolate('channels.notice_mail');
