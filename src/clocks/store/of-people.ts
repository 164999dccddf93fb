import type { PersonId, Scope } from '#base/contract'
import { instant, integer, part, uuid, uuids, word, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Cause, EscalationId } from '../contract.ts'

type Whose = { people: readonly PersonId[]; scopes: readonly Scope[] }
const inScope = (scopes: readonly Scope[], brand: Part): Part =>
  scopes.some((scope) => scope.brands === null)
    ? part``
    : part`and ${brand} = any(${scopes.flatMap((scope) => scope.brands ?? [])}::uuid[])`

export const clocksBy = (work: Work, { people, scopes, until }: Whose & { until: Temporal.Instant }) => work.sql.many({
  owner_id: uuid<PersonId>(), late: integer, due: integer,
})`
  select owner_id, count(*) filter (where breached_at is not null or due_at <= ${work.now}) as late,
    count(*) filter (where breached_at is null and due_at > ${work.now}) as due
  from clocks.clock
  where tenant_id = ${work.tenant} and owner_id = any(${people}::uuid[]) and ended_at is null and (breached_at is not null or due_at < ${until})
    ${inScope(scopes, part`brand_id`)}
  group by owner_id` // prettier-ignore

export const silentBy = (work: Work, { people, scopes }: Whose) => work.sql.many({ owner_id: uuid<PersonId>(), n: integer })`
  select owner_id, count(*) as n from clocks.watch
  where tenant_id = ${work.tenant} and owner_id = any(${people}::uuid[]) and over_at is null and (silent_at is not null or silence_due_at <= ${work.now})
    ${inScope(scopes, part`brand_id`)}
  group by owner_id`

const escalated = {
  id: uuid<EscalationId>(), case_id: uuid<CaseId>(), owner_id: uuid<PersonId>(), cause: word<Cause>(), step: integer, at: instant, people: uuids<PersonId>(),
} // prettier-ignore
export const escalatedIn = (work: Work, { people, scopes, most }: Whose & { most: number }) => work.sql.many(escalated)`
  select * from (
    select distinct on (e.case_id) e.id, e.case_id, w.owner_id, e.cause, e.step, e.at, e.people
    from clocks.escalation e join clocks.watch w on w.tenant_id = e.tenant_id and w.case_id = e.case_id
    where e.tenant_id = ${work.tenant} and e.taken_at is null and w.owner_id = any(${people}::uuid[]) and w.over_at is null ${inScope(scopes, part`w.brand_id`)}
    order by e.case_id, e.at desc) latest
  order by at desc limit ${most}`
