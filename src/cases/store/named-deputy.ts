import type { PersonId } from '#base/contract'
import { uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '../contract.ts'

export const deputiesNamedFor = (work: Work, cases: readonly CaseId[]) => work.sql.many({
  case_id: uuid<CaseId>(),
  deputy_id: uuid<PersonId>(),
})`
  select case_id, deputy_id from cases.ownership
  where tenant_id = ${work.tenant} and case_id = any(${cases}::uuid[]) and until is null and deputy_is_named and deputy_id is not null`

export const recordNamedDeputy = (work: Work, id: CaseId, { deputy, named }: { deputy: PersonId | null; named: boolean }) => work
  .sql.run`
  update cases.ownership set deputy_id = ${deputy}, deputy_is_named = ${named}
  where tenant_id = ${work.tenant} and case_id = ${id} and until is null`
