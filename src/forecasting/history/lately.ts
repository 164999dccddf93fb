// How busy streams were lately. Of a few it is counted each time; of many, which takes seconds, what was counted is kept for some minutes.
import type { Work } from '#base/work'
import type { Counts } from '../rules/counts.ts'
import { QUARTERS_A_DAY, quarterOf } from '../rules/quarters.ts'
import { readCounts } from './read-counts.ts'

export type Lately = ReadonlyMap<string, { arrived: number; per_week: number }>
type Known = ReadonlyMap<string, { first: string; last: string }>

const [WEEK, RECENT_WEEKS] = [7 * QUARTERS_A_DAY, 8]
const MANY = 60
const KEPT_MILLISECONDS = 10 * 60_000
const MOST_HOUSES = 20
const kept = new Map<string, { known: string; until: number; lately: Lately }>() // by tenant

export async function latelyOf(work: Work, known: Known): Promise<Lately> {
  if (known.size <= MANY) return await counted(work, known)
  const said = [...known].map(([key, { first, last }]) => `${key} ${first} ${last}`).join('\n') // another file, other rules: other days or streams
  const before = kept.get(work.tenant)
  if (before?.known === said && performance.now() < before.until) return before.lately
  const lately = await counted(work, known)
  kept.delete(work.tenant)
  kept.set(work.tenant, { known: said, until: performance.now() + KEPT_MILLISECONDS, lately })
  if (kept.size > MOST_HOUSES) kept.delete(kept.keys().next().value!)
  return lately
}

async function counted(work: Work, known: Known): Promise<Lately> {
  const now = quarterOf(work.now)
  const recent = await readCounts(work, { from: now - RECENT_WEEKS * WEEK, to: now }, [...known.keys()])
  return new Map(
    [...recent].map(([key, { counts }]) => [key, { arrived: sumOf(counts.arrived, 4 * WEEK), per_week: aWeek(counts) }]),
  )
}

const sumOf = (arrived: Float64Array, last: number): number =>
  arrived.subarray(Math.max(0, arrived.length - last)).reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0)

// Between the first and the last that is known: a file that leaves nights out does not say that nights are as busy.
function aWeek({ arrived }: Counts): number {
  const [first, last] = [arrived.findIndex((value) => value >= 0), arrived.findLastIndex((value) => value >= 0)]
  return first < 0 ? 0 : (sumOf(arrived, arrived.length) / Math.max(QUARTERS_A_DAY, last - first + 1)) * WEEK
}
