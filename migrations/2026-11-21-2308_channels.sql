-- The doors. A receipt and the raw copy come before anything is understood.
create schema channels;
grant usage on schema channels to guichet_server, guichet_dispatcher;

create table channels.receipt (
  tenant_id uuid not null,
  id uuid not null,
  door text not null check (length(door) between 1 and 80),   -- 'smtp', 'lmtp', 'imap:<mailbox>'
  entry_point_id uuid not null,
  received_at timestamptz not null,
  file_id uuid,                                                -- the raw copy; null only for what a server would not give us
  size bigint not null,
  envelope jsonb not null,                                     -- what the wire said: who, from where, to whom
  filed_at timestamptz,
  interaction_id uuid,
  again boolean not null default false,                        -- the same mail was already filed
  attempts int not null default 0,
  tray_at timestamptz,
  tray_why text,
  tray_detail text,
  handled_at timestamptz,
  handled_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, entry_point_id) references brands.entry_point (tenant_id, id),
  foreign key (tenant_id, file_id) references base.file (tenant_id, id),
  foreign key (tenant_id, interaction_id) references cases.interaction (tenant_id, id),
  constraint filed_or_in_the_tray check (filed_at is null or tray_at is null),
  constraint filed_somewhere check ((filed_at is null) = (interaction_id is null)),
  constraint tray_says_why check ((tray_at is null) = (tray_why is null))
);
create index receipt_waiting on channels.receipt (tenant_id, id) where filed_at is null and tray_at is null;
create index receipt_tray on channels.receipt (tenant_id, tray_at) where tray_at is not null and handled_at is null;
create index receipt_door on channels.receipt (tenant_id, entry_point_id, received_at desc);
create index receipt_recent on channels.receipt (tenant_id, received_at desc, id desc);
select base.isolate('channels.receipt');
revoke delete on channels.receipt from guichet_server;
select base.show_dispatcher('channels.receipt', 'select (tenant_id, id, received_at, filed_at, tray_at, handled_at)');

-- What makes two deliveries one mail, per entry point.
create table channels.fingerprint (
  tenant_id uuid not null,
  entry_point_id uuid not null,
  hash bytea not null,
  interaction_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, entry_point_id, hash),
  foreign key (tenant_id, interaction_id) references cases.interaction (tenant_id, id)
);
select base.isolate('channels.fingerprint');

-- Unguessable words of ours that an answer may carry. Only their hashes are kept here.
create table channels.token (
  tenant_id uuid not null,
  hash bytea not null,
  conversation_id uuid not null,
  interaction_id uuid,
  kind text not null check (kind in ('reply_address', 'message_id')),
  made_at timestamptz not null,
  primary key (tenant_id, hash),
  foreign key (tenant_id, conversation_id) references cases.conversation (tenant_id, id)
);
create index token_conversation on channels.token (tenant_id, conversation_id, kind, made_at desc);
select base.isolate('channels.token');

-- What a received mail called itself and where it was sent: an answer names it (In-Reply-To) and leaves from there.
create table channels.heard (
  tenant_id uuid not null,
  interaction_id uuid not null,
  conversation_id uuid not null,
  message_id text check (length(message_id) <= 998),
  sent_to text check (length(sent_to) <= 400),
  at timestamptz not null,
  primary key (tenant_id, interaction_id),
  foreign key (tenant_id, interaction_id) references cases.interaction (tenant_id, id)
);
create index heard_message on channels.heard (tenant_id, message_id) where message_id is not null;
create index heard_conversation on channels.heard (tenant_id, conversation_id, at desc);
select base.isolate('channels.heard');

-- The mail exactly as it goes out: every retry sends these bytes, with this Message-ID.
create table channels.sent (
  tenant_id uuid not null,
  interaction_id uuid not null,
  message_id text not null check (length(message_id) between 3 and 400),
  reply_token text not null,
  file_id uuid not null,
  envelope jsonb not null,
  composed_at timestamptz not null,
  attempts int not null default 0,
  attempt_began_at timestamptz,
  attempt_ended_at timestamptz,
  last_answer text,
  primary key (tenant_id, interaction_id),
  foreign key (tenant_id, interaction_id) references cases.interaction (tenant_id, id),
  foreign key (tenant_id, file_id) references base.file (tenant_id, id)
);
create unique index sent_message_id on channels.sent (tenant_id, message_id);
create index sent_recent on channels.sent (tenant_id, composed_at desc, interaction_id);
select base.isolate('channels.sent');

create table channels.acknowledged (
  tenant_id uuid not null,
  address text not null check (length(address) <= 400),
  at timestamptz not null,
  primary key (tenant_id, address)
);
select base.isolate('channels.acknowledged');

-- A mailbox elsewhere that we watch. Its secret is sealed with the key beside the data.
create table channels.mailbox (
  tenant_id uuid not null,
  id uuid not null,
  entry_point_id uuid not null,
  settings jsonb not null,
  sealed bytea not null,
  authserv_id text,
  uid_validity bigint,
  last_uid bigint,
  since timestamptz,
  health jsonb,
  last_mail_at timestamptz,
  version int not null default 1 check (version > 0),
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, entry_point_id) references brands.entry_point (tenant_id, id)
);
create index mailbox_open on channels.mailbox (tenant_id, id) where closed_at is null;
select base.isolate('channels.mailbox');
select base.show_dispatcher('channels.mailbox', 'select (tenant_id, id, version, closed_at, health, last_mail_at)');

create table channels.mailbox_message (
  tenant_id uuid not null,
  mailbox_id uuid not null,
  uid_validity bigint not null,
  uid bigint not null,
  receipt_id uuid not null,
  sha256 text not null,              -- a restored server gives the same number to another message
  settled_at timestamptz,
  primary key (tenant_id, mailbox_id, uid_validity, uid),
  foreign key (tenant_id, mailbox_id) references channels.mailbox (tenant_id, id),
  foreign key (tenant_id, receipt_id) references channels.receipt (tenant_id, id)
);
create index mailbox_message_unsettled on channels.mailbox_message (tenant_id, mailbox_id, uid_validity, uid) where settled_at is null;
select base.isolate('channels.mailbox_message');

create table channels.dkim_key (
  tenant_id uuid not null,
  domain text not null check (length(domain) between 1 and 253),
  selector text not null check (length(selector) between 1 and 63),
  sealed bytea not null,
  record text not null,
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, domain, selector)
);
select base.isolate('channels.dkim_key');
