-- Every past instant of a case has exactly one answer. The ownerships of a case stand in places 1, 2, 3, …; each but the first points, by a
-- key, at the end of the one it follows, so no gap and no overlap can be written, for open and closed cases alike: the first begins when the
-- case is opened, each next begins where its predecessor ends, only the last has no end, and the case points at that one (always_one_owner).
alter table cases.ownership drop constraint one_owner_at_a_time; -- what it said now follows, and it was the dearest index of an opening
drop index cases.ownership_current;                              -- likewise: who is followed has ended

alter table cases.ownership add column place int not null default 1 check (place >= 1);
update cases.ownership o set place = told.place, since = told.since
from (
  select o.tenant_id, o.id, row_number() over w as place, coalesce(lag(o.until) over w, c.opened_at) as since
  from cases.ownership o join cases."case" c on c.tenant_id = o.tenant_id and c.id = o.case_id
  window w as (partition by o.tenant_id, o.case_id order by o.since, o.until nulls last, o.id)) told
where told.tenant_id = o.tenant_id and told.id = o.id and (told.place, told.since) is distinct from (o.place, o.since);

alter table cases.ownership add column follows int generated always as (nullif(place, 1) - 1) stored;
alter table cases.ownership
  add constraint one_in_each_place unique (tenant_id, case_id, place),
  add constraint one_end_of_each_place unique (tenant_id, case_id, place, until),
  add constraint no_gap foreign key (tenant_id, case_id, follows, since)
    references cases.ownership (tenant_id, case_id, place, until) deferrable initially deferred;

-- What was is not written anew: an ownership may end, once, and who stands in may change; nothing else of it.
revoke update on cases.ownership from guichet_server;
grant update (until, deputy_id) on cases.ownership to guichet_server;

create function cases.answered_from_the_opening() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (
    select from cases."case" c where c.tenant_id = new.tenant_id and c.id = new.case_id and c.opened_at = new.since)
  then raise exception 'a case is answered for from the instant it is opened' using errcode = '23514', constraint = 'answered_from_the_opening';
  end if;
  return null;
end $$;
create constraint trigger answered_from_the_opening after insert on cases.ownership
  deferrable initially deferred for each row when (new.place = 1) execute function cases.answered_from_the_opening();

create function cases.opened_once() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'a case is opened once: its opening does not move' using errcode = '23514', constraint = 'opened_once';
end $$;
create trigger opened_once before update of opened_at on cases."case"
  for each row when (new.opened_at is distinct from old.opened_at) execute function cases.opened_once();

-- By which rule: points of contact of a case, of a project and of a team, and the two that a merge writes.
alter table cases.ownership drop constraint ownership_chosen_by_check;
alter table cases.ownership add constraint ownership_chosen_by_check check (chosen_by in
  ('case_contact', 'customer_contact', 'project_contact', 'company_contact', 'team_contact', 'stand_in', 'duty', 'opened', 'claimed', 'assigned',
   'handed_over', 'successor', 'merged', 'unmerged'));
-- A deputy named by the customer's point of contact stands in before anybody else; one found beside the owner is only shown.
alter table cases.ownership add column deputy_is_named boolean not null default false;
create index ownership_named_deputy on cases.ownership (tenant_id, person_id, deputy_id) where until is null and deputy_is_named;
