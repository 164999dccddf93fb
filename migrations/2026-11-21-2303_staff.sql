-- People who serve: who they are, their teams, skills, presence and absences, and who stands in for whom.
create extension if not exists btree_gist;
create schema staff;
grant usage on schema staff to guichet_server;

create table staff.person (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  title text not null default '' check (length(title) <= 120),
  email text not null check (length(email) between 3 and 254),
  language text not null check (language in ('fr', 'en')),
  photo_file_id uuid,
  deputy_id uuid,
  joined_at timestamptz not null,
  left_at timestamptz,
  successor_id uuid,
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, deputy_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, successor_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, photo_file_id) references base.file (tenant_id, id),
  constraint nobody_deputises_for_himself check (deputy_id <> id),
  constraint nobody_succeeds_himself check (successor_id <> id),
  constraint who_leaves_has_a_successor check ((left_at is null) = (successor_id is null)),
  check (left_at >= joined_at)
);
create unique index person_email on staff.person (tenant_id, lower(email)) where left_at is null;
create index person_name on staff.person (tenant_id, lower(name), id);
create index person_deputy on staff.person (tenant_id, deputy_id) where deputy_id is not null;
select base.isolate('staff.person');
revoke delete on staff.person from guichet_server; -- who answered for what in the past must stay tellable

create table staff.team (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  manager_id uuid not null,
  version int not null default 1 check (version > 0),
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, manager_id) references staff.person (tenant_id, id)
);
create unique index team_name on staff.team (tenant_id, lower(name)) where closed_at is null;
create index team_manager on staff.team (tenant_id, manager_id);
select base.isolate('staff.team');

create table staff.membership (
  tenant_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  joined_at timestamptz not null,
  left_at timestamptz check (left_at >= joined_at),
  primary key (tenant_id, team_id, person_id, joined_at),
  foreign key (tenant_id, team_id) references staff.team (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id)
);
create unique index membership_once on staff.membership (tenant_id, team_id, person_id) where left_at is null;
create index membership_person on staff.membership (tenant_id, person_id) where left_at is null;
select base.isolate('staff.membership');

create table staff.skill (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index skill_name on staff.skill (tenant_id, lower(name));
select base.isolate('staff.skill');

create table staff.person_skill (
  tenant_id uuid not null,
  person_id uuid not null,
  skill_id uuid not null,
  level int not null check (level between 1 and 5),
  since timestamptz not null,
  primary key (tenant_id, person_id, skill_id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, skill_id) references staff.skill (tenant_id, id)
);
create index person_skill_skill on staff.person_skill (tenant_id, skill_id, level);
select base.isolate('staff.person_skill');

-- The present state only; how it came about is in the journal.
create table staff.presence (
  tenant_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('available', 'busy', 'away', 'offline')),
  since timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id)
);
select base.isolate('staff.presence');

create table staff.absence (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null check (reason in ('leave', 'sickness', 'training', 'part_time', 'other')),
  deputy_id uuid,
  version int not null default 1 check (version > 0),
  noted_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, deputy_id) references staff.person (tenant_id, id),
  check (starts_at < ends_at and isfinite(starts_at) and isfinite(ends_at)),
  constraint nobody_deputises_for_his_own_absence check (deputy_id <> person_id),
  constraint one_absence_at_a_time exclude using gist
    (tenant_id with =, person_id with =, tstzrange(starts_at, ends_at) with &&) where (cancelled_at is null)
);
create index absence_time on staff.absence (tenant_id, ends_at, starts_at) where cancelled_at is null;
create index absence_person on staff.absence (tenant_id, person_id, ends_at) where cancelled_at is null;
select base.isolate('staff.absence');
