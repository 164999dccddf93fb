-- The ledger of promises. What became of one is what happened and when; wrong states cannot be written.
create schema commitments;
grant usage on schema commitments to guichet_server;

create table commitments.promise (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  customer_id uuid,                -- to whom; null while nobody knows who writes
  brand_id uuid not null,
  what text not null check (length(what) between 1 and 500),
  due_at timestamptz not null,
  due_day date,                    -- promised by a day: due_at is then the end of its working day
  zone text not null check (length(zone) between 1 and 64),
  channel text not null check (length(channel) between 1 and 20),
  owner_id uuid not null,          -- who answers for it now
  made_by_id uuid,                 -- a person of ours, or
  made_by text not null,           -- whoever acted
  made_at timestamptz not null,
  due_soon_at timestamptz,         -- when the owner is to be reminded
  reminded_at timestamptz,
  broken_at timestamptz,           -- the moment went by and it was still owed; it may be kept late
  kept_at timestamptz,
  kept_by_id uuid,
  kept_by text,
  moved_at timestamptz,
  moved_by text,
  moved_because text check (length(moved_because) between 1 and 500),
  moved_to uuid,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_because text check (length(withdrawn_because) between 1 and 500),
  version int not null default 1 check (version > 0),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers.customer (tenant_id, id),
  foreign key (tenant_id, brand_id) references brands.brand (tenant_id, id),
  foreign key (tenant_id, owner_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, made_by_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, kept_by_id) references staff.person (tenant_id, id),
  -- The promise that took its place is of the same case; each takes the place of one at most, so a chain neither forks nor joins.
  foreign key (tenant_id, case_id, moved_to) references commitments.promise (tenant_id, case_id, id) deferrable initially deferred,
  constraint promised_ahead check (due_at > made_at),
  constraint ends_one_way check (num_nonnulls(kept_at, moved_at, withdrawn_at) <= 1),
  constraint keeping_names_who check ((kept_at is null) = (kept_by is null) and (kept_by_id is null or kept_by is not null)),
  constraint moving_is_whole check (num_nonnulls(moved_at, moved_by, moved_because, moved_to) in (0, 4)),
  constraint moves_on check (moved_to <> id),
  constraint withdrawing_is_whole check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3)),
  constraint time_runs_forward check (kept_at >= made_at and moved_at >= made_at and withdrawn_at >= made_at and reminded_at >= due_soon_at),
  constraint reminded_before_due check (due_soon_at < due_at and due_soon_at >= made_at),
  constraint breaks_when_due check (broken_at >= due_at),
  constraint lateness_leaves_its_mark check (coalesce(kept_at, moved_at, withdrawn_at) <= due_at or broken_at is not null)
);
create unique index promise_moved_to on commitments.promise (tenant_id, moved_to) where moved_to is not null;
create index promise_owed on commitments.promise (tenant_id, due_at, id)
  where kept_at is null and moved_at is null and withdrawn_at is null;
create index promise_owed_by on commitments.promise (tenant_id, owner_id, due_at, id)
  where kept_at is null and moved_at is null and withdrawn_at is null;
create index promise_due on commitments.promise (tenant_id, due_at, id);
create index promise_case on commitments.promise (tenant_id, case_id, made_at desc, id desc);
create index promise_customer on commitments.promise (tenant_id, customer_id, due_at) where customer_id is not null;
select base.isolate('commitments.promise');
revoke delete on commitments.promise from guichet_server;
