// When something is due, in words: on the clock of the door, which is named when it is not the reader's.
import { asFrenchWrites } from '#base/contract'
import type { Language } from '#ui/language'

type Due = { due_at: string; day: string | null; zone: string }
export type DueParts = { day: string; hour: string | null; zone: string | null }

/** The day; the hour, unless a day was promised; the zone, where its clock is not the reader's. */
export function dueParts({ due_at, day, zone }: Due, spoken: Language): DueParts {
  const locale = spoken === 'fr' ? 'fr-FR' : 'en-GB'
  const say = (shape: Intl.DateTimeFormatOptions, at: Date): string => {
    const said = new Intl.DateTimeFormat(locale, shape).format(at)
    return spoken === 'fr' ? asFrenchWrites(said) : said
  }
  const date = { weekday: 'long', day: 'numeric', month: 'long' } as const
  if (day) return { day: say({ ...date, timeZone: 'UTC' }, new Date(`${day}T00:00:00Z`)), hour: null, zone: null }
  const at = new Date(due_at)
  const place = sameClock(at, zone) ? null : zone.replace(/^.*\//, '').replaceAll('_', ' ')
  return {
    day: say({ ...date, timeZone: zone }, at),
    hour: say({ hour: '2-digit', minute: '2-digit', timeZone: zone }, at),
    zone: place,
  }
}

function sameClock(at: Date, zone: string): boolean {
  const clock = (timeZone?: string): string =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) }).format(at)
  return clock() === clock(zone)
}

export type Group = 'late' | 'today' | 'tomorrow' | 'later'
/** Where a promise stands in the reader's own days. */
export function groupOf({ due_at, state }: { due_at: string; state: string }, now: number): Group {
  const due = Date.parse(due_at)
  if (state === 'broken' || due <= now) return 'late'
  const midnight = new Date(now).setHours(24, 0, 0, 0)
  return due < midnight ? 'today' : due < new Date(midnight).setHours(24, 0, 0, 0) ? 'tomorrow' : 'later'
}
