-- Who knows what, and whom to ask next; and what is known of those outside the house.

create table tasks.topic (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  about text not null default '' check (length(about) <= 1000),
  words text[] not null default '{}' check (cardinality(words) <= 40),
  made_at timestamptz not null,
  made_by text not null,
  struck_at timestamptz check (struck_at >= made_at),
  struck_by text,
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id),
  constraint striking_names_who check ((struck_at is null) = (struck_by is null))
);
create unique index topic_name on tasks.topic (tenant_id, lower(name)) where struck_at is null;
select base.isolate('tasks.topic');
revoke delete on tasks.topic from guichet_server;

-- In the order to ask them. Each once.
create table tasks.topic_whom (
  tenant_id uuid not null,
  topic_id uuid not null,
  place int not null check (place between 1 and 20),
  team_id uuid,
  person_id uuid,
  party_id uuid,
  note text not null default '' check (length(note) <= 300),
  primary key (tenant_id, topic_id, place),
  foreign key (tenant_id, topic_id) references tasks.topic (tenant_id, id),
  foreign key (tenant_id, team_id) references staff.team (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, party_id) references tasks.party (tenant_id, id),
  constraint one_of_three check (num_nonnulls(team_id, person_id, party_id) = 1)
);
create unique index topic_whom_once on tasks.topic_whom (tenant_id, topic_id, (coalesce(team_id, person_id, party_id)));
create index topic_whom_team on tasks.topic_whom (tenant_id, team_id) where team_id is not null;
create index topic_whom_person on tasks.topic_whom (tenant_id, person_id) where person_id is not null;
create index topic_whom_party on tasks.topic_whom (tenant_id, party_id) where party_id is not null;
select base.isolate('tasks.topic_whom');

-- What a party's name and address do not say. Made when first written; without one, a party is French and in Paris.
create table tasks.party_card (
  tenant_id uuid not null,
  party_id uuid not null,
  trade text not null default '' check (length(trade) <= 120),
  phone text not null default '' check (length(phone) <= 60),
  superior_name text not null default '' check (length(superior_name) <= 200),
  superior_email text check (length(superior_email) between 3 and 254 and superior_email = lower(superior_email)),
  language text not null default 'fr' check (language in ('fr', 'en')),
  zone text not null default 'Europe/Paris' check (length(zone) between 1 and 64),
  note text not null default '' check (length(note) <= 2000),
  undeliverable_at timestamptz,            -- mail to this address came back for good
  primary key (tenant_id, party_id),
  foreign key (tenant_id, party_id) references tasks.party (tenant_id, id)
);
select base.isolate('tasks.party_card');

-- How long somebody usually takes is read from their latest tasks.
create index task_asked_of on tasks.task (tenant_id, (coalesce(team_id, person_id, party_id)), asked_at desc);
