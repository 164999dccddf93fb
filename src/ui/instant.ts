// Instants (RFC 3339 strings, as they travel) said in words. Pure: the present moment, the language and the zone come in.
import { asFrenchWrites } from '#base/contract'
import type { Language } from './language.ts'
import { localeOf } from './locale.ts'

export type Saying = { now: number; spoken: Language; zone?: string }

const STEPS: readonly [seconds: number, unit: Intl.RelativeTimeFormatUnit, below: number][] = [
  [1, 'second', 60],
  [60, 'minute', 3_600],
  [3_600, 'hour', 86_400],
  [86_400, 'day', 7 * 86_400],
]

/** "il y a 5 min", "dans 2 h", "hier"; the day and month beyond a week. Under 45 s either way: null, which is said "now". */
export function relative(at: string, { now, spoken, zone }: Saying): string | null {
  const seconds = (Date.parse(at) - now) / 1000
  if (Math.abs(seconds) < 45) return null
  const step = STEPS.find(([scale, , below]) => Math.round(Math.abs(seconds) / scale) * scale < below)
  if (!step) return day(at, { now, spoken, ...(zone ? { zone } : {}) })
  const amount = Math.round(seconds / step[0])
  const style = step[1] === 'day' ? 'long' : 'short'
  return new Intl.RelativeTimeFormat(localeOf(spoken), { numeric: 'auto', style }).format(amount, step[1])
}

/** "12 mars", with the year when it is not this one. */
export function day(at: string, { now, spoken, zone }: Saying): string {
  const sameYear = at.slice(0, 4) === new Date(now).toISOString().slice(0, 4)
  const shape: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    ...inZone(zone),
  }
  return inSentence(new Intl.DateTimeFormat(localeOf(spoken), shape).format(new Date(at)), spoken)
}

const inSentence = (said: string, spoken: Language): string => (spoken === 'fr' ? asFrenchWrites(said) : said)

/** "14:05" where the reader is, or in the zone given. */
export function hour(at: string, { spoken, zone }: Omit<Saying, 'now'>): string {
  return new Intl.DateTimeFormat(localeOf(spoken), { hour: '2-digit', minute: '2-digit', ...inZone(zone) }).format(new Date(at))
}

/** Everything, for the tooltip: "samedi 21 novembre 2026 à 14 h 05 UTC+1". */
export function exact(at: string, { spoken, zone }: Omit<Saying, 'now'>): string {
  const shape: Intl.DateTimeFormatOptions = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...inZone(zone),
  }
  return inSentence(new Intl.DateTimeFormat(localeOf(spoken), shape).format(new Date(at)), spoken)
}

/** Sizes in bytes as a person reads them, powers of 1000: "0,9 ko", "1,4 Mo", "1.4 MB"; what is there is never "0 ko". */
export function size(bytes: number, spoken: Language): string {
  const [unit, scale] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const)
  return new Intl.NumberFormat(localeOf(spoken), { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    bytes > 0 ? Math.max(bytes / scale, 0.1) : 0,
  )
}

const inZone = (zone: string | undefined) => (zone ? { timeZone: zone } : {})
