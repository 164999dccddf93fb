-- An absence is asked for and approved, or declined with the reason; or sudden, and then nobody was asked. Only an approved one makes absent.
alter table staff.absence
  add sudden boolean not null default false,
  add asked_by text not null default 'house',
  add approved_at timestamptz,
  add approved_by text,
  add declined_at timestamptz,
  add declined_by text,
  add because text check (length(because) between 1 and 500);
update staff.absence set approved_at = noted_at, approved_by = 'house'; -- until now whoever wrote one down had decided
alter table staff.absence
  alter asked_by drop default,
  add constraint approval_names_who check ((approved_at is null) = (approved_by is null)),
  add constraint declined_by_whom_and_why check (num_nulls(declined_at, declined_by, because) in (0, 3)),
  add constraint answered_once check (approved_at is null or declined_at is null),
  add constraint nobody_is_asked_about_the_sudden check (not sudden or approved_at is not null),
  drop constraint one_absence_at_a_time,
  add constraint one_absence_at_a_time exclude using gist
    (tenant_id with =, person_id with =, tstzrange(starts_at, ends_at) with &&) where (cancelled_at is null and declined_at is null);
create index absence_asked on staff.absence (tenant_id, starts_at, id) where approved_at is null and declined_at is null and cancelled_at is null;
create index absence_deputy on staff.absence (tenant_id, deputy_id, ends_at) where deputy_id is not null and cancelled_at is null and declined_at is null;

-- Part time: the same hours of every week in which somebody does not work, in the days of their zone.
create table staff.part_time (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  weekday int not null check (weekday between 1 and 7), -- ISO 8601: 1 is Monday
  starts_minute int not null check (starts_minute between 0 and 1439),
  ends_minute int not null check (ends_minute between 1 and 1440),
  zone text not null check (length(zone) between 1 and 60),
  days daterange not null check (not isempty(days) and not lower_inf(days)),
  deputy_id uuid,
  noted_at timestamptz not null,
  noted_by text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, deputy_id) references staff.person (tenant_id, id),
  check (starts_minute < ends_minute),
  constraint nobody_deputises_for_his_own_part_time check (deputy_id <> person_id),
  constraint part_time_once exclude using gist
    (tenant_id with =, person_id with =, weekday with =, int4range(starts_minute, ends_minute) with &&, days with &&)
);
create index part_time_person on staff.part_time (tenant_id, person_id);
create index part_time_deputy on staff.part_time (tenant_id, deputy_id) where deputy_id is not null;
select base.isolate('staff.part_time');

-- When somebody is away, and until when, at an instant: no row when they are here. What follows without a gap counts as one, so that whoever
-- is off on Wednesday and on leave from Thursday is not announced for Thursday.
create function staff.away_spans(tenant uuid, person uuid, at timestamptz)
  returns table (id uuid, deputy_id uuid, starts_at timestamptz, ends_at timestamptz, weekly boolean) language sql stable as $$
  select a.id, a.deputy_id, a.starts_at, a.ends_at, false
  from staff.absence a
  where a.tenant_id = tenant and a.person_id = person and a.approved_at is not null and a.cancelled_at is null
    and a.starts_at <= at and a.ends_at > at
  union all
  select p.id, p.deputy_id, ((at at time zone p.zone)::date + make_interval(mins => p.starts_minute)) at time zone p.zone,
    ((at at time zone p.zone)::date + make_interval(mins => p.ends_minute)) at time zone p.zone, true
  from staff.part_time p
  where p.tenant_id = tenant and p.person_id = person and p.weekday = extract(isodow from at at time zone p.zone)
    and p.days @> (at at time zone p.zone)::date
    and at >= ((at at time zone p.zone)::date + make_interval(mins => p.starts_minute)) at time zone p.zone
    and at < ((at at time zone p.zone)::date + make_interval(mins => p.ends_minute)) at time zone p.zone
$$;
create function staff.away_until(tenant uuid, person uuid, at timestamptz) returns timestamptz language sql stable as $$
  with recursive away (until, steps) as (
    select (select max(s.ends_at) from staff.away_spans(tenant, person, at) s), 0
    union all
    select (select max(s.ends_at) from staff.away_spans(tenant, person, away.until) s), away.steps + 1
    from away where away.until is not null and away.steps < 60
  )
  select max(until) from away
$$;
grant execute on function staff.away_spans(uuid, uuid, timestamptz), staff.away_until(uuid, uuid, timestamptz) to guichet_server;

-- Nobody leaves while anything rests on them: a colleague's standing deputy, that of an absence to come, the manager of a team.
create function staff.nobody_leaves_others_alone() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from staff.person p where p.tenant_id = new.tenant_id and p.deputy_id = new.id and p.left_at is null) then
    raise exception 'who leaves is still the deputy of somebody' using errcode = '23514', constraint = 'nobody_leaves_others_alone';
  end if;
  if exists (select from staff.absence a where a.tenant_id = new.tenant_id and a.deputy_id = new.id and a.cancelled_at is null
      and a.declined_at is null and a.ends_at > new.left_at)
    or exists (select from staff.part_time t where t.tenant_id = new.tenant_id and t.deputy_id = new.id
      and (upper_inf(t.days) or upper(t.days) > new.left_at::date)) then
    raise exception 'who leaves still stands in for an absence' using errcode = '23514', constraint = 'nobody_leaves_others_alone';
  end if;
  if exists (select from staff.team t where t.tenant_id = new.tenant_id and t.manager_id = new.id and t.closed_at is null) then
    raise exception 'who leaves still manages a team' using errcode = '23514', constraint = 'nobody_leaves_others_alone';
  end if;
  return null;
end $$;
create constraint trigger nobody_leaves_others_alone after update of left_at on staff.person
  deferrable initially deferred for each row when (new.left_at is not null) execute function staff.nobody_leaves_others_alone();

-- And nobody relies on somebody who has left meanwhile: whoever is named is held until the commit.
create function staff.relied_on_is_here() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  relied uuid := case when tg_table_name = 'team' then (to_jsonb(new) ->> 'manager_id')::uuid else (to_jsonb(new) ->> 'deputy_id')::uuid end;
begin
  if relied is not null and not exists (
    select from staff.person p where p.tenant_id = new.tenant_id and p.id = relied and p.left_at is null for share)
  then raise exception 'whoever is relied on has left' using errcode = '23514', constraint = 'relied_on_is_here';
  end if;
  return null;
end $$;
create constraint trigger deputy_is_here after insert or update of deputy_id on staff.person
  deferrable initially deferred for each row when (new.left_at is null and new.deputy_id is not null) execute function staff.relied_on_is_here();
create constraint trigger absence_deputy_is_here after insert or update of deputy_id on staff.absence
  deferrable initially deferred for each row when (new.cancelled_at is null and new.deputy_id is not null) execute function staff.relied_on_is_here();
create constraint trigger part_time_deputy_is_here after insert or update of deputy_id on staff.part_time
  deferrable initially deferred for each row when (new.deputy_id is not null) execute function staff.relied_on_is_here();
create constraint trigger manager_is_here after insert or update of manager_id on staff.team
  deferrable initially deferred for each row when (new.closed_at is null) execute function staff.relied_on_is_here();
