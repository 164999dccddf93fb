// What changes do to coverage, group by group, in the intervals they touch.
import type { Work } from '#base/work'
import type { Effect } from '../contract.ts'
import { midnight, type Span } from '../rules/days.ts'
import { MINUTE, ms, type Change, type Drawn } from '../rules/drawn.ts'
import { missingMin, type Grid } from '../rules/presence.ts'
import { presentIn, toCover } from '../plans/need.ts'
import type { PlanRow } from '../store/plan.ts'
import { shiftsOfPlan } from '../store/shift.ts'
import { daysOf } from './commit-changes.ts'

const MOST_SHIFTS = 60_000
// Beyond so many changes the whole plan is looked at by its coverage, not by an effect.
const MOST_CHANGES = 200

/** Asked before the changes are written. */
export async function effectOf(work: Work, plan: PlanRow, changes: readonly Change[]): Promise<Effect[]> {
  const hours = changes.flatMap(({ before, after }) => [before, after].filter((each) => each !== null))
  if (hours.length === 0 || changes.length > MOST_CHANGES) return []
  const span = daysAround(changes, plan.zone)
  const cover = await toCover(work, plan, span)
  const shifts = await shiftsOfPlan(work, { plan: plan.id, ...span, most: MOST_SHIFTS })
  const changed = new Set(changes.map(({ shift }) => shift))
  const rest = shifts.filter(({ id }) => !changed.has(id))
  const withAll = (of: (change: Change) => Drawn | null) =>
    presentIn(cover, [...rest, ...changes.flatMap((change) => of(change) ?? [])])
  const [before, after] = [withAll((change) => change.before), withAll((change) => change.after)]
  const touched = touchedOf(hours, cover.grid)
  const cut = (values: readonly number[] | undefined): number[] => (values ?? []).slice(touched.first, touched.end)
  return cover.groups.flatMap(({ group, label, need }, nth): Effect[] => {
    const [was, is] = [cut(before[nth]), cut(after[nth])]
    if (was.every((there, place) => there === is[place])) return []
    const wanted = cut(need)
    const from = Temporal.Instant.fromEpochMilliseconds(
      cover.grid.from_ms + touched.first * cover.grid.interval_min * MINUTE,
    ).toString()
    const { interval_min } = cover.grid
    return [{
      group, label, from, interval_min, need: wanted, before: was, after: is,
      missing_before_min: missingMin(wanted, was, interval_min), missing_after_min: missingMin(wanted, is, interval_min),
    }] // prettier-ignore
  })
}

function daysAround(changes: readonly Change[], zone: string): Span {
  const days = daysOf(changes)
  return {
    from: midnight(Temporal.PlainDate.from(days[0]!), zone),
    to: midnight(Temporal.PlainDate.from(days.at(-1)!).add({ days: 2 }), zone), // a night shift ends on the day after
  }
}

function touchedOf(hours: readonly Drawn[], { from_ms, interval_min, count }: Grid): { first: number; end: number } {
  const step = interval_min * MINUTE
  const begins = Math.min(...hours.map(({ starts_at }) => ms(starts_at)))
  const ends = Math.max(...hours.map(({ ends_at }) => ms(ends_at)))
  return { first: Math.max(0, Math.floor((begins - from_ms) / step)), end: Math.min(count, Math.ceil((ends - from_ms) / step)) }
}
