// What people agreed to: contracts, dated; patterns; the settings of the house.
import type { PersonId } from '#base/contract'
import { date, instant, integer, json, jsonb, nullable, part, text, uuid, type Column } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { Id } from '#base/contract'
import type { Pattern, PatternId, PlanningSettings, WorkContract } from '../contract.ts'

const contract = {
  id: uuid<Id<'work_contract'>>(), person_id: uuid<PersonId>(), from: date, until: nullable(date) as Column<Temporal.PlainDate | null>, terms: jsonb<WorkContract>(),
  written_at: instant, written_by: text,
} // prettier-ignore
const columns = part`id, person_id, lower(valid) as "from", (upper(valid) - 1)::date as until, terms, written_at, written_by`
export type ContractRow = Awaited<ReturnType<typeof contractsOf>>[number]

/** Those that hold, of some people; all of them, the latest first. */
export const contractsOf = (work: Work, people: readonly PersonId[]) => work.sql.many(contract)`
  select ${columns} from scheduling.work_contract
  where tenant_id = ${work.tenant} and replaced_at is null and person_id = any(${people}::uuid[])
  order by person_id, lower(valid) desc limit 10000`

export const contractVersions = (work: Work, people: readonly PersonId[]) => work.sql.many({ person_id: uuid<PersonId>(), version: integer })`
  select person_id, count(*) as version from scheduling.work_contract
  where tenant_id = ${work.tenant} and person_id = any(${people}::uuid[]) group by person_id` // prettier-ignore

// Two who write contracts of the same person do so one after the other.
export const queueForPerson = (work: Work, person: PersonId) => work.sql.run`
  select pg_advisory_xact_lock(hashtextextended(${`work contract ${work.tenant} ${person}`}, 0))`

export const replaceContracts = (work: Work, ids: readonly string[]) => work.sql.run`
  update scheduling.work_contract set replaced_at = ${work.now} where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) and replaced_at is null`

type New = { id: string; person: PersonId; from: string; until: string | null; terms: WorkContract }
export const insertContract = (work: Work, c: New) => work.sql.run`
  insert into scheduling.work_contract (tenant_id, id, person_id, valid, terms, written_at, written_by)
  values (${work.tenant}, ${c.id}, ${c.person}, daterange(${c.from}::date, ${c.until}::date, '[]'), ${json(c.terms)}, ${work.now}, ${actorId(work.actor)})`

const pattern = { id: uuid<PatternId>(), terms: jsonb<Pattern>(), version: integer, retired_at: nullable(instant) }
export type PatternRow = Awaited<ReturnType<typeof listPatterns>>[number]
export const listPatterns = (work: Work, page: { retired: boolean; after: string | undefined; most: number }) => work.sql.many(
  pattern,
)`
  select id, terms, version, retired_at from scheduling.pattern
  where tenant_id = ${work.tenant} ${page.retired ? part`` : part`and retired_at is null`} ${page.after ? part`and id > ${page.after}` : part``}
  order by id limit ${page.most}`
export const findPattern = (work: Work, id: string) => work.sql.maybeOne(pattern)`
  select id, terms, version, retired_at from scheduling.pattern where tenant_id = ${work.tenant} and id = ${id}`
export const insertPattern = (work: Work, id: PatternId, terms: Pattern) => work.sql.run`
  insert into scheduling.pattern (tenant_id, id, terms, made_at, made_by) values (${work.tenant}, ${id}, ${json(terms)}, ${work.now}, ${actorId(work.actor)})`
export const updatePattern = (work: Work, p: { id: PatternId; version: number; terms: Pattern }) => work.sql.run`
  update scheduling.pattern set terms = ${json(p.terms)}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${p.id} and version = ${p.version} and retired_at is null`
export const retirePattern = (work: Work, id: PatternId) => work.sql.run`
  update scheduling.pattern set retired_at = ${work.now}, version = version + 1 where tenant_id = ${work.tenant} and id = ${id} and retired_at is null`

export const findSettings = (work: Work) => work.sql.maybeOne({ document: jsonb<Partial<PlanningSettings>>(), version: integer })`
  select document, version from scheduling.settings where tenant_id = ${work.tenant}` // prettier-ignore
/** Nothing is written when somebody was faster. */
export const putSettings = (work: Work, document: PlanningSettings, version: number) => work.sql.run`
  insert into scheduling.settings as s (tenant_id, document, version, changed_at, changed_by)
  select ${work.tenant}, ${json(document)}, ${version + 1}, ${work.now}, ${actorId(work.actor)}
  where ${version} = coalesce((select version from scheduling.settings where tenant_id = ${work.tenant}), 0)
  on conflict (tenant_id) do update set document = excluded.document, version = excluded.version, changed_at = excluded.changed_at, changed_by = excluded.changed_by
  where s.version = ${version}`
