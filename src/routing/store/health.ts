// What the doctor asks, and what is forgotten.
import type { PersonId } from '#base/contract'
import { integer, text, uuid } from '#base/sql'
import type { Work } from '#base/work'

export const deleteOldReceipts = (work: Work, before: Temporal.Instant, most: number) => work.sql.run`
  delete from routing.receipt where tenant_id = ${work.tenant} and id in (
    select id from routing.receipt where tenant_id = ${work.tenant} and at < ${before} order by at limit ${most})`

/** Offered something though nobody sits there. */
export const offeredToNobody = (work: Work) => work.sql.many({ person_id: uuid<PersonId>() })`
  select o.person_id from routing.offer o join routing.seat s on s.tenant_id = o.tenant_id and s.person_id = o.person_id
  where o.tenant_id = ${work.tenant} and o.ended_at is null and s.state = 'off' limit 20`

export const offersOutOfPlace = (work: Work) => work.sql.one({ offers: integer, items: integer })`
  select (select count(*) from routing.offer o join routing.item i on i.tenant_id = o.tenant_id and i.id = o.item_id
          where o.tenant_id = ${work.tenant} and o.ended_at is null and i.state <> 'offered') as offers,
         (select count(*) from routing.item i where i.tenant_id = ${work.tenant} and i.state = 'offered'
          and not exists (select from routing.offer o where o.tenant_id = i.tenant_id and o.item_id = i.id and o.ended_at is null)) as items`

export const timerRow = (work: Work, id: string) => work.sql.maybeOne({ kind: text })`
  select kind from base.job where tenant_id = ${work.tenant} and id = ${id} and parked_at is null`
