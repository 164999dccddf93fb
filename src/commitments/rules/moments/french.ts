// How French says when.
import {
  AFTERNOON_ENDS, dateOf, endOfMonth, endOfWeek, EVENING_ENDS, fullYear, MIDNIGHT, minutesOf, nextWeekday, NOON, spanOf, weekdayOfWeek,
  type Day, type Hour, type Span, type Tongue,
} from './moment.ts' // prettier-ignore

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
]
const NUMBERS: Record<string, number> = {
  un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, douze: 12, quinze: 15, vingt: 20,
  trente: 30, quelques: 3,
} // prettier-ignore
const weekday = `(?<weekday>${WEEKDAYS.join('|')})`
const month = `(?<month>${MONTHS.join('|')}|janv\\.?|fevr?\\.?|avr\\.?|juil\\.?|sept\\.?|oct\\.?|nov\\.?|dec\\.?)`
const number = `(?<number>\\d{1,3}|${Object.keys(NUMBERS).join('|')})`

const weekdayNumber = (name: string | undefined): number => WEEKDAYS.indexOf(name ?? '') + 1
const monthNumber = (name: string | undefined): number | undefined =>
  name ? MONTHS.findIndex((each) => each.startsWith(name.replace('.', '').slice(0, 4))) + 1 || undefined : undefined
const countOf = (said: string | undefined): number => NUMBERS[said ?? ''] ?? Number(said)

