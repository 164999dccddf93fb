// By when, in the words and on the wall clock of whoever reads it: for letters, reminders and pages. Pure.
import { asFrenchWrites } from '#base/contract'

type Reader = { zone: string; language: 'fr' | 'en' }
const locales = { fr: 'fr-FR', en: 'en-GB' } as const

/** "jeudi 26 novembre à 17 h (heure de Paris)", "Thursday 26 November at 17:00 (Paris time)"; the year when it is another than that of `now`. */
export function byWhen(due: Temporal.Instant, { zone, language }: Reader, now: Temporal.Instant): string {
  const at = due.toZonedDateTimeISO(zone)
  const year = at.year === now.toZonedDateTimeISO(zone).year ? {} : ({ year: 'numeric' } as const)
  const day = at.toPlainDate().toLocaleString(locales[language], { weekday: 'long', day: 'numeric', month: 'long', ...year })
  return language === 'fr'
    ? `${asFrenchWrites(day)} à ${hour(at, 'fr')} (heure ${ofCity(cityOf(zone))})`
    : `${day} at ${hour(at, 'en')} (${cityOf(zone)} time)`
}

function hour({ hour: hours, minute }: Temporal.ZonedDateTime, language: 'fr' | 'en'): string {
  const minutes = String(minute).padStart(2, '0')
  if (language === 'en') return `${String(hours).padStart(2, '0')}:${minutes}`
  return minute === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${minutes}`
}

// 'America/Argentina/Buenos_Aires' is read "Buenos Aires"; 'UTC' stays.
const cityOf = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ') // split gives one part at least
const ofCity = (city: string): string => (/^[aeiouyhàâéèêîôû]/i.test(city) ? `d’${city}` : `de ${city}`)
