-- What whoever runs the floor says for a while, over what rules and hours say. The last word counts until its moment; nothing is overwritten.
create table routing.placing (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  queue text not null check (length(queue) between 1 and 60),
  preference int not null check (preference between 0 and 5), -- 0: not this queue
  from_at timestamptz not null,
  until_at timestamptz not null,
  set_by text not null check (length(set_by) between 1 and 120),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  check (until_at >= from_at and until_at <= from_at + interval '31 days'),
  constraint one_placing_at_a_time exclude using gist (tenant_id with =, person_id with =, queue with =, tstzrange(from_at, until_at) with &&)
);
create index placing_coming on routing.placing (tenant_id, until_at);
select base.isolate('routing.placing');
revoke delete on routing.placing from guichet_server;

create table routing.hours_word (
  tenant_id uuid not null,
  id uuid not null,
  queue text not null check (length(queue) between 1 and 60),
  opens boolean not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  because text not null check (length(because) <= 300),
  set_by text not null check (length(set_by) between 1 and 120),
  primary key (tenant_id, id),
  check (until_at >= from_at and until_at <= from_at + interval '31 days'),
  constraint one_word_at_a_time exclude using gist (tenant_id with =, queue with =, tstzrange(from_at, until_at) with &&)
);
create index hours_word_coming on routing.hours_word (tenant_id, until_at);
select base.isolate('routing.hours_word');
revoke delete on routing.hours_word from guichet_server;
