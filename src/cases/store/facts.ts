import type { PersonId } from '#base/contract'
import { instant, integer, nullable, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import type { CaseId } from '../contract.ts'

const row = {
  id: uuid<CaseId>(), number: integer, subject: text, brand_id: uuid(), entry_point_id: uuid(), customer_id: nullable(uuid<CustomerId>()),
  owner_id: uuid<PersonId>(), closed_at: nullable(instant), channel: nullable(text),
} // prettier-ignore

export type CaseFacts = Awaited<ReturnType<typeof findFacts>>[number]
export const findFacts = (work: Work, ids: readonly CaseId[]) => work.sql.many(row)`
  select c.id, c.number, c.subject, c.brand_id, c.entry_point_id, c.customer_id, c.owner_id, c.closed_at, (
    select v.channel from cases.conversation v where v.tenant_id = ${work.tenant} and v.case_id = c.id order by v.opened_at desc, v.id desc limit 1) as channel
  from cases."case" c where c.tenant_id = ${work.tenant} and c.id = any(${ids}::uuid[])`
