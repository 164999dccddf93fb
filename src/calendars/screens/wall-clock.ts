// Minutes of a day as people write them, and back. Pure.
import type { Language } from '#ui/language'

/** 540 → "09:00"; past midnight it goes on: 1500 → "01:00". */
export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** "9:00", "09h30", "24:00" → minutes from midnight; null when it is no time of day. */
export function minuteOf(text: string): number | null {
  const found = /^(\d{1,2})(?:[:hH](\d{2})?)?$/.exec(text.trim())
  if (!found) return null
  const minute = Number(found[1]) * 60 + Number(found[2] ?? 0)
  return Number(found[2] ?? 0) < 60 && minute <= 1440 ? minute : null
}

/** ISO 8601: Monday is 1. 5 January 1970 was one. */
export function weekdayName(weekday: number, spoken: Language, form: 'long' | 'short' = 'long'): string {
  const at = new Date(Date.UTC(1970, 0, 4 + weekday))
  return new Intl.DateTimeFormat(spoken === 'fr' ? 'fr-FR' : 'en-GB', { weekday: form, timeZone: 'UTC' }).format(at)
}
