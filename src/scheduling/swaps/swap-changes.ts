// What granting a swap changes, and what stands against it: the law for both, what they can do, and coverage.
import { refuse, type Work } from '#base/work'
import { notOfPlan, swapOvertaken, swapTooLate, type TroubleSaid } from '../contract.ts'
import { needAsSeen } from '../day/change-day.ts'
import { sayHours } from '../engine/say-hours.ts'
import { checkChanges } from '../moves/check-changes.ts'
import { effectOf } from '../moves/effect.ts'
import { isOfPlan } from '../plans/people.ts'
import { isAway } from '../rules/bears.ts'
import { drawnOf, type Change } from '../rules/drawn.ts'
import { inForceById, type InForceRow } from '../store/in-force.ts'
import { findPlan, type PlanRow } from '../store/plan.ts'
import type { SwapRow } from '../store/swap.ts'

export type ToGrant = { plan: PlanRow; changes: Change[] }

/** Both shifts must be what they were when they were offered and taken, of one plan, to come; and who takes one is of that plan. */
export async function changesOfSwap(work: Work, swap: SwapRow): Promise<ToGrant> {
  const { shift_id, wants_id, taken_by } = swap
  const ids = wants_id ? [shift_id, wants_id] : [shift_id]
  const rows = new Map((await inForceById(work, ids)).map((row) => [row.shift_id, row]))
  const [gives, wants] = [rows.get(shift_id), wants_id ? rows.get(wants_id) : undefined]
  const plan = gives && (await findPlan(work, gives.plan_id))
  if (!plan || !taken_by || !isAsOffered(swap, gives) || (wants_id && !isAsTaken(swap, wants, plan.id)))
    throw refuse(swapOvertaken, {})
  if ([gives, wants].some((row) => row && Temporal.Instant.compare(row.starts_at, work.now) <= 0))
    throw refuse(swapTooLate, { hours: 0 })
  if (!(await isOfPlan(work, plan, taken_by))) throw refuse(notOfPlan, {})
  const drawn = await needAsSeen(work, ids)
  const given = (id: typeof shift_id, person: SwapRow['person_id']): Change => {
    const before = drawnOf(drawn.get(id)!)
    return { shift: id, before, after: { ...before, person } }
  }
  return { plan, changes: [given(shift_id, taken_by), ...(wants_id ? [given(wants_id, swap.person_id)] : [])] }
}

const isAsOffered = ({ person_id, shift_seen }: SwapRow, row: InForceRow): boolean =>
  row.person_id === person_id && row.sequence === shift_seen
const isAsTaken = ({ taken_by, wants_seen }: SwapRow, row: InForceRow | undefined, plan: PlanRow['id']): boolean =>
  row?.person_id === taken_by && row?.sequence === wants_seen && row?.plan_id === plan

/** Hard and soft: law, contracts, and how many more are missing where they are needed (they cannot do the same). */
export async function troublesOfSwap(work: Work, { plan, changes }: ToGrant): Promise<TroubleSaid[]> {
  const { hard, soft } = await checkChanges(work, plan, changes)
  const effect = await effectOf(work, plan, changes)
  const less = effect.filter(({ missing_before_min, missing_after_min }) => missing_after_min > missing_before_min)
  return [
    ...hard,
    ...soft.map((each) => (isAway(each) ? { ...each, hard: true } : each)), // nobody is handed a shift while on leave
    ...less.map(({ group, label, missing_before_min, missing_after_min }) => {
      const hours = (missing_after_min - missing_before_min) / 60
      const name = label || group
      return {
        code: 'coverage_less', hard: false, person: null, day: changes[0]?.before?.day ?? null, shift: null,
        fr: `Il manquerait ${sayHours(hours, 'fr')} de présence de plus${name ? ` pour ${name}` : ''}.`,
        en: `${sayHours(hours, 'en')} more of people would be missing${name ? ` for ${name}` : ''}.`,
      } // prettier-ignore
    }),
  ]
}
