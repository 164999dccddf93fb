-- Who is offered which piece of work. One engine a house, stepped by whoever holds its row; what it decided is written by the same commit as
-- what happened, and told only then.
create schema routing;
grant usage on schema routing to guichet_server;
create extension if not exists btree_gist;

-- A house that routes has one row: whoever steps its engine holds it. A state in memory is good only if it is of this step (`seq`, `stamp`).
create table routing.router (
  tenant_id uuid not null primary key,
  seq bigint not null default 0 check (seq >= 0),
  stamp uuid not null,
  stepped_at timestamptz not null,  -- the engine's time: never goes back, whatever two servers' clocks say
  snapshot_seq bigint not null,
  timer uuid not null,              -- its one timer, and when that rings: the first of
  wakes_at timestamptz,             -- what the engine waits for,
  seats_at timestamptz,             -- what the clock changes at the seats (a pause ends, an absence begins, somebody has been gone for long)
  hours_at timestamptz,             -- and at the queues (one opens or closes)
  ended_at timestamptz              -- no rules are in force
);
select base.isolate('routing.router');
revoke delete on routing.router from guichet_server;

-- The engine's state is the last snapshot and what was put into it since. Without gaps, never changed; forgotten once a later snapshot holds it.
create table routing.log (
  tenant_id uuid not null,
  seq bigint not null check (seq > 0),
  stamp uuid not null,
  at timestamptz not null,
  inputs jsonb not null,
  decided text not null,            -- a fingerprint of the decisions: a state that decides otherwise is thrown away
  primary key (tenant_id, seq)
);
select base.isolate('routing.log');
revoke update on routing.log from guichet_server;
create table routing.snapshot (
  tenant_id uuid not null,
  seq bigint not null,              -- the state after this step
  at timestamptz not null,
  body jsonb not null,
  primary key (tenant_id, seq)
);
select base.isolate('routing.snapshot');
revoke update on routing.snapshot from guichet_server;

create table routing.seat (
  tenant_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('ready', 'paused', 'wrapping', 'off')),
  since timestamptz not null,
  here boolean not null,            -- at the desk, and not absent
  presence text not null,           -- as staff has it
  frees_at timestamptz,             -- gone: then what they have in hand goes back to its place
  paused_at timestamptz,
  pause_until timestamptz,
  pause_because text check (length(pause_because) <= 100),
  paused_channels text[] not null default '{}',
  break_at timestamptz,             -- the next planned break
  break_ends timestamptz,
  units int not null check (units >= 0), -- of capacity, by the rules in force
  most jsonb not null default '{}', -- at once, by channel, where it is not what the rules say
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  check (pause_until is null or paused_at is not null),
  check ((state = 'off') = (not here))
);
select base.isolate('routing.seat');
revoke delete on routing.seat from guichet_server;

create table routing.item (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('chat', 'message', 'task', 'promise', 'given')),
  channel text not null check (length(channel) <= 40),
  subject_id uuid,                  -- the conversation, case, task or promise
  case_id uuid,
  title text not null check (length(title) <= 300),
  facts jsonb not null,
  queue text not null,
  queued_at timestamptz not null,   -- in this queue
  rulebook text not null,           -- the version that put it there
  arrived_at timestamptz not null,
  place_at timestamptz not null,
  due_at timestamptz,
  owner_id uuid,
  contact_id uuid,
  deputies uuid[] not null default '{}',
  units int not null check (units >= 0),
  most int not null check (most >= 0), -- of its channel, for one person
  gives_way boolean not null,
  state text not null check (state in ('waiting', 'offered', 'in_hand', 'over')),
  since timestamptz not null,
  person_id uuid,
  taken_at timestamptz,
  taken_by text check (taken_by in ('offer', 'hand')),
  times_offered int not null default 0,
  ended_at timestamptz,
  ended_as text check (ended_as in ('done', 'left', 'refused', 'call_back', 'withdrawn')),
  wrap_until timestamptz,           -- whoever did it writes it up until then at most
  wrap_longer boolean not null default false,
  wrapped_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  check ((state = 'over') = (ended_at is not null)),
  check ((ended_at is null) = (ended_as is null)),
  check ((kind = 'given') = (subject_id is null)),
  check (wrap_until is null or ended_at is not null),
  check (wrapped_at is null or wrap_until is not null),
  constraint in_hand_is_in_somebodys_hand check (state <> 'in_hand' or (person_id is not null and taken_at is not null)),
  constraint nobody_has_what_waits check (state not in ('waiting', 'offered') or person_id is null)
);
create unique index item_once on routing.item (tenant_id, kind, subject_id) where state <> 'over';
create index item_live on routing.item (tenant_id, queue, place_at, id) where state <> 'over';
create index item_in_hand on routing.item (tenant_id, person_id) where state = 'in_hand';
create index item_wrapping on routing.item (tenant_id, person_id) where wrap_until is not null and wrapped_at is null;
create index item_case on routing.item (tenant_id, case_id, arrived_at) where case_id is not null;
create index item_arrived on routing.item (tenant_id, arrived_at, id);
create index item_ended on routing.item (tenant_id, ended_at) where ended_at is not null;
select base.isolate('routing.item');

