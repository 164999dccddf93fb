// Moments as one says them, on the wall clock of the place they were meant for. Pure.
import type { Language } from '../rules/language.ts'

export type At = { zone: string; language: Language; now: Temporal.Instant }

const locales = { fr: 'fr-FR', en: 'en-GB' } as const
const clock = {
  fr: (text: string) => text.replace(/(\d{1,2}):(\d{2})/, '$1\u00a0h\u00a0$2').replace(/h\u00a000$/, 'h'),
  en: (text: string) => text,
} as const

/** "aujourd’hui", "demain", "hier", else as `weekday` says it. */
export const day = (instant: Temporal.Instant, at: At): string => near(instant, at) ?? weekday(instant, at)

/** "jeudi 26 novembre", with the year when it is another: what still holds on paper. */
export function weekday(instant: Temporal.Instant, { zone, language, now }: At): string {
  const then = instant.toZonedDateTimeISO(zone).toPlainDate()
  const year = then.year === now.toZonedDateTimeISO(zone).year ? {} : ({ year: 'numeric' } as const)
  return then.toLocaleString(locales[language], { weekday: 'long', day: 'numeric', month: 'long', ...year })
}

export function near(instant: Temporal.Instant, { zone, language, now }: At): string | undefined {
  const [then, today] = [instant, now].map((each) => each.toZonedDateTimeISO(zone).toPlainDate()) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ] // two go in
  return NEAR[language][String(today.until(then).days)]
}
const NEAR: Record<Language, Record<string, string>> = {
  fr: { '-1': 'hier', '0': 'aujourd’hui', '1': 'demain' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
}

/** "18 h 30", "18:30". */
export function hour(instant: Temporal.Instant, { zone, language }: Pick<At, 'zone' | 'language'>): string {
  const { hour: hours, minute } = instant.toZonedDateTimeISO(zone)
  return clock[language](`${language === 'en' ? String(hours).padStart(2, '0') : hours}:${String(minute).padStart(2, '0')}`)
}

/** The same words at the beginning of a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** "demain à 9 h", "tomorrow at 09:00". */
export const moment = (instant: Temporal.Instant, at: At): string =>
  `${day(instant, at)} ${at.language === 'fr' ? 'à' : 'at'} ${hour(instant, at)}`

/** "18 h" today, "lundi 24 novembre à 9 h" otherwise. */
export const soon = (instant: Temporal.Instant, at: At): string =>
  isToday(instant, at) ? hour(instant, at) : moment(instant, at)

/** "le 20 novembre", "on 20 November", with the year when it is another. */
export function date(instant: Temporal.Instant, { zone, language, now }: At): string {
  const then = instant.toZonedDateTimeISO(zone).toPlainDate()
  const year = then.year === now.toZonedDateTimeISO(zone).year ? {} : ({ year: 'numeric' } as const)
  const text = then.toLocaleString(locales[language], { day: 'numeric', month: 'long', ...year })
  return language === 'fr' ? `le ${text.replace(/^1 /, '1er ')}` : `on ${text}`
}

const isToday = (instant: Temporal.Instant, { zone, now }: At): boolean =>
  instant.toZonedDateTimeISO(zone).toPlainDate().equals(now.toZonedDateTimeISO(zone).toPlainDate())
