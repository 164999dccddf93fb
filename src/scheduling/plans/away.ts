// When people of a plan are away: approved absences, and the part of the week they do not work.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Span } from '../rules/days.ts'
import type { Absent } from '../rules/presence.ts'

export type Away = ReadonlyMap<PersonId, readonly Absent[]>
const WEEK_HOURS = 7 * 24

/** By person, in order. An absence that lies over another counts once to who looks; the times may overlap. */
export async function awayBetween(work: Work, { from, to }: Span): Promise<Away> {
  const found = new Map<PersonId, Map<string, Absent>>()
  const add = (person: PersonId, key: string, absent: Absent): void => {
    const theirs = found.get(person) ?? new Map<string, Absent>()
    found.set(person, theirs.set(key, absent))
  }
  // Week by week: staff answers a thousand at once.
  for (let at = from; Temporal.Instant.compare(at, to) < 0; at = at.add({ hours: WEEK_HOURS })) {
    const ends_at = earlier(at.add({ hours: WEEK_HOURS }), to)
    for (const { id, person, starts_at, ends_at: until } of await staff.absencesBetween(work, { starts_at: at, ends_at }))
      add(person, id, { from_ms: starts_at.epochMilliseconds, to_ms: until.epochMilliseconds })
  }
  for (const { person, ...absent } of await freeParts(work, { from, to })) add(person, `free ${absent.from_ms}`, absent)
  return new Map([...found].map(([person, theirs]) => [person, [...theirs.values()].toSorted((a, b) => a.from_ms - b.from_ms)]))
}

const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? one : other

async function freeParts(work: Work, { from, to }: Span): Promise<(Absent & { person: PersonId })[]> {
  const days = {
    from: from.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 }),
    to: to.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 }),
  }
  const parts = await staff.freeTimes(work, days)
  const found: (Absent & { person: PersonId })[] = []
  for (const part of parts)
    for (let day = days.from; Temporal.PlainDate.compare(day, days.to) <= 0; day = day.add({ days: 1 })) {
      const holds =
        day.dayOfWeek === part.weekday &&
        Temporal.PlainDate.compare(day, part.from) >= 0 &&
        (part.until === null || Temporal.PlainDate.compare(day, part.until) < 0)
      if (!holds) continue
      const [from_ms, to_ms] = [minuteOf(day, part.zone, part.starts_minute), minuteOf(day, part.zone, part.ends_minute)]
      if (from_ms < to.epochMilliseconds && to_ms > from.epochMilliseconds)
        found.push({ person: part.person, from_ms, to_ms, free: true })
    }
  return found
}

// On the wall clock: a free afternoon begins at 14:00 also on the day the clocks change.
function minuteOf(day: Temporal.PlainDate, zone: string, minute: number): number {
  if (minute >= 1440) return day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  return day.toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(Math.floor(minute / 60), minute % 60) })
    .epochMilliseconds
}

/** The absences that fall into a shift, cut to it. */
export function awayIn(
  away: readonly Absent[] | undefined,
  { starts_at, ends_at }: { starts_at: string; ends_at: string },
): { starts_at: string; ends_at: string }[] {
  if (!away) return []
  const [from, to] = [Temporal.Instant.from(starts_at).epochMilliseconds, Temporal.Instant.from(ends_at).epochMilliseconds]
  return away
    .filter(({ from_ms, to_ms }) => from_ms < to && to_ms > from)
    .map(({ from_ms, to_ms }) => ({ starts_at: iso(Math.max(from, from_ms)), ends_at: iso(Math.min(to, to_ms)) }))
}
const iso = (milliseconds: number): string => Temporal.Instant.fromEpochMilliseconds(milliseconds).toString()
