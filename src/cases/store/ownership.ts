// Who answered, from when to when. A row is written once and ended once; the next begins where it ended.
import type { PersonId } from '#base/contract'
import { boolean, instant, integer, nullable, part, text, uuid, word, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId, OwnerRule, OwnershipId } from '../contract.ts'

type Which = { most: number; ids?: readonly string[] | undefined }
export const openCasesOf = (work: Work, person: PersonId, { most, ids }: Which) => work.sql.many({ id: uuid<CaseId>() })`
  select id from cases."case" where tenant_id = ${work.tenant} and owner_id = ${person} and closed_at is null and main_id is null ${among(ids)}
  order by id limit ${most} for no key update`
const among = (ids: readonly string[] | undefined): Part => (ids ? part`and id = any(${ids}::uuid[])` : part``)

type End = { case_id: CaseId; id: OwnershipId }
// A clock that went back does not make an ownership end before it began.
export const endOwnership = (work: Work, end: End) => work.sql.one({ until: instant, place: integer })`
  update cases.ownership set until = greatest(${work.now}::timestamptz, since)
  where tenant_id = ${work.tenant} and case_id = ${end.case_id} and id = ${end.id} returning until, place`

export type NewOwnership = {
  id: OwnershipId
  case_id: CaseId
  person: PersonId
  deputy: PersonId | null
  deputy_is_named: boolean
  chosen_by: OwnerRule
  by: string
  place: number
  since: Temporal.Instant
}
export const insertOwnership = (work: Work, o: NewOwnership) => work.sql.run`
  insert into cases.ownership (tenant_id, id, case_id, person_id, deputy_id, deputy_is_named, chosen_by, since, by, place)
  values (${work.tenant}, ${o.id}, ${o.case_id}, ${o.person}, ${o.deputy}, ${o.deputy_is_named}, ${o.chosen_by}, ${o.since}, ${o.by}, ${o.place})`

export const recordOwner = (work: Work, id: CaseId, owner: { ownership: OwnershipId; person: PersonId }) => work.sql.one({
  version: integer,
})`
  update cases."case" set ownership_id = ${owner.ownership}, owner_id = ${owner.person}, owner_looked_at = null, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} returning version`

// Open cases that somebody who leaves would have stood in for.
export const replaceDeputy = (work: Work, pass: { from: PersonId; to: PersonId }) => work.sql.run`
  update cases.ownership o set deputy_id = nullif(${pass.to}::uuid, o.person_id)
  where o.tenant_id = ${work.tenant} and o.deputy_id = ${pass.from} and o.until is null`

const ownership = {
  case_id: uuid<CaseId>(), person_id: uuid<PersonId>(), deputy_id: nullable(uuid<PersonId>()), deputy_is_named: boolean, chosen_by: word<OwnerRule>(),
  since: instant, until: nullable(instant), by: text,
} // prettier-ignore
const columns = part`case_id, person_id, deputy_id, deputy_is_named, chosen_by, since, until, by`

export type OwnershipRow = Awaited<ReturnType<typeof currentOwnerships>>[number]
export const currentOwnerships = (work: Work, cases: readonly CaseId[]) => work.sql.many(ownership)`
  select ${columns} from cases.ownership where tenant_id = ${work.tenant} and case_id = any(${cases}::uuid[]) and until is null`

// The latest first: who answers now must never be cut off.
export const ownershipsOf = (work: Work, id: CaseId) => work.sql.many(ownership)`
  select ${columns} from cases.ownership where tenant_id = ${work.tenant} and case_id = ${id} order by place desc limit 500`

// The one answer for an instant; none before the case was opened. Of the present and of what is to come, whoever answers now.
export const ownershipAt = (work: Work, id: CaseId, at: Temporal.Instant) => work.sql.many(ownership)`
  select ${columns} from cases.ownership
  where tenant_id = ${work.tenant} and case_id = ${id} and since <= ${at} and (until > ${at} or until is null) order by place limit 2`
