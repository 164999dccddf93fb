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

// "du 3 mai au 7 mai", and of a single day "du 3 mai".
type Days = Pick<Absent, 'starts_at' | 'ends_at' | 'zone'>
function span({ starts_at, ends_at, zone }: Days): Said {
  const of = (language: 'fr' | 'en'): [string, string] => [day(starts_at, zone, language), day(lastDay(ends_at), zone, language)]
  const [[from, to], [begins, ends]] = [of('fr'), of('en')]
  return from === to ? { fr: `du ${from}`, en: `on ${begins}` } : { fr: `du ${from} au ${to}`, en: `from ${begins} to ${ends}` }
}

export const askedWords = ({ name, ...days }: Absent): Said => ({
  fr: `${name} demande une absence ${span(days).fr}. Votre réponse est attendue.`,
  en: `${name} asks to be away ${span(days).en}. Your answer is awaited.`,
})
export const approvedWords = (days: Absent): Said => ({
  fr: `Votre absence ${span(days).fr} est approuvée.`,
  en: `Your absence ${span(days).en} is approved.`,
})
export const declinedWords = (days: Absent, because: string): Said => ({
  fr: `Votre absence ${span(days).fr} n’est pas accordée\u202f: ${because}`,
  en: `Your absence ${span(days).en} is declined: ${because}`,
})
export const suddenWords = ({ name, ends_at, zone }: Absent): Said => ({
  fr: `${name} s’absente à l’instant, jusqu’au ${moment(ends_at, zone, 'fr')}.`,
  en: `${name} is away from now until ${moment(ends_at, zone, 'en')}.`,
})
