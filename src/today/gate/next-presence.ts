// When somebody is next at their desk, as far as the house knows: the next opening on another day, and after whatever absence is planned.
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Hours } from '#calendars/contract'

export type Back = {
  at: Temporal.Instant | null
  from: 'absence' | 'hours' | null
  away_at: Temporal.Instant | null // a moment of the absence meanwhile, at which somebody covers
  suggestions: Temporal.Instant[]
}

const DEFAULT_ZONE = 'Europe/Paris'
const MORNING: Temporal.PlainTimeLike = { hour: 9 }
const NIGHT_ENDS_HOUR = 5 // whoever leaves after midnight comes back in the morning that follows
const MOST_ABSENCES = 20

export async function nextPresence(work: Work, person: PersonId): Promise<Back> {
  const door = await brands.mainEntryPoint(work)
  const zone = door?.zone ?? DEFAULT_ZONE
  const hours = door?.calendar_id ? await calendars.calendar(work, door.calendar_id) : undefined
  const evening = eveningOf(work.now, zone)
  const suggestions = mornings(evening, zone)
  const first = hours ? openingAfter(hours, evening) : null
  const away = (await staff.find(work, [person])).get(person)?.absent_until ?? null
  if (!hours || !first) return { at: away, from: away && 'absence', away_at: away && work.now, suggestions }
  return { ...(await pastAbsences(work, person, { hours, first: later(first, away) })), suggestions }
}

// An absence that covers the opening puts the return off to the first opening after it; another may follow.
async function pastAbsences(
  work: Work,
  person: PersonId,
  { hours, first }: { hours: Hours; first: Temporal.Instant },
): Promise<Pick<Back, 'at' | 'from' | 'away_at'>> {
  let at = first
  let away_at: Temporal.Instant | null = null
  for (let left = MOST_ABSENCES; left > 0; left--) {
    const until = await awayUntil(work, person, at)
    if (!until) break
    away_at ??= at
    const next = openingAfter(hours, until)
    if (!next) return { at: until, from: 'absence', away_at }
    at = next
  }
  return { at, from: away_at ? 'absence' : 'hours', away_at }
}

async function awayUntil(work: Work, person: PersonId, at: Temporal.Instant): Promise<Temporal.Instant | null> {
  const [found] = await staff.answering(work, [{ person, team: null, deputies: [], face: '' }], at)
  return found?.away_until ?? null
}

const later = (one: Temporal.Instant, other: Temporal.Instant | null): Temporal.Instant =>
  other && Temporal.Instant.compare(other, one) > 0 ? other : one

function eveningOf(now: Temporal.Instant, zone: string): Temporal.Instant {
  const here = now.toZonedDateTimeISO(zone)
  return here.hour < NIGHT_ENDS_HOUR ? now : here.toPlainDate().add({ days: 1 }).toZonedDateTime(zone).toInstant()
}

function openingAfter(hours: Hours, at: Temporal.Instant): Temporal.Instant | null {
  const found = calendars.nextOpening(hours, at)
  return 'at' in found ? found.at : null
}

// The next working mornings, for whoever has no hours.
function mornings(evening: Temporal.Instant, zone: string): Temporal.Instant[] {
  const first = evening.toZonedDateTimeISO(zone).toPlainDate()
  const days = Array.from({ length: 7 }, (_, i) => first.add({ days: i })).filter(({ dayOfWeek }) => dayOfWeek <= 5)
  return days.slice(0, 3).map((day) => day.toZonedDateTime({ timeZone: zone, plainTime: MORNING }).toInstant())
}