create table routing.offer (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  queue text not null,
  offered_at timestamptz not null,
  until timestamptz,
  ring_all boolean not null,
  receipt_id uuid,
  ended_at timestamptz,
  ended_as text check (ended_as in ('accepted', 'declined', 'lapsed', 'withdrawn')),
  because text check (length(because) <= 300),
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references routing.item (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references routing.seat (tenant_id, person_id),
  check ((ended_at is null) = (ended_as is null)),
  check (until is null or until > offered_at)
);
create unique index offer_of_one on routing.offer (tenant_id, item_id) where ended_at is null and not ring_all;
create unique index offer_once on routing.offer (tenant_id, item_id, person_id) where ended_at is null;
create index offer_live on routing.offer (tenant_id, person_id, until) where ended_at is null;
create index offer_of_item on routing.offer (tenant_id, item_id, offered_at);
select base.isolate('routing.offer');

-- Nobody is offered more than they can do, whatever any program believes. What somebody took by hand counts, and is their own affair; what
-- gives way is put aside for what does not, and counts only while there is nothing else.
create function routing.within_capacity() returns trigger language plpgsql as $$
declare
  offered routing.item;
  hard int; soft int; alike int; room int; own int;
begin
  if not exists (select from routing.offer o where o.tenant_id = new.tenant_id and o.id = new.id and o.ended_at is null) then return null; end if;
  select * into offered from routing.item i where i.tenant_id = new.tenant_id and i.id = new.item_id;
  select s.units, (s.most ->> offered.channel)::int into room, own from routing.seat s where s.tenant_id = new.tenant_id and s.person_id = new.person_id and s.state <> 'off';
  select coalesce(sum(i.units) filter (where not i.gives_way), 0), coalesce(sum(i.units) filter (where i.gives_way), 0),
         count(*) filter (where i.channel = offered.channel)
    into hard, soft, alike
    from routing.item i
    where i.tenant_id = new.tenant_id and i.id in (
      select h.id from routing.item h where h.tenant_id = new.tenant_id and h.person_id = new.person_id and h.state = 'in_hand'
      union
      select o.item_id from routing.offer o where o.tenant_id = new.tenant_id and o.person_id = new.person_id and o.ended_at is null);
  if room is null or alike > coalesce(own, offered.most)
     or hard + (case when not offered.gives_way then 0 when hard = 0 then soft else offered.units end) > room then
    raise exception 'offered beyond capacity' using errcode = 'check_violation', constraint = 'within_capacity';
  end if;
  return null;
end $$;
create constraint trigger within_capacity after insert on routing.offer deferrable initially deferred
  for each row execute function routing.within_capacity();

create table routing.receipt (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  at timestamptz not null,
  queue text not null,
  body jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references routing.item (tenant_id, id) on delete cascade
);
create index receipt_of_item on routing.receipt (tenant_id, item_id, at);
select base.isolate('routing.receipt');
revoke update on routing.receipt from guichet_server;

create table routing.planned_break (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('lunch', 'pause', 'training', 'meeting', 'other')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  planned_by text not null,
  planned_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours'),
  constraint breaks_do_not_overlap exclude using gist (tenant_id with =, person_id with =, tstzrange(starts_at, ends_at) with &&) where (taken_back_at is null)
);
create index planned_break_coming on routing.planned_break (tenant_id, person_id, ends_at) where taken_back_at is null;
select base.isolate('routing.planned_break');
revoke delete on routing.planned_break from guichet_server;
