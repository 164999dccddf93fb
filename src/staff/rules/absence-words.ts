// What is told about an absence. Pure.
import { asFrenchWrites } from '#base/contract'
import type { Telling } from '../contract.ts'

type Said = Pick<Telling, 'fr' | 'en'>
export type Absent = { name: string; starts_at: Temporal.Instant; ends_at: Temporal.Instant; zone: string }

const day = (at: Temporal.Instant, zone: string, language: 'fr' | 'en'): string =>
  inWords(at.toZonedDateTimeISO(zone), language, { day: 'numeric', month: 'long' })
const moment = (at: Temporal.Instant, zone: string, language: 'fr' | 'en'): string =>
  inWords(at.toZonedDateTimeISO(zone), language, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })

function inWords(at: Temporal.ZonedDateTime, language: 'fr' | 'en', shape: Intl.DateTimeFormatOptions): string {
  return language === 'fr' ? asFrenchWrites(at.toLocaleString('fr-FR', shape)) : at.toLocaleString('en-GB', shape)
}

// An absence that ends at midnight ends on the day before.
const lastDay = (at: Temporal.Instant): Temporal.Instant => at.subtract({ milliseconds: 1 })

export const askedWords = ({ name, starts_at, ends_at, zone }: Absent): Said => ({
  fr: `${name} demande une absence du ${day(starts_at, zone, 'fr')} au ${day(lastDay(ends_at), zone, 'fr')}. Votre réponse est attendue.`,
  en: `${name} asks to be away from ${day(starts_at, zone, 'en')} to ${day(lastDay(ends_at), zone, 'en')}. Your answer is awaited.`,
})
export const approvedWords = ({ starts_at, ends_at, zone }: Absent): Said => ({
  fr: `Votre absence du ${day(starts_at, zone, 'fr')} au ${day(lastDay(ends_at), zone, 'fr')} est approuvée.`,
  en: `Your absence from ${day(starts_at, zone, 'en')} to ${day(lastDay(ends_at), zone, 'en')} is approved.`,
})
export const declinedWords = ({ starts_at, ends_at, zone }: Absent, because: string): Said => ({
  fr: `Votre absence du ${day(starts_at, zone, 'fr')} au ${day(lastDay(ends_at), zone, 'fr')} n’est pas accordée\u202f: ${because}`,
  en: `Your absence from ${day(starts_at, zone, 'en')} to ${day(lastDay(ends_at), zone, 'en')} is declined: ${because}`,
})
export const suddenWords = ({ name, ends_at, zone }: Absent): Said => ({
  fr: `${name} s’absente à l’instant, jusqu’au ${moment(ends_at, zone, 'fr')}.`,
  en: `${name} is away from now until ${moment(ends_at, zone, 'en')}.`,
})
