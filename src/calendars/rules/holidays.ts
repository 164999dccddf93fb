// Public holidays of France as the law lists them, region by region. A day of the year 'MM-DD', or days after Easter Sunday.
import type { Region } from '../contract.ts'
import { easter } from './easter.ts'

type Name = { fr: string; en: string }
type Rule = { on: string | number; name: Name; from?: number; until?: number } // first and last year
export type Holiday = Name & { day: string }

const rule = (on: string | number, fr: string, en: string): Rule => ({ on, name: { fr, en } })

// Code du travail, article L3133-1: eleven days.
const national: readonly Rule[] = [
  rule('01-01', 'Jour de l’an', 'New Year’s Day'),
  rule(1, 'Lundi de Pâques', 'Easter Monday'),
  rule('05-01', 'Fête du Travail', 'Labour Day'),
  rule('05-08', 'Victoire de 1945', 'Victory Day'),
  rule(39, 'Ascension', 'Ascension Day'),
  rule(50, 'Lundi de Pentecôte', 'Whit Monday'),
  rule('07-14', 'Fête nationale', 'National Day'),
  rule('08-15', 'Assomption', 'Assumption'),
  rule('11-01', 'Toussaint', 'All Saints’ Day'),
  rule('11-11', 'Armistice de 1918', 'Armistice Day'),
  rule('12-25', 'Noël', 'Christmas Day'),
]

const goodFriday = rule(-2, 'Vendredi saint', 'Good Friday')
const abolition = (on: string): Rule => rule(on, 'Abolition de l’esclavage', 'Abolition of slavery')

const regional: Record<Region, readonly Rule[]> = {
  FR: [],
  // Article L3134-13. Its Good Friday holds only in communes with a Protestant temple or a shared church: asked of the calendar.
  'FR-AM': [rule('12-26', 'Saint-Étienne', 'Saint Stephen’s Day')],
  // Article L3422-2. Good Friday, Shrove days and 21 July are customs there, not law: asked of the calendar, or exceptions.
  GP: [abolition('05-27')],
  MQ: [abolition('05-22')],
  GF: [abolition('06-10')],
  RE: [abolition('12-20')],
  YT: [abolition('04-27')],
  BL: [{ ...abolition('10-09'), from: 2012 }], // decree 2012-553
  // Moved by a day for good by the circulars of May 2018 and 2019 and the prefecture; the printed code lags behind.
  MF: [
    { ...abolition('05-27'), until: 2017 },
    { ...abolition('05-28'), from: 2018 },
  ],
  PM: [], // article L3422-1 takes only the solidarity day away
  NC: [rule('09-24', 'Fête de la citoyenneté', 'Citizenship Day')],
  // The territory's own labour code; the assembly put 20 November in the place of 29 June on 6 May 2025.
  PF: [
    rule('03-05', 'Arrivée de l’Évangile', 'Arrival of the Gospel'),
    goodFriday,
    { ...rule('06-29', 'Fête de l’autonomie', 'Autonomy Day'), until: 2025 },
    { ...rule('11-20', 'Matari’i i ni’a', 'Matari’i'), from: 2026 },
  ],
  WF: [
    rule('04-28', 'Saint Pierre Chanel', 'Saint Peter Chanel'),
    rule('06-29', 'Saints Pierre et Paul', 'Saints Peter and Paul'),
    rule('07-29', 'Fête du Territoire', 'Territory Day'),
  ],
}

/**
 * The public holidays of a region in a year, in order; two on one day (8 May and Ascension in 1997 and 2008) are both told.
 * A holiday that falls on a Sunday is not moved: French law knows no substitute day.
 */
export function holidaysOf(region: Region, year: number): Holiday[] {
  const sunday = easter(year)
  return [...national, ...regional[region]]
    .filter(({ from = year, until = year }) => from <= year && year <= until)
    .map(({ on, name }) => ({ ...name, day: typeof on === 'number' ? String(sunday.add({ days: on })) : `${year}-${on}` }))
    .toSorted((a, b) => a.day.localeCompare(b.day))
}

const known = new Map<string, ReadonlySet<string>>() // a region and a year → its days; small, and asked for every day counted

export function isHoliday(region: Region, day: Temporal.PlainDate): boolean {
  const key = `${region} ${day.year}`
  const days = known.get(key) ?? new Set(holidaysOf(region, day.year).map((holiday) => holiday.day))
  if (known.size < 5_000) known.set(key, days)
  return days.has(String(day))
}

export const isGoodFriday = (day: Temporal.PlainDate): boolean =>
  day.dayOfWeek === 5 && (day.month === 3 || day.month === 4) && easter(day.year).since(day).days === 2
