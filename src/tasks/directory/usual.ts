// How long each of those who may be asked usually takes: usualFormula says how it is counted.
import * as brands from '#brands'
import * as calendars from '#calendars'
import type { Work } from '#base/work'
import type { Usual } from '../contract.ts'
import { latestAnswered } from './store/usual.ts'
import { workedBetween } from '../own-time.ts'

const DAYS = 180
const LATEST = 30
const FEWEST = 3
const MINUTE = 60_000

export async function usualOf(work: Work, ids: readonly string[]): Promise<Map<string, Usual>> {
  if (ids.length === 0) return new Map()
  const [answered, door] = await Promise.all([
    latestAnswered(work, ids, { since: work.now.subtract({ hours: 24 * DAYS }), most: LATEST }),
    brands.mainEntryPoint(work),
  ])
  const hours = answered.length > 0 && door?.calendar_id ? ((await calendars.calendar(work, door.calendar_id)) ?? null) : null
  const usual = new Map<string, Usual>()
  for (const [whom, tasks] of Map.groupBy(answered, (each) => each.whom)) {
    if (tasks.length < FEWEST) continue
    const minutes = tasks.map((each) => workedBetween(hours, each.begun_at, each.answered_at) / MINUTE)
    usual.set(whom, { minutes: Math.round(median(minutes)), tasks: tasks.length })
  }
  return usual
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]! // not empty: the caller counted
}
