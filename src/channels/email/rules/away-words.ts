// Whoever a customer knows is not here: until when, and who is. Neither says why, nor guesses at anybody's gender. Pure.
import { asFrenchWrites } from '#base/contract'

export type Away = { name: string; until: Temporal.Instant | null; stands_in: string | null; zone: string; now: Temporal.Instant }

export function awayWords(language: 'fr' | 'en', { name, until, stands_in, zone, now }: Away): string {
  const when = until && untilWords(language, { until, zone, now })
  if (language === 'en') return `${name} is not here ${when ?? 'at the moment'}${stands_in ? `; ${stands_in} stands in` : ''}.`
  return `${name} n’est pas là ${when ?? 'en ce moment'}${stands_in ? `\u202f; ${stands_in} prend le relais` : ''}.`
}

// An absence that ends at midnight lasts until the day before.
function untilWords(
  language: 'fr' | 'en',
  { until, zone, now }: Pick<Away, 'zone' | 'now'> & { until: Temporal.Instant },
): string {
  const [back, last, today] = [until, until.subtract({ nanoseconds: 1 }), now].map((at) => at.toZonedDateTimeISO(zone)) as [
    Temporal.ZonedDateTime,
    Temporal.ZonedDateTime,
    Temporal.ZonedDateTime,
  ] // three go in
  const isToday = last.toPlainDate().equals(today.toPlainDate())
  const isDayEnd = back.toPlainTime().equals(Temporal.PlainTime.from('00:00'))
  if (isToday && isDayEnd) return language === 'fr' ? 'aujourd’hui' : 'today'
  if (isToday) return language === 'fr' ? `jusqu’à ${hour(back)}` : `until ${hour(back, 'en')}`
  const day = last.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'long', day: 'numeric', month: 'long', ...(last.year === today.year ? {} : { year: 'numeric' as const }),
  }) // prettier-ignore
  return language === 'fr' ? `jusqu’au ${asFrenchWrites(day)}` : `until ${day}`
}

const hour = (at: Temporal.ZonedDateTime, language: 'fr' | 'en' = 'fr'): string => {
  const minute = String(at.minute).padStart(2, '0')
  if (language === 'en') return `${String(at.hour).padStart(2, '0')}:${minute}`
  return `${at.hour}\u00a0h${at.minute === 0 ? '' : `\u00a0${minute}`}`
}
