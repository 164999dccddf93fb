// Who could stay, and who could come, as law has it and the plan in force and absences are.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { laws } from '#scheduling/contract'
import { moreHoursOf, type MoreHours } from '../engine/more-hours.ts'
import type { DayNow } from '../board/day-now.ts'
import { shiftsIn, sortOf, spanOf, type Shift } from '../day/shifts.ts'
import { dayIn } from '../day/today.ts'

export type { MoreHours }

/** Only of people who have shifts in these days: who has none is not ours to ask. */
export async function moreHours(work: Work, { read, placed }: DayNow, people: readonly PersonId[]): Promise<Map<string, MoreHours>> {
  const { zone, day } = read.day
  const date = Temporal.PlainDate.from(day)
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  const [week, beyond] = [{ from: dayIn(zone, monday).from, to: dayIn(zone, monday.add({ days: 7 })).from }, dayIn(zone, date.add({ days: 2 })).from]
  const span = { from: week.from, to: Temporal.Instant.compare(week.to, beyond) > 0 ? week.to : beyond }
  const [shifts, away] = await Promise.all([shiftsIn(work, span), staff.absencesBetween(work, { starts_at: read.day.from, ends_at: read.day.to })])
  const theirs = Map.groupBy(shifts, ({ person }) => String(person))
  const asked = { law: laws.fr, day, now: placed.now, until: placed.to, week: { from: week.from.epochMilliseconds, to: week.to.epochMilliseconds } }
  return new Map(people.flatMap((id): [string, MoreHours][] => {
    const own = theirs.get(id)
    if (!own) return []
    const gone = away.filter(({ person }) => person === id).map(({ starts_at, ends_at }) => ({ from: starts_at.epochMilliseconds, to: ends_at.epochMilliseconds }))
    return [[id, moreHoursOf(own.map(hoursOf).toSorted((a, b) => a.from - b.from), { ...asked, away: gone })]]
  }))
} // prettier-ignore

const hoursOf = (shift: Shift) => ({
  ...spanOf(shift),
  day: shift.day,
  rests: shift.activities.filter(({ kind }) => sortOf(kind) === 'rest').map(spanOf),
})
