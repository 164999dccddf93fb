import type { PersonId, Scope } from '#base/contract'
import { integer, uuid } from '#base/sql'
import type { Work } from '#base/work'
import { inScope } from './lists.ts'

type Asked = { people: readonly PersonId[]; scopes: readonly Scope[] }
export const casesBy = (work: Work, { people, scopes }: Asked) => work.sql.many({
  owner_id: uuid<PersonId>(), open: integer, new: integer, waiting_for_us: integer,
})`
  select owner_id, count(*) as open, count(*) filter (where ours and owner_looked_at is null) as new,
    count(*) filter (where ours and owner_looked_at is not null) as waiting_for_us
  from (
    select owner_id, owner_looked_at, failed_at is not null or last_out_at is null or coalesce(last_in_at > last_out_at, false) as ours
    from cases."case" c
    where tenant_id = ${work.tenant} and owner_id = any(${people}::uuid[]) and closed_at is null and suspected_at is null and main_id is null ${inScope(scopes)}) standing
  group by owner_id` // prettier-ignore

export const handOversBy = (work: Work, { people, scopes }: Asked) => work.sql.many({ to_id: uuid<PersonId>(), n: integer })`
  select h.to_id, count(*) as n from cases.hand_over h join cases."case" c on c.tenant_id = h.tenant_id and c.id = h.case_id
  where h.tenant_id = ${work.tenant} and h.to_id = any(${people}::uuid[]) and h.ended_at is null ${inScope(scopes)} group by h.to_id`
