// Plans, one row each.
import type { PersonId } from '#base/contract'
import { date, instant, integer, nullable, part, text, uuid, uuids } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import type { PlanId } from '../contract.ts'

const row = {
  id: uuid<PlanId>(), name: text, first_day: date, days: integer, zone: text, interval_min: integer, teams: uuids<TeamId>(), people: uuids<PersonId>(),
  begun_at: instant, version: integer, changes: integer, published_changes: nullable(integer), publications: integer, published_at: nullable(instant),
  published_by: nullable(text),
} // prettier-ignore
const columns = part`id, name, first_day, days, zone, interval_min, teams, people, begun_at, version, changes, published_changes, publications, published_at, published_by`
export type PlanRow = NonNullable<Awaited<ReturnType<typeof findPlan>>>

type NewPlan = Pick<PlanRow, 'id' | 'name' | 'days' | 'zone' | 'interval_min' | 'teams' | 'people'> & { first_day: string }
export const insertPlan = (work: Work, p: NewPlan) => work.sql.run`
  insert into scheduling.plan (tenant_id, id, name, first_day, days, zone, interval_min, teams, people, begun_at, begun_by)
  values (${work.tenant}, ${p.id}, ${p.name}, ${p.first_day}, ${p.days}, ${p.zone}, ${p.interval_min}, ${p.teams}::uuid[], ${p.people}::uuid[], ${work.now}, ${actorId(work.actor)})`

export const findPlan = (work: Work, id: string) => work.sql.maybeOne(row)`
  select ${columns} from scheduling.plan where tenant_id = ${work.tenant} and id = ${id} and removed_at is null`

// Moves of one plan and its publishing come one after the other.
export const holdPlan = (work: Work, id: string) => work.sql.maybeOne(row)`
  select ${columns} from scheduling.plan where tenant_id = ${work.tenant} and id = ${id} and removed_at is null for no key update`

type Page = { day: string | undefined; after: { at: string; id: string } | undefined; most: number }
export const listPlans = (work: Work, { day, after, most }: Page) => work.sql.many(row)`
  select ${columns} from scheduling.plan
  where tenant_id = ${work.tenant} and removed_at is null
    ${day ? part`and first_day <= ${day}::date and first_day + days > ${day}::date` : part``}
    ${after ? part`and (begun_at, id) < (${after.at}, ${after.id})` : part``}
  order by begun_at desc, id desc limit ${most}`

export const plansById = (work: Work, ids: readonly string[]) => work.sql.many(row)`
  select ${columns} from scheduling.plan where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) and removed_at is null`

type Edit = { id: PlanId; version: number; name: string; teams: readonly TeamId[]; people: readonly PersonId[] }
export const updatePlan = (work: Work, p: Edit) => work.sql.run`
  update scheduling.plan set name = ${p.name}, teams = ${p.teams}::uuid[], people = ${p.people}::uuid[], version = version + 1
  where tenant_id = ${work.tenant} and id = ${p.id} and version = ${p.version} and removed_at is null`

export const removePlan = (work: Work, id: PlanId) => work.sql.run`
  update scheduling.plan set removed_at = ${work.now}, version = version + 1 where tenant_id = ${work.tenant} and id = ${id} and removed_at is null`

export const countChange = (work: Work, id: PlanId) => work.sql.one({ version: integer, changes: integer })`
  update scheduling.plan set version = version + 1, changes = changes + 1 where tenant_id = ${work.tenant} and id = ${id}
  returning version, changes`

// The change that is now in force; of a part that was published alone, only when nothing else was waiting.
export const recordPublished = (work: Work, id: PlanId, { changes, number }: { changes: number; number: number }) => work.sql.run`
  update scheduling.plan set published_changes = ${changes}, published_at = ${work.now}, published_by = ${actorId(work.actor)}, publications = ${number}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`
export const recordPartPublished = (work: Work, id: PlanId, number: number) => work.sql.run`
  update scheduling.plan set publications = ${number}, version = version + 1,
    published_changes = case when published_changes = changes - 1 then changes else published_changes end
  where tenant_id = ${work.tenant} and id = ${id}`
// When all that was moved since is taken back, and nothing older is, what is in force is the plan again.
export const recordAsPublished = (work: Work, id: PlanId) => work.sql.run`
  update scheduling.plan p set published_changes = changes
  where tenant_id = ${work.tenant} and id = ${id} and published_changes < changes and not exists (
    select from scheduling.move m where m.tenant_id = ${work.tenant} and m.plan_id = p.id and not m.in_force
      and case when m.at >= p.published_at then m.undone_at is null else m.undone_at >= p.published_at end)`
export const recordUnpublished = (work: Work, id: PlanId, number: number) => work.sql.run`
  update scheduling.plan set published_changes = null, published_at = null, published_by = null, publications = ${number}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

/** Published plans around a day, whatever their zone; the latest first. */
export const plansHolding = (work: Work, day: string) => work.sql.many(row)`
  select ${columns} from scheduling.plan
  where tenant_id = ${work.tenant} and removed_at is null and published_at is not null and first_day <= ${day}::date + 1 and first_day + days > ${day}::date - 1
  order by begun_at desc, id desc limit 200`
