// The cases of whoever is away, for those who stand in.
import type { PersonId } from '#base/contract'
import { part, uuid, type Part } from '#base/sql'
import type { Work } from '#base/work'

// Which deputies the points of contact named for cases these people answer for now.
export const namedDeputiesOf = (work: Work, owners: readonly PersonId[]) => work.sql.many({
  person_id: uuid<PersonId>(),
  deputy_id: uuid<PersonId>(),
})`
  select distinct person_id, deputy_id from cases.ownership
  where tenant_id = ${work.tenant} and person_id = any(${owners}::uuid[]) and deputy_is_named and deputy_id is not null and until is null limit 2000`

export type CoveredBy = { owners: readonly PersonId[]; pairs: readonly { owner: PersonId; deputy: PersonId | null }[] }
export function coveredBy({ owners, pairs }: CoveredBy): Part {
  const all = [...new Set([...owners, ...pairs.map(({ owner }) => owner)])]
  return part`and c.owner_id = any(${all}::uuid[]) and exists (
    select from cases.ownership o where o.tenant_id = c.tenant_id and o.id = c.ownership_id and case
      when o.deputy_is_named and o.deputy_id is not null then (o.person_id, o.deputy_id) in (
        select * from unnest(${pairs.map(({ owner }) => owner)}::uuid[], ${pairs.map(({ deputy }) => deputy)}::uuid[]))
      else o.person_id = any(${owners}::uuid[]) end)`
}
