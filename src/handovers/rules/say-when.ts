// A day and an hour as a brief says them: "le 12 novembre à 14 h 05", "on 12 November at 14:05". The year where it is another one.
import type { Telling } from './dossier.ts'

const NB = '\u00a0'

export function dayOf(at: Temporal.Instant, { language, zone, now }: Telling): string {
  const then = at.toZonedDateTimeISO(zone)
  const year = then.year === now.toZonedDateTimeISO(zone).year ? {} : ({ year: 'numeric' } as const)
  const day = then.toPlainDate().toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', { day: 'numeric', month: 'long', ...year })
  return language === 'fr' ? day.replace(/^1 /, `1er${NB}`).replace(/^(\d+) /, `$1${NB}`) : day.replace(/^(\d+) /, `$1${NB}`)
}

export function hourOf(at: Temporal.Instant, { language, zone }: Telling): string {
  const { hour, minute } = at.toZonedDateTimeISO(zone)
  const minutes = String(minute).padStart(2, '0')
  return language === 'fr'
    ? minute === 0
      ? `${hour}${NB}h`
      : `${hour}${NB}h${NB}${minutes}`
    : `${String(hour).padStart(2, '0')}:${minutes}`
}

export const momentOf = (at: Temporal.Instant, telling: Telling): string =>
  telling.language === 'fr'
    ? `le ${dayOf(at, telling)} à ${hourOf(at, telling)}`
    : `on ${dayOf(at, telling)} at ${hourOf(at, telling)}`

/** How long something has lasted, in whole days or hours: "depuis 3 jours", "for 3 days". */
export function sinceOf(at: Temporal.Instant, { language, now }: Telling): string {
  const hours = Math.max(0, Math.floor(at.until(now).total('hours')))
  const days = Math.floor(hours / 24)
  if (language === 'fr')
    return days >= 1
      ? `depuis ${days}${NB}jour${days > 1 ? 's' : ''}`
      : hours >= 1
        ? `depuis ${hours}${NB}h`
        : 'depuis moins d’une heure'
  return days >= 1
    ? `for ${days} day${days > 1 ? 's' : ''}`
    : hours >= 1
      ? `for ${hours} hour${hours > 1 ? 's' : ''}`
      : 'for less than an hour'
}
