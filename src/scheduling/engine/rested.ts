// Whether a week leaves its rests, whatever it is made of: what the search for a best week (best-week.ts) keeps from day to day, asked of a whole week.
import type { Grid } from './grid.ts'
import type { Planned, WeekAsked } from './person.ts'
import type { Rota } from './rota.ts'

type Work = { start: number; end: number; late: boolean }
export type Tried = { week: WeekAsked; works: readonly (Pick<Work, 'start' | 'end'> | null)[] } // by day of the week; null: a day off

/** The daily rest between all days, also beside the week, and a weekly rest: two days off, or one with a daily rest beside it. */
export function rested(rota: Rota, person: Planned, { week, works }: Tried): boolean {
  const { grid } = rota.problem
  let [end, free] = [endBefore(rota, person, week), 0]
  let had = week.to - week.from < 6
  for (let day = week.from; day < Math.min(rota.days, week.to + 2); day++) {
    const work = day < week.to ? works[day - week.from]! : workAt(rota, person, day)
    if (!work) {
      free += 1
      if (day < week.to) had ||= free >= 2 || (day === week.to - 1 && !person.asked.minor)
      continue
    }
    if (work.start - end < person.rest) return false
    if (free === 1 && day > week.from) {
      const weekly = oneDayOff(grid, person, { end, start: work.start, day })
      if (!weekly && day === week.to && !person.asked.minor) return false // it was counted on
      had ||= weekly && day <= week.to
    }
    if (day >= week.to) break
    ;[end, free] = [work.end, 0]
  }
  return had
}

type Between = { end: number; start: number; day: number }
const oneDayOff = ({ dayStart }: Grid, { rest, asked }: Planned, { end, start, day }: Between): boolean =>
  !asked.minor && start - end >= rest + dayStart[day]! - dayStart[day - 1]!

function endBefore(rota: Rota, person: Planned, { from }: WeekAsked): number {
  let end = person.before
  for (let day = Math.max(0, from - 2); day < from; day++) end = Math.max(end, workAt(rota, person, day)?.end ?? -Infinity)
  return end
}

/** What somebody does on a day of the plan as it is. */
export function workAt({ choice, days }: Pick<Rota, 'choice' | 'days'>, person: Planned, day: number): Work | null {
  const place = choice[person.index * days + day]!
  return person.frozen[day] ?? (place >= 0 ? person.catalog.days[day]![place]! : null)
}
