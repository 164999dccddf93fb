// What those who wait need, day by day: as it is kept where nothing has changed, else reckoned; what takes simulation is asked for, and until it is there
// one sees what was reckoned last, or the careful side of the formulas.
import { givingWay } from '#base/give-way'
import type { Work } from '#base/work'
import type { How } from '../contract.ts'
import { INTERVAL_MIN } from '../groups/streams.ts'
import type { DayNeed } from '../rules/day-need.ts'
import { dayAsk, type DayAsk } from '../rules/moments.ts'
import { isSimulated, reckonDay } from '../rules/reckon-day.ts'
import { needsBetween, putNeed, type NeedRow } from '../store/need.ts'
import { basisOf } from './basis.ts'
import type { Day } from './days.ts'
import type { GroupSituation, Situation } from './situation.ts'

export type ReckonedDay = { day: Day; need: DayNeed; how: How; reckoned_at: Temporal.Instant | null; stale: boolean }
export type AskedDay = { group: string; day: Day; ask: DayAsk; basis: string }

export const askedDays = ({ days }: Situation, group: GroupSituation): AskedDay[] => days.days.map((day) => askedDay(group, day))

function askedDay({ group, loads, opens }: GroupSituation, day: Day): AskedDay {
  const ask = dayAsk({ loads, opens, kinds: group.kinds }, day, INTERVAL_MIN)
  return { group: group.group, day, ask, basis: basisOf(ask) }
}

/** Per group its days, in order. */
export async function reckonedDays(work: Work, situation: Situation): Promise<Map<string, ReckonedDay[]>> {
  const { days } = situation.days
  const kept = await keptDays(work, situation)
  const found = new Map<string, ReckonedDay[]>()
  const wayGiven = givingWay()
  for (const group of situation.groups) {
    const reckoned: ReckonedDay[] = []
    for (const day of days) {
      const asked = askedDay(group, day)
      reckoned.push(await oneDay(work, asked, kept.get(placeOf(asked.group, asked.day.day))))
      await wayGiven()
    }
    found.set(group.group.group, reckoned)
  }
  return days.length > 0 ? found : new Map()
}

const placeOf = (group: string, day: string): string => `${day} ${group}`

async function keptDays(work: Work, { days, groups }: Situation): Promise<Map<string, NeedRow>> {
  const [first, last] = [days.days[0], days.days.at(-1)]
  if (!first || !last) return new Map()
  const rows = await needsBetween(work, {
    groups: groups.map(({ group }) => group.group),
    first: Temporal.PlainDate.from(first.day),
    last: Temporal.PlainDate.from(last.day),
  })
  return new Map(rows.map((row) => [placeOf(row.group_key, String(row.day)), row]))
}

async function oneDay(work: Work, { group, day, ask, basis }: AskedDay, row: NeedRow | undefined): Promise<ReckonedDay> {
  if (row?.basis === basis) return { day, need: row.body, how: row.how, reckoned_at: row.reckoned_at, stale: false }
  if (!isSimulated(ask)) {
    const need = reckonDay(ask)
    await new Promise((resolve) => setImmediate(resolve)) // a day takes some milliseconds; others are let in between
    await putNeed(work, { group, day: day.day, basis, how: 'formula', body: need })
    return { day, need, how: 'formula', reckoned_at: work.now, stale: false }
  }
  if (row?.how === 'simulation' && row.body.need.length === day.count)
    return { day, need: row.body, how: 'simulation', reckoned_at: row.reckoned_at, stale: true }
  return { day, need: boundsOf(ask, basis), how: 'bounds', reckoned_at: null, stale: true }
}

const MOST_BOUNDS = 500
const bounds = new Map<string, DayNeed>() // by what they rest on, for all houses of this program

// Hundreds of queues for the same people take half a second a day, and are looked at again and again until their simulation has ended.
function boundsOf(ask: DayAsk, basis: string): DayNeed {
  const known = bounds.get(basis) ?? reckonDay(ask)
  bounds.delete(basis)
  bounds.set(basis, known)
  if (bounds.size > MOST_BOUNDS) bounds.delete(bounds.keys().next().value!)
  return known
}
