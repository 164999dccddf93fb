-- Colleagues change shifts, bid for those that are offered, and read their own in their calendars.
create table scheduling.swap (
  tenant_id uuid not null,
  id uuid not null,
  shift_id uuid not null,
  person_id uuid not null,                       -- who offers it
  shift_seen int not null,                       -- its sequence then: what changed since is another shift
  wants_id uuid,
  wants_seen int,
  to_id uuid,                                    -- null: to all who could
  note text not null check (length(note) <= 500),
  offered_at timestamptz not null,
  taken_by uuid,
  taken_at timestamptz check (taken_at >= offered_at),
  ended_at timestamptz check (ended_at >= offered_at),
  ended_as text check (ended_as in ('granted', 'declined', 'withdrawn', 'overtaken')),
  answered_by uuid,                              -- null with granted: by rule
  because text not null default '' check (length(because) <= 500),
  primary key (tenant_id, id),
  foreign key (tenant_id, shift_id) references scheduling.shift (tenant_id, id),
  foreign key (tenant_id, wants_id) references scheduling.shift (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, to_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, taken_by) references staff.person (tenant_id, id),
  foreign key (tenant_id, answered_by) references staff.person (tenant_id, id),
  constraint ends_somehow check ((ended_at is null) = (ended_as is null)),
  constraint taken_by_somebody check ((taken_at is null) = (taken_by is null)),
  constraint nobody_swaps_with_themselves check (taken_by <> person_id and to_id <> person_id),
  constraint granted_to_somebody check (ended_as <> 'granted' or taken_by is not null),
  constraint wants_what_it_has_seen check ((wants_id is null) = (wants_seen is null))
);
create unique index swap_of_shift on scheduling.swap (tenant_id, shift_id) where ended_at is null;
create index swap_open on scheduling.swap (tenant_id, id) where ended_at is null;
create index swap_of_person on scheduling.swap (tenant_id, person_id, id);
create index swap_taken_by on scheduling.swap (tenant_id, taken_by, id) where taken_by is not null;
select base.isolate('scheduling.swap');
revoke delete on scheduling.swap from guichet_server;

create table scheduling.open_shift (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  places int not null check (places between 1 and 50),
  teams uuid[] not null default '{}',
  skills uuid[] not null default '{}',
  site text check (length(site) <= 120),
  rule text not null check (rule in ('first', 'fairness', 'by_hand')),
  note text not null check (length(note) <= 500),
  offered_at timestamptz not null,
  offered_by uuid,
  closes_at timestamptz not null,
  ended_at timestamptz check (ended_at >= offered_at),
  ended_as text check (ended_as in ('filled', 'closed', 'withdrawn')),
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references scheduling.plan (tenant_id, id),
  foreign key (tenant_id, offered_by) references staff.person (tenant_id, id),
  check (ends_at >= starts_at + interval '15 minutes' and ends_at <= starts_at + interval '16 hours' and closes_at <= starts_at),
  constraint ends_somehow check ((ended_at is null) = (ended_as is null))
);
create index open_shift_coming on scheduling.open_shift (tenant_id, starts_at, id) where ended_at is null;
create index open_shift_of_plan on scheduling.open_shift (tenant_id, plan_id, starts_at);
select base.isolate('scheduling.open_shift');
revoke delete on scheduling.open_shift from guichet_server;

create table scheduling.bid (
  tenant_id uuid not null,
  open_shift_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= at),
  shift_id uuid,                                 -- the shift they got
  primary key (tenant_id, open_shift_id, person_id),
  foreign key (tenant_id, open_shift_id) references scheduling.open_shift (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, shift_id) references scheduling.shift (tenant_id, id),
  constraint who_withdrew_gets_nothing check (shift_id is null or withdrawn_at is null)
);
create index bid_of_person on scheduling.bid (tenant_id, person_id, open_shift_id);
select base.isolate('scheduling.bid');
revoke delete on scheduling.bid from guichet_server;

-- The address of a calendar is a secret; what is kept of it opens nothing.
create table scheduling.feed (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  made_at timestamptz not null,
  read_at timestamptz,
  revoked_at timestamptz check (revoked_at >= made_at),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id)
);
create unique index feed_hash on scheduling.feed (tenant_id, hash);
create index feed_of_person on scheduling.feed (tenant_id, person_id) where revoked_at is null;
select base.isolate('scheduling.feed');
revoke delete on scheduling.feed from guichet_server;
