// What was changed in a plan by hand or by the optimiser: with how it was before and after.
import type { PersonId } from '#base/contract'
import { boolean, instant, integer, json, jsonb, nullable, part, uuid, uuids, word } from '#base/sql'
import type { Work } from '#base/work'
import type { MoveId, MoveKind, PlanId } from '../contract.ts'
import type { Change } from '../rules/drawn.ts'

const row = { number: integer, id: uuid<MoveId>(), kind: word<MoveKind>(), in_force: boolean, changes: jsonb<Change[]>(), undone_at: nullable(instant) } // prettier-ignore
const columns = part`number, id, kind, in_force, changes, undone_at`
export type MoveRow = NonNullable<Awaited<ReturnType<typeof findMove>>>

const by = (work: Work): PersonId | null => (work.actor.kind === 'person' ? work.actor.id : null)

type NewMove = {
  id: MoveId
  plan: PlanId
  kind: MoveKind
  in_force: boolean
  changes: readonly Change[]
  asked_by?: PersonId | null | undefined
}
export const insertMove = (work: Work, m: NewMove) => work.sql.run`
  insert into scheduling.move (tenant_id, plan_id, number, id, at, by_person, kind, in_force, changes)
  select ${work.tenant}, ${m.plan}, coalesce(max(number), 0) + 1, ${m.id}, ${work.now}, ${m.asked_by ?? by(work)}, ${m.kind}, ${m.in_force}, ${json(m.changes)}
  from scheduling.move where tenant_id = ${work.tenant} and plan_id = ${m.plan}`

export const findMove = (work: Work, id: string) => work.sql.maybeOne({ ...row, plan_id: uuid<PlanId>(), by_person: nullable(uuid<PersonId>()) })`
  select ${columns}, plan_id, by_person from scheduling.move where tenant_id = ${work.tenant} and id = ${id}` // prettier-ignore

const mine = (work: Work, plan: PlanId) => part`
  tenant_id = ${work.tenant} and plan_id = ${plan} and by_person is not distinct from ${by(work)}::uuid`
export const lastMine = (work: Work, plan: PlanId) => work.sql.maybeOne(row)`
  select ${columns} from scheduling.move where ${mine(work, plan)} and undone_at is null order by number desc limit 1`
// What I took back last, unless I did something else since.
export const lastTakenBack = (work: Work, plan: PlanId) => work.sql.maybeOne(row)`
  select ${columns} from scheduling.move where ${mine(work, plan)} and undone_at is not null
    and number > coalesce((select max(number) from scheduling.move where ${mine(work, plan)} and undone_at is null), 0)
  order by number limit 1`
export const mayUndo = (work: Work, plan: PlanId) => work.sql.one({ undo: boolean, redo: boolean })`
  select exists (select from scheduling.move where ${mine(work, plan)} and undone_at is null) as undo,
    exists (select from scheduling.move where ${mine(work, plan)} and undone_at is not null
      and number > coalesce((select max(number) from scheduling.move where ${mine(work, plan)} and undone_at is null), 0)) as redo`

export const recordUndone = (work: Work, plan: PlanId, { number, undone }: { number: number; undone: boolean }) => work.sql.run`
  update scheduling.move set undone_at = ${undone ? work.now : null} where tenant_id = ${work.tenant} and plan_id = ${plan} and number = ${number}`

const listed = {
  number: integer, id: uuid<MoveId>(), at: instant, by_person: nullable(uuid<PersonId>()), kind: word<MoveKind>(), undone_at: nullable(instant),
  shifts: integer, people: uuids<PersonId>(), days: jsonb<string[]>(),
} // prettier-ignore
export const listMoves = (work: Work, plan: PlanId, page: { before: number | undefined; most: number }) => work.sql.many(listed)`
  select number, id, at, by_person, kind, undone_at, jsonb_array_length(changes) as shifts,
    array(select distinct coalesce(c.value -> 'after' ->> 'person', c.value -> 'before' ->> 'person')::uuid from jsonb_array_elements(changes) c
      where coalesce(c.value -> 'after' ->> 'person', c.value -> 'before' ->> 'person') is not null limit 20) as people,
    (select coalesce(jsonb_agg(d.day order by d.day), '[]') from (
      select distinct coalesce(c.value -> 'after' ->> 'day', c.value -> 'before' ->> 'day') as day from jsonb_array_elements(changes) c limit 100) d) as days
  from scheduling.move where tenant_id = ${work.tenant} and plan_id = ${plan} ${page.before ? part`and number < ${page.before}` : part``}
  order by number desc limit ${page.most}`

/** With what they changed, of these numbers. */
export const changesIn = (work: Work, plan: PlanId, numbers: readonly number[]) => work.sql.many(row)`
  select ${columns} from scheduling.move where tenant_id = ${work.tenant} and plan_id = ${plan} and number = any(${numbers}::int[])`
