// All groups of the day as they are now. Whoever looks within the same two seconds is shown the same.
import type { Work } from '#base/work'
import type { GroupNeed } from '#staffing/contract'
import { linesOf, type DayLines, type GroupDay } from '../engine/index.ts'
import { groupDay, placedDay, type Placed } from './group-day.ts'
import { readDay, type DayRead } from './read-day.ts'

export type GroupToday = { group: GroupNeed; day: GroupDay; lines: DayLines }
export type DayNow = { read: DayRead; placed: Placed; groups: GroupToday[] }

const SAME_MILLISECONDS = 2_000
const MOST_HOUSES = 100
const kept = new Map<string, { at: number; now: DayNow }>() // by tenant

export async function dayNow(work: Work): Promise<DayNow> {
  const known = kept.get(work.tenant)
  const age = known ? work.now.epochMilliseconds - known.at : Number.POSITIVE_INFINITY
  if (known && age >= 0 && age < SAME_MILLISECONDS) return known.now
  const now = await freshDay(work)
  kept.delete(work.tenant)
  kept.set(work.tenant, { at: work.now.epochMilliseconds, now })
  if (kept.size > MOST_HOUSES) kept.delete(kept.keys().next().value!)
  return now
}

/** As it is at this very moment: for whoever is about to do something about it. */
export async function freshDay(work: Work): Promise<DayNow> {
  const read = await readDay(work)
  const placed = placedDay(read, work.now.epochMilliseconds)
  const groups = read.needs.groups.map((group) => {
    const day = groupDay(read, group, placed)
    return { group, day, lines: linesOf(day) }
  })
  return { read, placed, groups }
}

export const forget = (work: Work): void => void kept.delete(work.tenant)
