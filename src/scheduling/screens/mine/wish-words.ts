import { useLanguage } from '#ui/language'
import { defineWords, useWords } from '#ui/words'
import type { Preference } from '../../contract/work-terms.ts'
import { dayName } from '../planning/grid/hours.ts'

export const wishWords = defineWords({
  fr: {
    off: 'Repos',
    early: 'Plutôt tôt',
    late: 'Plutôt tard',
    short_days: 'Des journées plus courtes',
    long_days: 'Des journées plus longues',
    everyDay: '{what}, tous les jours',
    onDays: '{what}, le {days}',
    onDay: '{what}, {day}',
  },
  en: {
    off: 'Off',
    early: 'Rather early',
    late: 'Rather late',
    short_days: 'Shorter days',
    long_days: 'Longer days',
    everyDay: '{what}, every day',
    onDays: '{what}, on {days}',
    onDay: '{what}, {day}',
  },
})

const order = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type WeekdayName = (typeof order)[number]
const MONDAY = Temporal.PlainDate.from('2026-01-05') // a Monday

/** "lundi", "Monday". */
export const weekdayName = (day: WeekdayName, spoken: 'fr' | 'en', shape: 'long' | 'short' = 'long'): string =>
  MONDAY.add({ days: order.indexOf(day) }).toLocaleString(spoken === 'fr' ? 'fr-FR' : 'en-GB', { weekday: shape })
export const weekdayNames = order

/** A wish in one line. */
export function useWishWords(): (wish: Pick<Preference, 'kind' | 'weekdays' | 'day'>) => string {
  const say = useWords(wishWords)
  const spoken = useLanguage()
  return ({ kind, weekdays, day }) => {
    const what = say(kind)
    if (day) return say('onDay', { what, day: dayName(day, spoken) })
    if (weekdays.length === 0) return say('everyDay', { what })
    const list = new Intl.ListFormat(spoken === 'fr' ? 'fr-FR' : 'en-GB', { type: 'conjunction' })
    return say('onDays', { what, days: list.format(weekdays.map((each) => weekdayName(each, spoken))) })
  }
}
