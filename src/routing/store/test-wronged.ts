// For tests: who waits while somebody is free, and who has more than fits.
import { text, uuid } from '#base/sql'
import type { Work } from '#base/work'

/** Rules under which everybody may take everything. Free: ready, nothing in hand, offered or being written up, no break under way or near. */
export const findWronged = (work: Work, declinedFor: number) => work.sql.many({ what: text, item: uuid(), person: uuid() })`
  with live as (select * from routing.item i where i.tenant_id = ${work.tenant} and i.state <> 'over'),
  free as (
    select s.person_id from routing.seat s
    where s.tenant_id = ${work.tenant} and s.state = 'ready' and (s.break_at is null or s.break_at > ${work.now})
      and not exists (select from live l where l.person_id = s.person_id)
      and not exists (select from routing.offer o where o.tenant_id = ${work.tenant} and o.person_id = s.person_id and o.ended_at is null)
      and not exists (select from routing.item i where i.tenant_id = ${work.tenant} and i.person_id = s.person_id and i.wrap_until is not null and i.wrapped_at is null))
  select 'waits while somebody is free' as what, l.id as item, f.person_id as person
  from live l cross join free f
  where l.state = 'waiting' and not exists (
    select from routing.offer o where o.tenant_id = ${work.tenant} and o.item_id = l.id and o.person_id = f.person_id and o.ended_as in ('declined', 'lapsed')
      and o.ended_at > ${work.now.subtract({ seconds: declinedFor })})
  union all
  select 'offered a second call', o.item_id, o.person_id
  from routing.offer o join live l on l.id = o.item_id and l.channel = 'phone'
  where o.tenant_id = ${work.tenant} and o.ended_at is null and exists (
    select from live other where other.id <> o.item_id and other.channel = 'phone' and ((other.person_id = o.person_id and other.taken_by = 'offer') or exists (
      select from routing.offer p where p.tenant_id = ${work.tenant} and p.item_id = other.id and p.person_id = o.person_id and p.ended_at is null)))`
