import type { PersonId } from '#base/contract'
import { instant, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '../contract.ts'

export type Span = { since: Temporal.Instant; until: Temporal.Instant }
export const takenBetween = (work: Work, person: PersonId, { since, until, most }: Span & { most: number }) =>
  work.sql.many({ case_id: uuid<CaseId>(), to_id: uuid<PersonId>(), at: instant })`
  select o.case_id, n.person_id as to_id, o.until as at from cases.ownership o
  join cases.ownership n on n.tenant_id = o.tenant_id and n.case_id = o.case_id and n.place = o.place + 1
  where o.tenant_id = ${work.tenant} and o.person_id = ${person} and o.until >= ${since} and o.until < ${until} and n.person_id <> o.person_id
  order by o.until desc limit ${most}`
