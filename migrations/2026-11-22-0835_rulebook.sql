-- The rules of routing: versions that never change, which of them was in force when, the draft of the next, and what somebody may be offered.
create table routing.rulebook (
  tenant_id uuid not null,
  id uuid not null,
  number int not null check (number > 0), -- 1, 2, 3 … of this house
  title text not null check (length(title) between 1 and 200),
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  made_at timestamptz not null,
  made_by text not null check (length(made_by) between 1 and 120),
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
select base.isolate('routing.rulebook');
revoke update, delete on routing.rulebook from guichet_server;

-- Each change of the rules for everybody, in its place: going back is one more. Null: nothing is routed.
create table routing.in_force (
  tenant_id uuid not null,
  place int not null check (place > 0),
  rulebook_id uuid,
  since timestamptz not null,
  by text not null check (length(by) between 1 and 120),
  primary key (tenant_id, place),
  foreign key (tenant_id, rulebook_id) references routing.rulebook (tenant_id, id)
);
create index in_force_rulebook on routing.in_force (tenant_id, rulebook_id);
select base.isolate('routing.in_force');
revoke update, delete on routing.in_force from guichet_server;

-- One for the whole house: two who edit at once are told.
create table routing.draft (
  tenant_id uuid not null,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  based_on uuid,
  edited_at timestamptz not null,
  edited_by text not null check (length(edited_by) between 1 and 120),
  version int not null check (version > 0),
  primary key (tenant_id),
  foreign key (tenant_id, based_on) references routing.rulebook (tenant_id, id)
);
select base.isolate('routing.draft');

-- What routing needs of a person besides their skills and teams. No row: as usual.
create table routing.ability (
  tenant_id uuid not null,
  person_id uuid not null,
  languages jsonb check (jsonb_typeof(languages) = 'object'), -- level by language; null: the one of their desk
  degree int not null check (degree between 1 and 5),
  queues jsonb not null check (jsonb_typeof(queues) = 'object'), -- 0 to 5 by queue
  most jsonb not null check (jsonb_typeof(most) = 'object'), -- at once, by channel
  seat_units int check (seat_units between 1 and 10000),
  version int not null check (version > 0),
  changed_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id)
);
select base.isolate('routing.ability');
revoke delete on routing.ability from guichet_server;
