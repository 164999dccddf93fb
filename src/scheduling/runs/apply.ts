// What the optimiser found becomes one move of the plan. What is locked, what has begun and what somebody changed meanwhile stays.
import { newId } from '#base/id'
import type { Work } from '#base/work'
import { planRunChanged, type Answer, type PlanAnswer } from '../contract.ts'
import { commitChanges } from '../moves/commit-changes.ts'
import { spanOf } from '../rules/days.ts'
import { ms, type Change, type DrawnShift } from '../rules/drawn.ts'
import { changesFrom } from '../rules/from-answer.ts'
import { keptMends, nthOf } from '../rules/kept-mends.ts'
import { holdPlan } from '../store/plan.ts'
import { recordDone, type RunRow } from '../store/run.ts'
import { shiftsOfPlan } from '../store/shift.ts'
import type { Asked } from './ask-of-plan.ts'

const MOST_SHIFTS = 60_000

export async function applyAnswer(work: Work, run: RunRow, { asked, answer }: { asked: Asked; answer: Answer }): Promise<void> {
  const plan = await holdPlan(work, run.plan_id)
  const { window } = asked
  const mends = keptMends(answer, asked)
  const ready = new Map(mends.map(({ nth }) => [nth, { run: run.id, nth }]))
  const {
    shifts: found,
    status,
    seconds,
    objective,
    parts,
    unavoidable,
    bound,
    gap,
    strict_gap,
    shortage,
    breaks,
    why,
    sessions,
  } = answer
  const answered: PlanAnswer = {
    status,
    seconds,
    objective,
    parts,
    unavoidable,
    bound,
    gap,
    strict_gap,
    shortage,
    ...(breaks && { breaks }),
    why: why.map((each, w) => ({
      ...each,
      mends: each.mends.map((mend, m) => shown(mend, { asked, press: ready.get(nthOf(w, m)) })),
    })),
    sessions,
    shifts: found.length,
  }
  const written = await recordDone(work, run.id, { answer: answered, mends })
  if (written === 0 || !plan) return
  const shifts = await shiftsOfPlan(work, { plan: plan.id, ...spanOf(window), most: MOST_SHIFTS })
  const changes = changesFrom(found, asked, {
    shifts,
    versions: asked.versions,
    from: window.first_day.toString(),
    to: window.first_day.add({ days: window.days - 1 }).toString(),
    people: new Set(asked.people.values()),
    isDecided: ({ locked, starts_at }) =>
      run.asked.keep === 'all' || locked || Temporal.Instant.compare(Temporal.Instant.from(starts_at), work.now) <= 0,
    fresh: () => newId<'shift'>(work.now),
  })
  const fitting = withoutOverlaps(shifts, changes)
  if (fitting.length > 0) await commitChanges(work, plan, { kind: 'optimise', changes: fitting, asked_by: run.asked_by })
  work.publish(planRunChanged, { plan: plan.id, run: run.id, state: 'done' })
}

type Mend = Answer['why'][number]['mends'][number]
type Shown = PlanAnswer['why'][number]['mends'][number]
type Pressed = { asked: Asked; press: Shown['press'] }
const shown = ({ code, people, times, gain_h, cost, fr, en }: Mend, { asked, press }: Pressed): Shown => ({
  code, people: idsOf(people, asked), times, gain_h, cost, fr, en, ...(press && { press }),
}) // prettier-ignore

// The optimiser knows people by the names it was given; whoever presses a mend needs to know who they are.
const idsOf = (names: readonly string[], { people }: Asked): string[] => names.flatMap((name) => people.get(name) ?? [])

// A shift somebody drew meanwhile on the evening before may reach into one of these: theirs stays.
function withoutOverlaps(shifts: readonly DrawnShift[], changes: readonly Change[]): Change[] {
  const changed = new Set(changes.map(({ shift }) => shift))
  const kept = Map.groupBy(shifts.filter(({ id }) => !changed.has(id)), ({ person }) => person) // prettier-ignore
  return changes.filter(({ after }) => {
    if (!after) return true
    const [from, to] = [ms(after.starts_at), ms(after.ends_at)]
    return !(kept.get(after.person) ?? []).some((other) => ms(other.starts_at) < to && ms(other.ends_at) > from)
  })
}
