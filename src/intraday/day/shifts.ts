// The shifts of a day, as the plan in force has them and as adherence sees them.
import * as scheduling from '#scheduling'
import { once } from '#base/once'
import { system, type Work } from '#base/work'
import { activityTraits, type ShiftInForce } from '#scheduling/contract'
import { plannedOf, type Planned, type Sort } from '../engine/index.ts'

export type Shift = ShiftInForce

/** What touches a span, of everybody, in order. Whoever asks says themselves who may see it. */
export const shiftsIn = (work: Work, { from, to }: { from: Temporal.Instant; to: Temporal.Instant }): Promise<Shift[]> =>
  once(work, `intraday.shifts ${String(from)} ${String(to)}`, () =>
    scheduling.shiftsBetween({ ...work, actor: system('intraday') }, { from, to }),
  )

export const sortOf = (kind: Shift['activities'][number]['kind']): Sort =>
  activityTraits[kind].productive ? 'work' : activityTraits[kind].neutral ? 'neutral' : 'rest'

const span = ({ starts_at, ends_at }: { starts_at: string; ends_at: string }) => ({
  from: Date.parse(starts_at),
  to: Date.parse(ends_at),
})

/** In order; an activity that is an absence, and an approved absence, is planned for nobody. */
export function plannedBy(shifts: readonly Shift[]): Planned[] {
  return shifts
    .flatMap((shift) =>
      plannedOf({
        ...span(shift),
        activities: shift.activities.filter(({ kind }) => kind !== 'absence').map((each) => ({ ...span(each), kind: each.kind, sort: sortOf(each.kind) })),
        away: [...shift.away, ...shift.activities.filter(({ kind }) => kind === 'absence')].map(span),
      }),
    )
    .toSorted((a, b) => a.from - b.from)
} // prettier-ignore

export { span as spanOf }
