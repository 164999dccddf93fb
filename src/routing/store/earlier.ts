import { instant, integer, uuid } from '#base/sql'
import type { Work } from '#base/work'

/** How often each of these customers called, wrote in a chat or came by since then. */
export const earlierOf = (work: Work, customers: readonly string[], since: Temporal.Instant) => work.sql.many({ customer: uuid(), contacts: integer })`
  select c.id as customer, count(i.id) as contacts
  from unnest(${customers}::uuid[]) as c (id)
  join routing.item i on i.tenant_id = ${work.tenant} and (i.facts ->> 'customer')::uuid = c.id and i.arrived_at >= ${since}
    and i.channel in ('phone', 'video', 'visit', 'chat')
  group by c.id` // prettier-ignore

/** Where those stood who called or chatted about these cases since then and went unserved: whoever is called back keeps that place. */
export const placesLeft = (work: Work, of: readonly string[], since: Temporal.Instant) => work.sql.many({ case_id: uuid(), place_at: instant })`
  select i.case_id, min(i.place_at) as place_at
  from routing.item i
  where i.tenant_id = ${work.tenant} and i.case_id = any(${of}::uuid[]) and i.arrived_at >= ${since} and i.state = 'over' and i.taken_at is null
    and i.channel in ('phone', 'video', 'visit', 'chat')
  group by i.case_id` // prettier-ignore
