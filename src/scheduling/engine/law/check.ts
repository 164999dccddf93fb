// Somebody's weeks held against plan, law and contract. Pure: shifts in, troubles out, each with its numbers; `sayTrouble` says them in words.
import type { Law } from '../../contract/law.ts'
import type { Shift, Trouble, TroubleCode } from '../../contract/plan-shapes.ts'
import type { WorkContract } from '../../contract/work-contract.ts'
import { agreementTroubles } from './agreement.ts'
import { dayTroubles } from './day.ts'
import { madeTroubles } from './made.ts'
import { restTroubles } from './rest.ts'
import { daysOf, type Day } from './worked.ts'
import { weekTroubles } from './week.ts'

export type Who = {
  person: string
  minor?: boolean
  zone: string
  /** Only what is wrong from this local day on, and to this one (the days before give rests and weeks their edge). */
  from?: string
  to?: string
  /** Paid hours of a week already accounted for by absences, by its Monday: fewer hours are then right. */
  credit_h?: Readonly<Record<string, number>>
  away?: readonly { from_ms: number; to_ms: number }[]
  /** Working hours of weeks that are not among the shifts, by their Monday, for the average over several weeks. */
  worked_h?: Readonly<Record<string, number>>
}
export type Rules = { law: Law; contract?: WorkContract }
export type Found = { code: TroubleCode; against: Trouble['against']; day: string; found: number; bound: number }
export type Held = { days: readonly Day[]; who: Who; law: Law; contract: WorkContract | undefined }

const ofMinors: Partial<Record<TroubleCode, TroubleCode>> = {
  day_too_long: 'minor_day_too_long',
  week_too_long: 'minor_week_too_long',
  daily_rest: 'minor_daily_rest',
  weekly_rest: 'minor_weekly_rest',
  break_missing: 'minor_break_missing',
}

/**
 * What is wrong with one person's shifts.
 * @param shifts of one person, in any order; those before the period too, so that rests and weeks that reach over its edge are seen.
 * @returns troubles in the order of their days. Hours are elapsed hours: a night in which clocks go back is an hour longer.
 * Sources: Code du travail, by the `articles` of the law; a week is Monday to Sunday (L3121-35).
 */
export function check(shifts: readonly Shift[], { law, contract }: Rules, who: Who): Trouble[] {
  const apart = once(shifts)
  const held: Held = { days: daysOf(apart), who, law, contract }
  const found: Found[] = [
    ...madeTroubles(shifts),
    ...dayTroubles(held),
    ...restTroubles(held),
    ...weekTroubles(held),
    ...agreementTroubles(apart, held),
  ]
  return found
    .filter(({ day }) => isAsked(day, who))
    .map((each) => said(each, held))
    .toSorted((a, b) => a.day.localeCompare(b.day))
}

// Nobody works twice at once: of two shifts that overlap, which is said, the hours of the first count, else one wrong would be told as many.
function once(shifts: readonly Shift[]): Shift[] {
  const apart: Shift[] = []
  let until = -Infinity
  for (const shift of shifts.toSorted((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at))) {
    if (Date.parse(shift.starts_at) < until) continue
    apart.push(shift)
    until = Date.parse(shift.ends_at)
  }
  return apart
}

// What is said of a week is said of its Monday, which may lie before the period.
function isAsked(day: string, { from, to }: Who): boolean {
  const sunday = Temporal.PlainDate.from(day).add({ days: 6 }).toString()
  return (from === undefined || day >= from || (isMonday(day) && sunday >= from)) && (to === undefined || day <= to)
}
const isMonday = (day: string): boolean => Temporal.PlainDate.from(day).dayOfWeek === 1

function said({ code, found, bound, ...rest }: Found, { who, law }: Held): Trouble {
  const named = (who.minor && rest.against === 'law' && ofMinors[code]) || code
  const article = rest.against === 'law' ? law.articles[named] : undefined
  return { ...rest, code: named, found: rounded(found), bound: rounded(bound), person: who.person, ...(article !== undefined && { article }) } // prettier-ignore
}

const rounded = (value: number): number => Math.round(value * 100) / 100
