-- A visit: what a visitor and we say to each other over a widget. It is made by the first message and never before.
create table channels.visit (
  tenant_id uuid not null,
  id uuid not null,
  secret_hash bytea not null check (length(secret_hash) = 32),
  entry_point_id uuid not null,
  brand_id uuid not null,
  conversation_id uuid not null,
  case_id uuid not null,
  customer_id uuid,
  language text not null check (language in ('fr', 'en')),
  page text check (length(page) <= 1000),
  said jsonb,                               -- {name, email}: what the visitor told, without proof
  proven jsonb,                             -- {name, email}: what the site's signed token proved
  mail_after_seconds int not null check (mail_after_seconds > 0),
  mail_at timestamptz,                      -- when somebody looks whether an answer is still unread; the timer is a job
  served_by uuid,                           -- who talks with the visitor; the case has an owner besides
  served_at timestamptz,
  last_seq int not null check (last_seq > 0),
  last_at timestamptz not null,
  read_by_visitor int not null default 0 check (read_by_visitor >= 0),
  read_by_us int not null default 0 check (read_by_us >= 0),
  waiting_since timestamptz,                -- the visitor spoke last
  answered_at timestamptz,                  -- the first answer
  opened_at timestamptz not null,
  left_at timestamptz,
  over_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references cases.conversation (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, entry_point_id) references brands.entry_point (tenant_id, id),
  foreign key (tenant_id, served_by) references staff.person (tenant_id, id),
  constraint nobody_reads_ahead check (read_by_visitor <= last_seq and read_by_us <= last_seq),
  constraint served_since check ((served_by is null) = (served_at is null))
) with (fillfactor = 70);
create unique index visit_secret on channels.visit (tenant_id, entry_point_id, secret_hash);
create unique index visit_conversation on channels.visit (tenant_id, conversation_id);
create index visit_case on channels.visit (tenant_id, case_id);
create index visit_waiting on channels.visit (tenant_id, id) where over_at is null and served_by is null;
create index visit_served on channels.visit (tenant_id, served_by, id) where over_at is null and served_by is not null;
create index visit_over on channels.visit (tenant_id, id) where over_at is not null;
create index visit_recent on channels.visit (tenant_id, entry_point_id, id);
select base.isolate('channels.visit');
revoke delete on channels.visit from guichet_server;
select base.show_dispatcher('channels.visit', 'select (tenant_id, id, waiting_since, served_by, over_at)');

-- The places of what was said, 1, 2, 3 … in one order for both sides. The words are those of the interaction.
create table channels.chat_message (
  tenant_id uuid not null,
  conversation_id uuid not null,
  seq int not null check (seq > 0),
  interaction_id uuid not null,
  said_id uuid,                             -- the widget's own name of what its visitor said: said twice, placed once
  said_by text not null check (said_by in ('visitor', 'agent', 'house')),
  at timestamptz not null,
  came_by_mail boolean not null default false,
  mailed_with uuid,                         -- the answer whose mail carries this one too
  mailed_at timestamptz,                    -- that mail was handed over
  primary key (tenant_id, conversation_id, seq),
  foreign key (tenant_id, conversation_id) references channels.visit (tenant_id, conversation_id),
  foreign key (tenant_id, interaction_id) references cases.interaction (tenant_id, id),
  constraint only_visitors_name check (said_id is null or said_by = 'visitor'),
  constraint only_answers_are_mailed check (mailed_with is null or said_by = 'agent'),
  constraint mailed_with_something check (mailed_at is null or mailed_with is not null)
);
create unique index chat_message_said on channels.chat_message (tenant_id, conversation_id, said_id) where said_id is not null;
create unique index chat_message_interaction on channels.chat_message (tenant_id, interaction_id);
create index chat_message_mailed on channels.chat_message (tenant_id, mailed_with) where mailed_with is not null;
select base.isolate('channels.chat_message');
revoke delete on channels.chat_message from guichet_server;

-- Places have no gaps: a place is taken only right after the one before it.
create function channels.places_follow() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.seq > 1 and not exists (
    select from channels.chat_message m where m.tenant_id = new.tenant_id and m.conversation_id = new.conversation_id and m.seq = new.seq - 1)
  then raise exception 'a place was left empty' using errcode = '23514', constraint = 'places_follow';
  end if;
  return null;
end $$;
create trigger places_follow after insert on channels.chat_message for each row execute function channels.places_follow();
