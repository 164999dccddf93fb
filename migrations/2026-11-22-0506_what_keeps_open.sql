-- How urgent a case is, who works on it beside its owner, what keeps it open, and each time it was closed.
alter table cases."case" add column priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent'));
create index case_priority on cases."case" (tenant_id, priority, last_at desc, id desc) where priority <> 'normal';

-- Who works on a case. Never who answers for it: that is the ownership.
create table cases.handler (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  role text not null default '' check (length(role) <= 80), -- what they do in it, in their own words
  since timestamptz not null,
  by text not null,
  until timestamptz check (until >= since),
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id)
);
create unique index handler_now on cases.handler (tenant_id, case_id, person_id) where until is null;
create index handler_person on cases.handler (tenant_id, person_id, case_id) where until is null;
select base.isolate('cases.handler');
revoke delete on cases.handler from guichet_server;

-- What keeps a case open: something a room above still waits for, named by its kind and id.
create table cases.blocker (
  tenant_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  id uuid not null,
  case_id uuid not null,
  what text not null check (length(what) between 1 and 500),
  waits_for text not null check (length(waits_for) <= 300),
  since timestamptz not null,
  by text not null,
  ended_at timestamptz check (ended_at >= since),
  primary key (tenant_id, kind, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id)
);
create index blocker_of_case on cases.blocker (tenant_id, case_id) where ended_at is null;
select base.isolate('cases.blocker');
revoke delete on cases.blocker from guichet_server;

-- Each time a case was closed, by whom, and, when something still kept it open, why it was closed over that.
create table cases.closure (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  by text not null,
  because text check (length(btrim(because)) between 1 and 4000),
  over jsonb check (jsonb_typeof(over) = 'array'), -- what it was closed over: [{kind, id, what, waits_for}]
  ended_at timestamptz check (ended_at >= at),     -- the case was opened again
  ended_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index closure_current on cases.closure (tenant_id, case_id) where ended_at is null;
create index closure_of_case on cases.closure (tenant_id, case_id, at);
select base.isolate('cases.closure');
revoke update, delete on cases.closure from guichet_server;
grant update (ended_at, ended_by) on cases.closure to guichet_server;
insert into cases.closure (tenant_id, id, case_id, at, by)
select tenant_id, gen_random_uuid(), id, closed_at, closed_by from cases."case" where closed_at is not null;

-- A case does not close over what keeps it open unless it is said why; nor does anything begin to keep a closed case open. Whoever comes
-- second waits for the first: the closing has the case's row, the blocking asks to share it.
create function cases.closes_over_nothing(tenant uuid, of_case uuid) returns void language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from cases."case" c where c.tenant_id = tenant and c.id = of_case and c.closed_at is not null for share)
    and exists (select from cases.blocker b where b.tenant_id = tenant and b.case_id = of_case and b.ended_at is null)
    and not exists (
      select from cases.closure k where k.tenant_id = tenant and k.case_id = of_case and k.ended_at is null and k.because is not null)
  then raise exception 'a case does not close over what keeps it open without a reason' using errcode = '23514', constraint = 'closes_over_nothing';
  end if;
end $$;
create function cases.closing_looks() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform cases.closes_over_nothing(new.tenant_id, new.id);
  return null;
end $$;
create function cases.blocking_looks() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform cases.closes_over_nothing(new.tenant_id, new.case_id);
  return null;
end $$;
create constraint trigger closes_over_nothing after update of closed_at on cases."case"
  deferrable initially deferred for each row when (new.closed_at is not null) execute function cases.closing_looks();
create constraint trigger blocks_nothing_closed after insert or update of ended_at, case_id on cases.blocker
  deferrable initially deferred for each row when (new.ended_at is null) execute function cases.blocking_looks();
