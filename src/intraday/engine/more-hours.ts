// For how long somebody could lawfully stay today, and when somebody who is off could lawfully be asked to come. A first sieve, so that nobody is asked what
// they may not do; the plan's own check has the last word when they say yes.
// Source: Code du travail L3121-18 (10 h a day), L3121-20 (48 h a week), L3131-1 (11 h between two days), L3132-1 (six days a week), as the law of the
// house has them.
import { without } from './adherence.ts'
import type { Span } from './doing.ts'

export type HoursLaw = { day_most_h: number; week_most_h: number; daily_rest_h: number; week_days_most: number }
/** A shift with its unpaid and paid rests; the day it belongs to. */
export type ShiftHours = Span & { day: string; rests: readonly Span[] }
export type MoreHours = { longer_min: number; may_come: Span | null }
type Asked = { law: HoursLaw; day: string; now: number; until: number; week: Span; away: readonly Span[] }

const HOUR = 3_600_000
const MINUTE = 60_000

/** `shifts`: of one person, in order, of this week at least and a day beyond. */
export function moreHoursOf(shifts: readonly ShiftHours[], asked: Asked): MoreHours {
  const { law, day, week } = asked
  const today = shifts.filter((shift) => shift.day === day)
  const left_day = law.day_most_h * HOUR - today.reduce((sum, shift) => sum + workOf(shift), 0)
  const left_week = law.week_most_h * HOUR - shifts.filter(({ from }) => from >= week.from && from < week.to).reduce((sum, shift) => sum + workOf(shift), 0)
  const left = Math.min(left_day, left_week)
  const last = today.at(-1)
  if (last) {
    const next = shifts.find(({ from }) => from >= last.to)
    const free = next ? next.from - law.daily_rest_h * HOUR - last.to : Number.POSITIVE_INFINITY
    return { longer_min: Math.max(0, Math.floor(Math.min(left, free, asked.until - last.to) / MINUTE)), may_come: null }
  }
  return { longer_min: 0, may_come: left > 0 ? freeToday(shifts, asked, left) : null }
} // prettier-ignore

const workOf = (shift: ShiftHours): number => without(shift, shift.rests).reduce((sum, { from, to }) => sum + to - from, 0)

// Between eleven hours after the shift before and eleven hours before the next, and on no seventh day.
function freeToday(shifts: readonly ShiftHours[], { law, now, until, week, away }: Asked, left: number): Span | null {
  const days = new Set(shifts.filter(({ from }) => from >= week.from && from < week.to).map((shift) => shift.day))
  if (days.size >= law.week_days_most) return null
  const before = shifts.findLast(({ to }) => to <= now)
  const after = shifts.find(({ from }) => from > now)
  const rest = law.daily_rest_h * HOUR
  const from = Math.max(now, before ? before.to + rest : now)
  const to = Math.min(until, after ? after.from - rest : until, from + left)
  if (to <= from || away.some((span) => span.from < to && span.to > from)) return null
  return { from, to }
}
