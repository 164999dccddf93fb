// Shifts that are in force are changed at once: what the day asks for. People are told, routing hears of breaks that moved, and all of it can be taken
// back by the moves that are answered.
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import {
  noPlanThatDay,
  notByLaw,
  notOfPlan,
  waitsForPublishing,
  type MoveId,
  type MoveWish,
  type PlanId,
  type ShiftId,
  type TroubleSaid,
} from '../contract.ts'
import { changesOf, realHours } from '../moves/change.ts'
import { checkChanges } from '../moves/check-changes.ts'
import { commitChanges, shiftsIn } from '../moves/commit-changes.ts'
import { pausesFor } from '../moves/pauses-for.ts'
import { needPlanHeld } from '../plans/need-plan.ts'
import { isOfPlan } from '../plans/people.ts'
import { publishPart } from '../publish/publish-part.ts'
import { seenAs } from '../publish/seen.ts'
import { lastDay } from '../rules/days.ts'
import { isSame } from '../rules/difference.ts'
import { drawnOf, localDay, type Change, type DrawnShift } from '../rules/drawn.ts'
import { inForceById } from '../store/in-force.ts'
import { plansHolding, type PlanRow } from '../store/plan.ts'
import { shiftsById } from '../store/shift.ts'

/** As moves of a plan, without the version: it is the shift that is in force that changes. */
export type DayWish =
  | { do: 'retime_activity'; shift: ShiftId; activity: string; starts_at: string; ends_at: string }
  | { do: 'remove_activity'; shift: ShiftId; activity: string }
  | {
      do: 'add_activity'
      shift: ShiftId
      kind: Extract<MoveWish, { do: 'add_activity' }>['kind']
      name: string
      starts_at: string
      ends_at: string
    }
  | { do: 'retime'; shift: ShiftId; starts_at: string; ends_at: string }
export type DayChanged = { moves: MoveId[]; troubles: TroubleSaid[] }

/** All of them or none. Asks for `workforce.approve`. */
export async function changeDay(work: Work, { wishes }: { wishes: readonly DayWish[] }): Promise<DayChanged> {
  const shifts = await shiftsById(work, [...new Set(wishes.map(({ shift }) => shift))])
  const plans = [...new Set(shifts.map(({ plan }) => plan))].toSorted()
  const found = new Set<string>(shifts.map(({ id }) => id))
  if (wishes.some(({ shift }) => !found.has(shift))) throw refuse(notFound, {})
  const done: DayChanged = { moves: [], troubles: [] }
  for (const id of plans) {
    const of = new Set(shifts.filter(({ plan }) => plan === id).map((shift) => shift.id))
    const { moves, troubles } = await changePlan(work, id, wishes.filter(({ shift }) => of.has(shift))) // prettier-ignore
    done.moves.push(...moves)
    done.troubles.push(...troubles)
  }
  return done
}

/** A break, a lunch or a meeting at another time of today. */
export const moveActivity = (work: Work, wish: Omit<Extract<DayWish, { do: 'retime_activity' }>, 'do'>): Promise<DayChanged> =>
  changeDay(work, { wishes: [{ do: 'retime_activity', ...wish }] })

async function changePlan(work: Work, id: PlanId, wishes: readonly DayWish[]): Promise<DayChanged> {
  const plan = await needPlanHeld(work, id, 'workforce.approve')
  const ids = [...new Set(wishes.map(({ shift }) => shift))]
  const before = await needAsSeen(work, ids)
  const now = new Map(before)
  for (const wish of wishes) {
    const [change] = changesOf({ ...wish, version: 1 }, { ...around(plan), shifts: now })
    now.set(wish.shift, { ...now.get(wish.shift)!, ...change!.after! }) // each of these wishes changes its one shift
  }
  const changes = ids.map((shift): Change => ({ shift, before: drawnOf(before.get(shift)!), after: drawnOf(now.get(shift)!) }))
  return await putThrough(work, plan, { kind: 'move', changes })
}

/** The shifts as they are drawn, which must be as people see them. */
export async function needAsSeen(work: Work, ids: readonly ShiftId[]): Promise<Map<ShiftId, DrawnShift>> {
  const drawn = new Map((await shiftsById(work, ids)).map((shift): [ShiftId, DrawnShift] => [shift.id, shift]))
  const seen = new Map((await inForceById(work, ids)).map((row) => [row.shift_id, seenAs(row)]))
  for (const id of ids) {
    const [one, other] = [drawn.get(id), seen.get(id)]
    if (!other) throw refuse(notFound, {})
    if (!one || !isSame(one, other)) throw refuse(waitsForPublishing, {})
  }
  return drawn
}

const around = (plan: PlanRow) => ({
  zone: plan.zone,
  first_day: plan.first_day.toString(),
  last_day: lastDay(plan).toString(),
  fresh: '' as ShiftId, // nothing is added by these
  pauses: { activities: [], pattern: null },
})

type Through = { kind: 'move' | 'call_in' | 'open_shift' | 'swap'; changes: readonly Change[]; note?: string }
const moveKindOf = { move: 'retime_activity', call_in: 'call_in', open_shift: 'call_in', swap: 'publish_swap' } as const

/** Checked, written and in force by one commit. The plan is held by whoever calls. */
export async function putThrough(work: Work, plan: PlanRow, { kind, changes, note = '' }: Through): Promise<DayChanged> {
  const { hard, soft } = await checkChanges(work, plan, changes)
  if (hard.length > 0) throw refuse(notByLaw, { troubles: hard })
  const { move, plan: now } = await commitChanges(work, plan, { kind: moveKindOf[kind], changes, in_force: true })
  await publishPart(work, now, { shifts: shiftsIn(changes), kind, note })
  return { moves: [move], troubles: soft }
}

type CallIn = { person: PersonId; starts_at: string; ends_at: string; plan?: PlanId | undefined; note?: string }

/** Somebody who was off works after all, from now on in the published plan. */
export async function callIn(work: Work, { person, note = '', ...wish }: CallIn): Promise<DayChanged & { shift: ShiftId }> {
  const plan = wish.plan
    ? await needPlanHeld(work, wish.plan, 'workforce.approve')
    : await publishedPlanFor(work, person, wish.starts_at)
  const hours = realHours(wish, around(plan))
  if (!(await isOfPlan(work, plan, person))) throw refuse(notOfPlan, {})
  const shift = newId<'shift'>(work.now)
  const { activities, pattern } = await pausesFor(work, plan, hours)
  const after = { person, ...hours, activities, pattern, site: null, note, locked: true }
  return { ...(await putThrough(work, plan, { kind: 'call_in', changes: [{ shift, before: null, after }], note })), shift }
}

async function publishedPlanFor(work: Work, person: PersonId, starts_at: string): Promise<PlanRow> {
  const instant = Temporal.Instant.from(starts_at)
  for (const plan of await plansHolding(work, instant.toZonedDateTimeISO('UTC').toPlainDate().toString())) {
    const day = localDay(starts_at, plan.zone)
    const holds = day >= plan.first_day.toString() && day <= lastDay(plan).toString()
    if (holds && (await isOfPlan(work, plan, person))) return await needPlanHeld(work, plan.id, 'workforce.approve')
  }
  throw refuse(noPlanThatDay, {})
}
