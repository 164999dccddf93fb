import { instant, nullable, part, text, uuid, word } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { ConsentId, CustomerId, NewConsent } from '../contract.ts'

const row = {
  id: uuid<ConsentId>(), customer: uuid<CustomerId>(), purpose: text, channel: text, decision: word<'given' | 'withdrawn'>(), how: text,
  text_version: nullable(text), at: instant,
} // prettier-ignore

export const insertConsent = (work: Work, id: ConsentId, c: NewConsent) => work.sql.run`
  insert into customers.consent (tenant_id, id, customer_id, purpose, channel, decision, how, text_version, at, recorded_by)
  values (${work.tenant}, ${id}, ${c.customer}, ${c.purpose}, ${c.channel}, ${c.decision}, ${c.how}, ${c.text_version}, ${work.now}, ${actorId(work.actor)})`

export const latestConsents = (work: Work, customers: readonly CustomerId[]) => work.sql.many(row)`
  select distinct on (purpose, channel) id, customer_id as customer, purpose, channel, decision, how, text_version, at
  from customers.consent
  where tenant_id = ${work.tenant} and customer_id = any(${customers}::uuid[])
  order by purpose, channel, at desc, id desc limit 200`

export const pageConsents = (work: Work, page: { customer: CustomerId; before: string | null; limit: number }) => work.sql.many(
  row,
)`
  select id, customer_id as customer, purpose, channel, decision, how, text_version, at
  from customers.consent
  where tenant_id = ${work.tenant} and customer_id = ${page.customer} ${page.before ? part`and id < ${page.before}::uuid` : part``}
  order by id desc limit ${page.limit}`
