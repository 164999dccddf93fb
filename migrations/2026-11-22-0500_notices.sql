-- What a colleague should know now: a reminder, an escalation, something to accept. Told twice is told once.
create table staff.notice (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  key text not null check (length(key) between 1 and 300), -- what it is about and which time it is said: the same is not told again
  kind text not null check (kind ~ '^[a-z_]+([.][a-z_]+)*$' and length(kind) <= 60),
  fr text not null check (length(fr) between 1 and 600),
  en text not null check (length(en) between 1 and 600),
  path text not null check (path ~ '^/' and path !~ '^//' and length(path) <= 500), -- of the desk
  case_id uuid, -- of a room above, so no key: whoever shows it asks that room
  urgent boolean not null,
  told_at timestamptz not null,
  seen_at timestamptz check (seen_at >= told_at),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id)
);
create unique index notice_once on staff.notice (tenant_id, person_id, key);
create index notice_recent on staff.notice (tenant_id, person_id, told_at desc, id desc);
create index notice_unseen on staff.notice (tenant_id, person_id, told_at desc, id desc) where seen_at is null;
create index notice_told on staff.notice (tenant_id, told_at);
select base.isolate('staff.notice');
