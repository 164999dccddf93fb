// Hours and lengths as the reader writes them. A grid says thousands of them: the offset of a zone is asked once a day, not once an hour.
import { asFrenchWrites } from '#base/contract'
import type { Language } from '#ui/language'

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const offsets = new Map<string, number>()

/** "09:30" on the wall of that zone. */
export function wallHour(at: number, zone: string): string {
  const minute = Math.floor(at / MINUTE) + offsetOf(at, zone)
  const inDay = ((minute % 1440) + 1440) % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

// Clocks change on a quarter of an hour everywhere.
function offsetOf(at: number, zone: string): number {
  const key = `${zone} ${Math.floor(at / (24 * 4 * QUARTER))}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const midnight = Math.floor(at / (24 * 4 * QUARTER)) * 24 * 4 * QUARTER
  const [begin, end] = [midnight, midnight + 24 * 4 * QUARTER - 1].map((each) => offsetAt(each, zone))
  if (begin !== end) return offsetAt(at, zone) // the day they change
  offsets.set(key, begin ?? 0)
  return begin ?? 0
}

const offsetAt = (at: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 6e10

/** "7 h 30", "7 h" · "7h30", "7h": a length of time, not an hour of the day. */
export function lengthOf(minutes: number, spoken: Language): string {
  const whole = Math.round(Math.abs(minutes))
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  const gap = spoken === 'fr' ? '\u00a0' : ''
  const sign = minutes < 0 ? '−' : ''
  if (hours === 0 && rest > 0) return `${sign}${rest}\u00a0min`
  return `${sign}${hours}${gap}h${rest === 0 ? '' : `${gap}${String(rest).padStart(2, '0')}`}`
}

const days = new Map<string, string>()
type Shape = 'long' | 'short' | 'tiny'
const shapes: Record<Shape, Intl.DateTimeFormatOptions> = {
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  tiny: { weekday: 'narrow', day: 'numeric' },
}

/** "lundi 23 novembre", "lun. 23 nov.", "L 23". */
export function dayName(day: string, spoken: Language, shape: Shape = 'long'): string {
  const key = `${spoken} ${shape} ${day}`
  const known = days.get(key)
  if (known) return known
  const said = Temporal.PlainDate.from(day).toLocaleString(spoken === 'fr' ? 'fr-FR' : 'en-GB', shapes[shape])
  const name = spoken === 'fr' ? asFrenchWrites(said) : said
  days.set(key, name)
  return name
}
