// Amounts as a person reads them: "62 %", "1 min 13 s", "8,7".
import type { Language } from '#ui/language'

const locale = (spoken: Language): string => (spoken === 'fr' ? 'fr-FR' : 'en-GB')

/** A number with at most so many decimals. */
export const decimal = (value: number, spoken: Language, most = 1): string =>
  new Intl.NumberFormat(locale(spoken), { maximumFractionDigits: most }).format(value)

/** A share in hundredths, whole ones unless so many decimals are asked for; a small share has one decimal all the same. */
export const percent = (share: number, spoken: Language, decimals = 0): string =>
  new Intl.NumberFormat(locale(spoken), {
    style: 'percent',
    maximumFractionDigits: Math.max(decimals, share > 0 && share < 0.1 ? 1 : 0),
  }).format(share)

// A number and its unit stay on one line.
const together = (text: string): string => text.replaceAll(' ', '\u00a0')

/** Seconds as "20 s", "4 min", "1 min 13 s", "2 h 05". */
export function lasting(seconds: number, spoken: Language): string {
  if (seconds < 9.95) return together(`${decimal(seconds, spoken)} s`)
  const whole = Math.round(seconds)
  if (whole < 60) return together(`${whole} s`)
  if (whole < 3_600) return together(whole % 60 === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${whole % 60} s`)
  const minutes = Math.round(whole / 60)
  return together(
    minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`,
  )
}

export const clock = (at: Date, zone: string, spoken: Language): string =>
  new Intl.DateTimeFormat(locale(spoken), { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at)

export const dayName = (day: string, spoken: Language, shape: 'short' | 'long' | 'date'): string =>
  new Intl.DateTimeFormat(locale(spoken), {
    ...(shape !== 'date' && { weekday: shape }),
    day: 'numeric',
    ...(shape === 'long' && { month: 'long' }),
    ...(shape === 'date' && { month: 'short' }),
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
