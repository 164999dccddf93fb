// Shifts and absences as the optimiser reads them. Pure.
import type { PersonId } from '#base/contract'
import type { AskInput, Shift } from '../contract.ts'
import type { Dated } from './days.ts'
import { wholeDay, type DrawnShift } from './drawn.ts'
import type { Absent } from './presence.ts'

export const shiftOf = (shift: DrawnShift, names: ReadonlyMap<PersonId, string>): Shift => ({
  person: (shift.person && names.get(shift.person)) ?? '?',
  day: shift.day,
  starts_at: shift.starts_at,
  ends_at: shift.ends_at,
  activities: wholeDay(shift),
  ...(shift.site ? { site: shift.site } : {}),
})

type Away = NonNullable<NonNullable<AskInput['people'][number]['away']>[number]>

/** Local days with their times; the part of a week somebody never works stands for no hours of the contract. Cut to the days of the plan. */
export function awayDays(
  away: readonly Absent[],
  { first_day, days, zone }: Dated,
): NonNullable<AskInput['people'][number]['away']> {
  const last = first_day.add({ days: days - 1 })
  const at = (milliseconds: number): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone)
  return away.flatMap(({ from_ms, to_ms, free }): Away[] => {
    const [begins, ends] = [at(from_ms), at(to_ms)]
    const whole = ends.hour === 0 && ends.minute === 0
    const [from, to] = [begins.toPlainDate(), whole ? ends.toPlainDate().subtract({ days: 1 }) : ends.toPlainDate()]
    if (Temporal.PlainDate.compare(from, last) > 0 || Temporal.PlainDate.compare(to, first_day) < 0) return []
    const cutFrom = Temporal.PlainDate.compare(from, first_day) < 0
    const cutTo = Temporal.PlainDate.compare(to, last) > 0
    return [{
      from: (cutFrom ? first_day : from).toString(),
      to: (cutTo ? last : to).toString(),
      ...(cutFrom || (begins.hour === 0 && begins.minute === 0) ? {} : { from_time: clock(begins) }),
      ...(cutTo || whole ? {} : { to_time: clock(ends) }),
      ...(free ? { paid_h: 0 } : {}),
    }] // prettier-ignore
  })
}
const clock = (at: Temporal.ZonedDateTime): string => at.toPlainTime().toString({ smallestUnit: 'minute' })
