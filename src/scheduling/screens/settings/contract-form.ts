// A contract as it is typed, and as it is kept. Pure: what cannot be is told field by field.
import { laws } from '../../contract/law.ts'
import { weekdays, type Weekday } from '../../contract/moments.ts'
import type { WorkContract } from '../../contract/work-contract.ts'

export type ContractForm = {
  hours: string
  days: string
  band: string
  overtime: string
  dayMost: string
  dayLeast: string
  on: readonly Weekday[]
  from: string
  to: string
  patterns: readonly string[] | null // null: all of them
  askedShort: boolean
}
export type ContractField = 'hours' | 'days' | 'band' | 'overtime' | 'dayMost' | 'dayLeast' | 'on' | 'to' | 'patterns'
export type Wrong = Partial<Record<ContractField, `wrong_${ContractField}` | 'wrong_week'>>

const law = laws.fr
export const number = (text: string): number => (text.trim() === '' ? NaN : Number(text.trim().replace(',', '.')))
const written = (value: number): string => String(value)

/** Several rules of availability come from elsewhere: they are kept, and not shown as one. */
export const isSimple = ({ available }: Pick<WorkContract, 'available'>): boolean => available.length < 2

export function formOf(terms: WorkContract): ContractForm {
  const [asked] = isSimple(terms) ? terms.available : []
  return {
    hours: written(terms.hours_week),
    days: written(terms.days_most),
    band: written(Math.max(terms.hours_less, terms.hours_more)),
    overtime: written(terms.overtime_most),
    dayMost: written(terms.hours_day_most),
    dayLeast: written(terms.hours_day_least),
    on: asked?.days ?? weekdays,
    from: asked?.from ?? '00:00',
    to: asked?.to ?? '24:00',
    patterns: terms.patterns ?? null,
    askedShort: terms.asked_short,
  }
}

const within = (text: string, least: number, most: number): boolean => number(text) >= least && number(text) <= most

export function wrongIn(form: ContractForm): Wrong {
  const found: readonly [ContractField, boolean][] = [
    ['hours', within(form.hours, 1, law.week_most_h)],
    ['days', within(form.days, 1, law.week_days_most) && Number.isInteger(number(form.days))],
    ['band', within(form.band, 0, MOST_MORE)],
    ['overtime', within(form.overtime, 0, MOST_MORE)],
    ['dayMost', within(form.dayMost, 1, law.day_most_h)],
    ['dayLeast', within(form.dayLeast, 0, Math.min(law.day_most_h, number(form.dayMost) || law.day_most_h))],
    ['on', form.on.length > 0],
    ['to', form.to > form.from],
    ['patterns', form.patterns?.length !== 0],
  ]
  const wrong: Wrong = Object.fromEntries(found.flatMap(([field, right]) => (right ? [] : [[field, `wrong_${field}`]])))
  return wrong.hours || wrong.band || wrong.overtime || isLegalWeek(form) ? wrong : { ...wrong, overtime: 'wrong_week' }
}

const MOST_MORE = 20
const isLegalWeek = ({ hours, band, overtime }: ContractForm): boolean =>
  number(hours) + number(band) + number(overtime) <= law.week_most_h

/** What the form does not show stays as it is. */
export function termsOf(form: ContractForm, now: WorkContract): WorkContract {
  const { patterns: _, ...rest } = now
  const always = form.on.length === weekdays.length && form.from === '00:00' && form.to === '24:00'
  const days = form.on.length === weekdays.length ? {} : { days: [...form.on] }
  return {
    ...rest,
    name: `${form.hours.trim().replace('.', ',')} h`,
    hours_week: number(form.hours),
    days_most: number(form.days),
    days_least: Math.min(now.days_least, number(form.days)),
    hours_less: number(form.band),
    hours_more: number(form.band),
    overtime_most: number(form.overtime),
    hours_day_most: number(form.dayMost),
    hours_day_least: number(form.dayLeast),
    available: isSimple(now) ? (always ? [] : [{ ...days, from: form.from, to: form.to }]) : now.available,
    ...(form.patterns ? { patterns: [...form.patterns] } : {}),
    asked_short: number(form.hours) < law.part_time.week_least_h && form.askedShort,
  }
}
