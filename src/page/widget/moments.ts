// Times and days as the visitor's language says them, in the visitor's own time zone.
import { speaking, type Language } from './words/speak.ts'

export const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const

export const hourIn = (at: string, language: Language): string => format(language, { hour: '2-digit', minute: '2-digit' }, at)
export const exactIn = (at: string, language: Language): string => format(language, { dateStyle: 'full', timeStyle: 'short' }, at)
export const dayOf = (at: string): string => new Date(at).toDateString()

export function dayIn(at: string, language: Language, now = new Date()): string {
  const say = speaking(language)
  const days = daysBetween(now, new Date(at))
  if (days === 0) return say('todayIs')
  if (days === -1) return say('yesterday')
  return format(language, { weekday: 'long', day: 'numeric', month: 'long' }, at)
}

/** "demain à 09:00", "lundi à 09:00", "à 14:00"; further than six days, with the date. */
export function momentIn(at: string, language: Language, now = new Date()): string {
  const say = speaking(language)
  const [time, days] = [hourIn(at, language), daysBetween(now, new Date(at))]
  if (days === 0) return say('today', { time })
  if (days === 1) return say('tomorrow', { time })
  const far: Intl.DateTimeFormatOptions = days > 6 ? { day: 'numeric', month: 'long' } : {}
  return say('onDay', { day: format(language, { weekday: 'long', ...far }, at), time })
}

/** Of the week: 1 Monday … 7 Sunday. */
export const weekdayIn = (day: number, language: Language): string =>
  format(language, { weekday: 'long' }, `2024-01-0${day}T12:00:00`) // that Monday was the first

const format = (language: Language, options: Intl.DateTimeFormatOptions, at: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], options).format(new Date(at))

function daysBetween(one: Date, other: Date): number {
  const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
  return Math.round((midnight(other) - midnight(one)) / 86_400_000)
}