const days: Day[] = [
  { pattern: /aujourd'hui\b|ce jour\b/y, read: (_, today) => today },
  { pattern: /apres[- ]demain\b/y, read: (_, today) => today.add({ days: 2 }) },
  { pattern: /demain\b/y, read: (_, today) => today.add({ days: 1 }) },
  {
    pattern: new RegExp(`(?:${weekday} )?(?:le )?(?<day>\\d{1,2})(?:er)? ${month}(?: (?<year>20\\d\\d))?(?![\\w])`, 'y'),
    read: (g, today) =>
      dateOf(today, {
        day: Number(g['day']),
        month: monthNumber(g['month']),
        year: fullYear(g['year']),
        weekday: weekdayNumber(g['weekday']),
      }),
  },
  {
    pattern: new RegExp(
      `(?:${weekday} )?(?:le )?(?<day>\\d{1,2})[/.](?<month>\\d{1,2})(?:[/.](?<year>20\\d\\d|\\d\\d))?(?![\\w/.]?\\d)`,
      'y',
    ),
    read: (g, today) =>
      dateOf(today, {
        day: Number(g['day']),
        month: Number(g['month']),
        year: fullYear(g['year']),
        weekday: weekdayNumber(g['weekday']),
      }),
  },
  {
    pattern: new RegExp(`(?:${weekday} (?:le )?|le )(?<day>\\d{1,2})(?:er)?\\b(?! ?(?:h\\b|h\\d|heures?|%|€|:))`, 'y'),
    read: (g, today) => dateOf(today, { day: Number(g['day']), weekday: weekdayNumber(g['weekday']) }),
  },
  {
    pattern: new RegExp(`${weekday} en huit\\b`, 'y'),
    read: (g, today) => nextWeekday(today, weekdayNumber(g['weekday'])).add({ weeks: 1 }),
  },
  {
    pattern: new RegExp(`${weekday} de la semaine prochaine\\b`, 'y'),
    read: (g, today) => weekdayOfWeek(today, weekdayNumber(g['weekday']), 1),
  },
  {
    pattern: new RegExp(`ce ${weekday}\\b(?! dernier| passe)`, 'y'),
    read: (g, today) =>
      today.dayOfWeek === weekdayNumber(g['weekday']) ? today : nextWeekday(today, weekdayNumber(g['weekday'])),
  },
  {
    pattern: new RegExp(`${weekday}\\b(?: prochain\\b)?(?! dernier| passe| precedent| (?:le )?\\d{1,2}\\b(?! ?(?:h|:)))`, 'y'),
    read: (g, today) => nextWeekday(today, weekdayNumber(g['weekday'])),
  },
  { pattern: /(?:en |a )?(?:la )?fin de (?:la )?semaine prochaine\b/y, read: (_, today) => endOfWeek(today, 1), whole: true },
  { pattern: /(?:en |a )?(?:la )?fin de (?:la |cette )?semaine\b/y, read: (_, today) => endOfWeek(today), whole: true },
  {
    pattern: /(?:dans le courant de |en |dans |de )?la semaine prochaine\b/y,
    read: (_, today) => endOfWeek(today, 1),
    whole: true,
  },
  { pattern: /cette semaine\b|dans la semaine\b/y, read: (_, today) => endOfWeek(today), whole: true },
  {
    pattern: /(?:en |a )?(?:la )?fin (?:du|de ce) mois\b|(?:en )?fin de mois\b/y,
    read: (_, today) => endOfMonth(today),
    whole: true,
  },
  {
    pattern: /(?:en |avant |a )?(?:la )?fin de (?:la )?journee\b|dans la journee\b|dans le courant de la journee\b/y,
    read: (_, today) => today,
    whole: true,
  },
]

const clock = '(?<hour>\\d{1,2}) ?(?:h|heures?|:)(?: ?(?<minute>[0-5]\\d))?(?!\\w)'
const readClock = (g: Record<string, string | undefined>): number | null => minutesOf(Number(g['hour']), Number(g['minute'] ?? 0))
const hours: Hour[] = [
  { pattern: new RegExp(`entre \\d{1,2} ?(?:h|heures?|:) ?\\d{0,2} et ${clock}`, 'y'), read: readClock },
  { pattern: new RegExp(`(?:avant |a |vers |pour |au plus tard a |d'ici )?${clock}`, 'y'), read: readClock },
  { pattern: /(?:avant |a |vers |pour |d'ici )?midi\b/y, read: () => NOON },
  { pattern: /(?:avant |a )?minuit\b/y, read: () => MIDNIGHT },
  { pattern: /(?:en )?debut d'apres[- ]midi\b/y, read: () => 14 * 60 },
  { pattern: /(?:en )?fin de matinee\b|(?:dans |en |avant la fin de )?la matinee\b|(?:au |le )?matin\b/y, read: () => NOON },
  { pattern: /(?:en )?fin d'apres[- ]midi\b|(?:dans )?l'apres[- ]midi\b|apres[- ]midi\b/y, read: () => AFTERNOON_ENDS },
  { pattern: /(?:au |le |dans la |en )?soir(?:ee)?\b/y, read: () => EVENING_ENDS },
  { pattern: /(?:en )?fin de (?:la )?journee\b/y, read: () => AFTERNOON_ENDS },
]

const UNITS: Record<string, 'minute' | 'hour' | 'day' | 'week' | 'month'> = { m: 'minute', h: 'hour', j: 'day', s: 'week' }
const unitOf = (said: string): 'minute' | 'hour' | 'day' | 'week' | 'month' =>
  said.startsWith('mois') ? 'month' : UNITS[said[0]!]! // the pattern allows no other
const within =
  "(?:sous(?: un delai de)?|dans(?: un delai de| les| moins de| le delai de)?|d'ici(?: a)?|en moins de|avant|au plus tard (?:dans|sous))"
const spans: Span[] = [
  {
    pattern: new RegExp(
      `${within} (?:\\d{1,3} ?(?:a|-|ou) ?)?${number} ?(?:prochaine?s )?jours? (?:ouvres?|ouvrables?|travailles?)\\b`,
      'y',
    ),
    read: (g, here) => spanOf(countOf(g['number']), 'working_day', here),
  },
  {
    pattern: new RegExp(
      `${within} (?:\\d{1,3} ?(?:h|heures?|j|jours?)? ?(?:a|-|ou) ?)?${number} ?(?:prochaine?s )?(?<unit>minutes?|min|mn|heures?|h|jours?|j|semaines?|mois)\\b(?<half> et demie?)?`,
      'y',
    ),
    read: (g, here) => spanOf(countOf(g['number']) + (g['half'] ? 0.5 : 0), unitOf(g['unit'] ?? ''), here),
  },
  { pattern: /(?:sous|d'ici|dans) (?:une|la) demi[- ]heure\b/y, read: (_, here) => spanOf(30, 'minute', here) },
  { pattern: /(?:sous|d'ici|dans) (?:un|le) quart d'heure\b/y, read: (_, here) => spanOf(15, 'minute', here) },
  { pattern: /dans l'heure\b(?! qui a)/y, read: (_, here) => spanOf(1, 'hour', here) },
  { pattern: /sous huitaine\b/y, read: (_, here) => spanOf(8, 'day', here) },
  { pattern: /(?:sous|d'ici|dans) (?:une )?quinzaine(?: de jours)?\b/y, read: (_, here) => spanOf(15, 'day', here) },
]

export const french: Tongue = {
  days,
  hours,
  spans,
  before: /avant /y,
  article: /le /y,
  towards: /(?:d'ici(?: a| au)?|pour|des|au plus tard|ce|cet|cette) /y,
  between: /,? (?:au plus tard )?/y,
  notAfter: /(?:jusqu'(?:a|au|en)|depuis|\bde|\bdu|\bd'|a partir (?:de|du)|a compter (?:de|du)|apres(?: le)?|\bsauf|\bhors) ?$/,
}
