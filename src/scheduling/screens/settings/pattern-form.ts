// A pattern of shifts as it is typed, and as it is kept. Pure: what cannot be is told field by field.
import { minutesOf, weekdays, type Weekday } from '../../contract/moments.ts'
import { breaksShape, lunchShape, patternShape, type Pattern } from '../../contract/pattern.ts'
import { number } from './contract-form.ts'

export type PatternForm = {
  name: string
  startFrom: string
  startTo: string
  least: string
  most: string
  lunch: string // minutes; 0: none
  lunchFrom: string
  lunchTo: string
  breaks: string // minutes of one; 0: none
  on: readonly Weekday[]
}
export type PatternField = 'name' | 'startTo' | 'least' | 'most' | 'lunch' | 'lunchTo' | 'breaks' | 'on'
export type PatternWrong = Partial<Record<PatternField, `wrong_${PatternField}`>>

const usual = patternShape.parse({ name: '-' })

/** What one begins with; the hours are shown as examples in the empty list. */
export const examples = {
  day: { startFrom: '08:30', startTo: '10:00' },
  early: { startFrom: '07:00', startTo: '08:00' },
  late: { startFrom: '11:30', startTo: '12:30' },
  usual: {}, // what stands in where none is written
} as const
export type Example = keyof typeof examples

export function formOf(terms: Pattern): PatternForm {
  const { start, hours, lunch, breaks, days } = terms
  const meal = lunch === 'none' ? lunchShape.parse({}) : lunch
  return {
    name: terms.name,
    startFrom: start.from,
    startTo: start.to,
    least: String(hours.from),
    most: String(hours.to),
    lunch: lunch === 'none' ? '0' : String(lunch.minutes),
    lunchFrom: meal.from,
    lunchTo: meal.to,
    breaks: breaks === 'none' ? '0' : String(breaks.minutes),
    on: days ?? weekdays,
  }
}
export const freshForm = (name: string, example: Example | null): PatternForm => ({
  ...formOf(usual),
  name,
  ...(example ? examples[example] : {}),
})

const whole = (text: string, least: number, most: number): boolean =>
  Number.isInteger(number(text)) && number(text) >= least && number(text) <= most

export function wrongIn(form: PatternForm): PatternWrong {
  const { least, most, lunch, breaks } = form
  const hours = (text: string): boolean => number(text) >= 1 && number(text) <= 12
  return {
    ...(form.name.trim() === '' ? { name: 'wrong_name' as const } : {}),
    ...(minutesOf(form.startTo) >= minutesOf(form.startFrom) ? {} : { startTo: 'wrong_startTo' as const }),
    ...(hours(least) ? {} : { least: 'wrong_least' as const }),
    ...(hours(most) && !(number(most) < number(least)) ? {} : { most: 'wrong_most' as const }),
    ...(number(lunch) === 0 || (whole(lunch, 15, 180) && number(lunch) % 15 === 0) ? {} : { lunch: 'wrong_lunch' as const }),
    ...(number(lunch) === 0 || minutesOf(form.lunchTo) >= minutesOf(form.lunchFrom) ? {} : { lunchTo: 'wrong_lunchTo' as const }),
    ...(number(breaks) === 0 || whole(breaks, 5, 60) ? {} : { breaks: 'wrong_breaks' as const }),
    ...(form.on.length > 0 ? {} : { on: 'wrong_on' as const }),
  }
} // prettier-ignore

/** What the form does not show stays as it is. */
export function termsOf(form: PatternForm, before: Pattern = usual): Pattern {
  const { days: _, ...rest } = before
  const meal = before.lunch === 'none' ? lunchShape.parse({}) : before.lunch
  const pause = before.breaks === 'none' ? breaksShape.parse({}) : before.breaks
  const all = form.on.length === weekdays.length
  return {
    ...rest,
    name: form.name.trim(),
    ...(all ? (before.days?.length === weekdays.length ? { days: before.days } : {}) : { days: [...form.on] }),
    start: { ...before.start, from: form.startFrom, to: form.startTo },
    hours: { ...before.hours, from: number(form.least), to: number(form.most) },
    lunch: number(form.lunch) === 0 ? 'none' : { ...meal, minutes: number(form.lunch), from: form.lunchFrom, to: form.lunchTo },
    breaks: number(form.breaks) === 0 ? 'none' : { ...pause, minutes: number(form.breaks) },
  }
} // prettier-ignore
