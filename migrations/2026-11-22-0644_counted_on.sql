-- Nobody leaves, and no team closes, while something is given to them at the same instant: whoever is given something is held until the
-- commit, and must still be here. Without it, two commits that did not see each other left work in nobody's hands.
create function staff.is_here(tenant uuid, person uuid) returns void language plpgsql set search_path = pg_catalog as $$
begin
  if person is not null and not exists (select from staff.person p where p.tenant_id = tenant and p.id = person and p.left_at is null for share)
  then raise exception 'whoever is given something must be here' using errcode = '23514', constraint = 'given_to_who_is_here';
  end if;
end $$;
grant execute on function staff.is_here(uuid, uuid) to guichet_server;

create function cases.given_to_who_is_here() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform staff.is_here(new.tenant_id, (to_jsonb(new) ->> case when tg_table_name = 'handler' then 'person_id' else 'to_id' end)::uuid);
  return null;
end $$;
create constraint trigger handler_is_here after insert on cases.handler
  deferrable initially deferred for each row when (new.until is null) execute function cases.given_to_who_is_here();
create constraint trigger receiver_is_here after insert or update of to_id on cases.hand_over
  deferrable initially deferred for each row when (new.ended_at is null) execute function cases.given_to_who_is_here();

create function commitments.given_to_who_is_here() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform staff.is_here(new.tenant_id, new.owner_id);
  return null;
end $$;
-- (A promise follows its case by the journal, in its own time: only the making of one is asked.)
create constraint trigger promiser_is_here after insert on commitments.promise
  deferrable initially deferred for each row when (new.kept_at is null and new.moved_at is null and new.withdrawn_at is null)
  execute function commitments.given_to_who_is_here();

create function tasks.asked_of_who_is_here() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform staff.is_here(new.tenant_id, new.person_id);
  perform staff.is_here(new.tenant_id, new.taken_by_id);
  if new.team_id is not null and not exists (
    select from staff.team t where t.tenant_id = new.tenant_id and t.id = new.team_id and t.closed_at is null for share)
  then raise exception 'the team that is asked must be open' using errcode = '23514', constraint = 'given_to_who_is_here';
  end if;
  return null;
end $$;
create constraint trigger asked_of_who_is_here after insert or update of person_id, taken_by_id, team_id on tasks.task
  deferrable initially deferred for each row when (new.accepted_at is null and new.cancelled_at is null) execute function tasks.asked_of_who_is_here();

create function tasks.no_team_closes_on_tasks() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (
    select from tasks.task t where t.tenant_id = new.tenant_id and t.team_id = new.id and t.accepted_at is null and t.cancelled_at is null)
  then raise exception 'a team does not close on tasks that it was asked' using errcode = '23514', constraint = 'no_team_closes_on_tasks';
  end if;
  return null;
end $$;
create constraint trigger no_team_closes_on_tasks after update of closed_at on staff.team
  deferrable initially deferred for each row when (new.closed_at is not null) execute function tasks.no_team_closes_on_tasks();
