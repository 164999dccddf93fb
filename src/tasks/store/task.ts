import type { PersonId } from '#base/contract'
import { integer, nullable, text } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { TeamId } from '#staff/contract'
import type { PartyId, ProcedureId, TaskId } from '../contract.ts'
import { columns, open, row } from './row.ts'

export type NewRow = {
  id: TaskId
  case_id: CaseId
  brand_id: string
  place: number
  title: string
  text: string
  html: string | null
  team_id: TeamId | null
  person_id: PersonId | null
  party_id: PartyId | null
  owner_id: PersonId
  asked_by_id: PersonId | null
  procedure_id: ProcedureId | null
  minutes: number | null
  due_by: Temporal.Instant | null
  begun_at: Temporal.Instant | null
  due_at: Temporal.Instant | null
  due_soon_at: Temporal.Instant | null
  over_case_due_at: Temporal.Instant | null
}
export const insertTask = (work: Work, t: NewRow) => work.sql.run`
  insert into tasks.task (tenant_id, id, case_id, brand_id, place, title, text, html, team_id, person_id, party_id, owner_id, asked_at, asked_by,
    asked_by_id, procedure_id, minutes, due_by, begun_at, due_at, due_soon_at, over_case_due_at)
  values (${work.tenant}, ${t.id}, ${t.case_id}, ${t.brand_id}, ${t.place}, ${t.title}, ${t.text}, ${t.html}, ${t.team_id}, ${t.person_id}, ${t.party_id},
    ${t.owner_id}, ${work.now}, ${actorId(work.actor)}, ${t.asked_by_id}, ${t.procedure_id}, ${t.minutes}, ${t.due_by}, ${t.begun_at}, ${t.due_at},
    ${t.due_soon_at}, ${t.over_case_due_at})`

export const findTask = (work: Work, id: TaskId) => work.sql.maybeOne(row)`
  select ${columns} from tasks.task t where t.tenant_id = ${work.tenant} and t.id = ${id}`

export const findTasks = (work: Work, ids: readonly TaskId[]) => work.sql.many(row)`
  select ${columns} from tasks.task t where t.tenant_id = ${work.tenant} and t.id = any(${ids}::uuid[])`

// Whoever would change a task queues here: the one who answers it, and the clock that finds it late.
export const lockTask = (work: Work, id: TaskId) => work.sql.maybeOne(row)`
  select ${columns} from tasks.task t where t.tenant_id = ${work.tenant} and t.id = ${id} for no key update`

export const findWords = (work: Work, id: TaskId) => work.sql.one({ text, html: nullable(text) })`
  select text, html from tasks.task where tenant_id = ${work.tenant} and id = ${id}`

export const nextPlace = async (work: Work, of: CaseId): Promise<{ place: number; open: number }> =>
  await work.sql.one({ place: integer, open: integer })`
  select coalesce(max(place), 0) + 1 as place, count(*) filter (where accepted_at is null and cancelled_at is null) as open
  from tasks.task where tenant_id = ${work.tenant} and case_id = ${of}`

export const tasksOfCases = (
  work: Work,
  of: readonly CaseId[],
  { after, most }: { after: number; most: number },
) => work.sql.many(row)`
  select ${columns} from tasks.task t
  where t.tenant_id = ${work.tenant} and t.case_id = any(${of}::uuid[]) and t.place > ${after}
  order by t.place, t.id limit ${most}`

export const openInCases = (work: Work, of: readonly CaseId[], most: number) => work.sql.many(row)`
  select ${columns} from tasks.task t
  where t.tenant_id = ${work.tenant} and t.case_id = any(${of}::uuid[]) and ${open}
  order by t.due_at nulls last, t.place, t.id limit ${most}`

// Asked of a team, begun, and in nobody's hand.
export const untakenOfTeams = (work: Work, most: number) => work.sql.many(row)`
  select ${columns} from tasks.task t
  where t.tenant_id = ${work.tenant} and t.team_id is not null and t.taken_by_id is null and t.begun_at is not null and t.answered_at is null
    and t.declined_at is null and ${open}
  order by t.due_at nulls last, t.id limit ${most}`

export const lockOpenInCase = (work: Work, of: CaseId) => work.sql.many(row)`
  select ${columns} from tasks.task t
  where t.tenant_id = ${work.tenant} and t.case_id = ${of} and ${open} order by t.id limit 1000 for no key update`

// What rests on somebody: asked of them by name, or taken by them.
export const openOn = (work: Work, person: PersonId, most: number) => work.sql.many(row)`
  select ${columns} from tasks.task t
  where t.tenant_id = ${work.tenant} and (t.person_id = ${person} or t.taken_by_id = ${person}) and ${open}
  order by t.id limit ${most}`

type OpenOn = { ids: readonly string[] | null; most: number }
export const lockOpenOn = (work: Work, person: PersonId, { ids, most }: OpenOn) => work.sql.many(row)`
  select ${columns} from tasks.task t
  where t.tenant_id = ${work.tenant} and (t.person_id = ${person} or t.taken_by_id = ${person}) and ${open}
    and (${ids}::uuid[] is null or t.id = any(${ids}::uuid[]))
  order by t.id limit ${most} for no key update`

export const countOn = (work: Work, person: PersonId) => work.sql.one({ n: integer })`
  select count(*) as n from tasks.task t
  where t.tenant_id = ${work.tenant} and (t.person_id = ${person} or t.taken_by_id = ${person}) and ${open}`

export const openOwnedBy = (work: Work, person: PersonId, most: number) => work.sql.many(row)`
  select ${columns} from tasks.task t where t.tenant_id = ${work.tenant} and t.owner_id = ${person} and ${open} order by t.id limit ${most}`
