// Whether a week leaves its rests, whatever it is made of: what the search for a best week (best-week.ts) keeps from day to day, asked of a whole week.
import { SLOTS_PER_HOUR, type Grid } from './grid.ts'
import type { Planned, WeekAsked } from './person.ts'
import { workAt, type Rota, type Work } from './rota.ts'

export type Tried = { week: WeekAsked; works: readonly (Pick<Work, 'start' | 'end'> | null)[] } // by day of the week; null: a day off

const line: (Pick<Work, 'start' | 'end'> | null)[] = [] // two days before the week, the week, two days after it

/** The daily rest between all days, also beside the week, and a weekly rest: two days off, or one with a daily rest beside it. */
export function rested(rota: Rota, person: Planned, { week, works }: Tried): boolean {
  line.length = 0
  for (let day = week.from - 2; day < week.to + 2; day++)
    line.push(day >= week.from && day < week.to ? works[day - week.from]! : workAt(rota, person, day))
  return restsDaily(rota, person, week) && (week.to - week.from < 6 || restsWeekly(rota, person, week))
}

function restsDaily({ problem: { grid } }: Rota, person: Planned, { from, to }: WeekAsked): boolean {
  let end = Math.max(person.before, line[0]?.end ?? -Infinity, line[1]?.end ?? -Infinity)
  for (let at = 2; at < line.length; at++) {
    const work = line[at]
    if (!work) continue
    if (work.start - end < person.rest) return false
    // A day off before the week may be the weekly rest of the one before.
    if (at === 2 && from > 1 && !line[1] && !aroundOneDay(grid, person, { start: work.start, end, day: from - 1 })) return false
    if (at >= to - from + 2) break
    end = work.end
  }
  return true
}

function restsWeekly({ problem: { grid }, days }: Rota, person: Planned, { from, to }: WeekAsked): boolean {
  let end = Math.max(person.before, line[0]?.end ?? -Infinity, line[1]?.end ?? -Infinity)
  for (let day = from; day < to; day++) {
    const [work, next] = [line[day - from + 2], line[day - from + 3]]
    if (work) end = work.end
    else if (!next && day + 1 < to) return true
    else if (!person.asked.minor && oneDay(grid, person, { start: next?.start ?? (day + 1 >= days ? person.next : Infinity), end, day }))
      return true
  }
  return false
} // prettier-ignore

const A_DAY = 24 * SLOTS_PER_HOUR

// A day off by itself: on Sunday a whole day of the week must be left of it (L3132-2).
function oneDay(grid: Grid, person: Planned, { start, end, day }: Around): boolean {
  const within =
    grid.weekdays[day] !== 6 || grid.dayStart[day + 1]! - end >= Math.min(A_DAY, grid.dayStart[day + 1]! - grid.dayStart[day]!)
  return within && aroundOneDay(grid, person, { start, end, day })
}

type Around = { start: number; end: number; day: number }
const aroundOneDay = ({ dayStart }: Grid, { rest }: Planned, { start, end, day }: Around): boolean =>
  start - end >= rest + dayStart[day + 1]! - dayStart[day]!
