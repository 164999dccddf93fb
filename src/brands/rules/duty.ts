import type { PersonId } from '#base/contract'

export type Weekly = { weekday: number; starts_minute: number; ends_minute: number }
export type Once = { starts_at: Temporal.Instant; ends_at: Temporal.Instant }
export type When = Weekly | Once
export type Turn = { id: string; person: PersonId; when: When }

/**
 * Whose turns cover an instant, in the order in which they are to be asked: turns given once before weekly ones (the exception before
 * the rule), and of each sort the one given last first (ids are made in the order of time). Weekly turns run from their first minute to
 * before their last on the wall clock of `zone`; minutes past 1440 are after the next midnight.
 */
export function turnsAt(turns: readonly Turn[], at: Temporal.Instant, zone: string): PersonId[] {
  const clock = at.toZonedDateTimeISO(zone)
  const minute = clock.hour * 60 + clock.minute
  const yesterday = ((clock.dayOfWeek + 5) % 7) + 1
  const covers = ({ when }: Turn): boolean => {
    if ('starts_at' in when)
      return Temporal.Instant.compare(when.starts_at, at) <= 0 && Temporal.Instant.compare(at, when.ends_at) < 0
    const today = when.weekday === clock.dayOfWeek && when.starts_minute <= minute && minute < when.ends_minute
    return today || (when.weekday === yesterday && when.starts_minute <= minute + 1440 && minute + 1440 < when.ends_minute)
  }
  const rank = ({ when }: Turn): number => ('starts_at' in when ? 0 : 1)
  return turns
    .filter(covers)
    .toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? 1 : -1))
    .map((turn) => turn.person)
}
