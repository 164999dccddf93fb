// What is counted of today, by queue: from the contacts themselves, so that every figure leads to its list. On a large floor counting takes a while;
// then what was counted is shown for a little longer, so that counting is never more than a small part of the work.
import * as brands from '#brands'
import type { Work } from '#base/work'
import type { PersonId } from '#base/contract'
import { LINE_MINUTES, LINE_POINTS } from '../contract/floor.ts'
import { LOOKED_AT, PACE_SECONDS } from '../rules/expected-wait.ts'
import type { Tally } from '../rules/service-level.ts'
import type { Aimed } from '../store/outcome.ts'
import * as store from './store.ts'

export type QueueFigures = {
  arrived: number
  taken: number
  gone: number
  recent: { count: number; mean_s: number } | null
  tally: Tally
  line: number[]
  gone_line: number[]
}
export type DayFigures = { queues: Map<string, QueueFigures>; last_done: Map<PersonId, Temporal.Instant> }

const LINE_SECONDS = LINE_MINUTES * 60
const DEFAULT_ZONE = 'Europe/Paris'
const SLOW_MILLISECONDS = 30
const SHOWN_FOR = 40 // times what counting took
const MOST_KEPT = 200

type Kept = { key: string; until: number; figures: DayFigures }
const kept = new Map<string, Kept>() // by tenant

export async function dayFigures(work: Work, aims: readonly Aimed[], rules: string): Promise<DayFigures> {
  const known = kept.get(work.tenant)
  if (known && known.key === rules && performance.now() < known.until) return known.figures
  const begun = performance.now()
  const figures = await countFigures(work, aims)
  const took = performance.now() - begun
  kept.delete(work.tenant)
  if (took > SLOW_MILLISECONDS) kept.set(work.tenant, { key: rules, until: begun + took * SHOWN_FOR, figures })
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return figures
}

/** Since midnight where the house stands, and the beginnings of what is shown of the last hours. */
export async function spanOfDay(work: Work): Promise<store.Span> {
  const zone = (await brands.mainEntryPoint(work))?.zone ?? DEFAULT_ZONE
  const midnight = work.now.toZonedDateTimeISO(zone).startOfDay().toInstant()
  const five = Math.floor(work.now.epochMilliseconds / 1_000 / LINE_SECONDS) * LINE_SECONDS
  const line = Temporal.Instant.fromEpochMilliseconds((five - (LINE_POINTS - 1) * LINE_SECONDS) * 1_000)
  const since = Temporal.Instant.compare(line, midnight) < 0 ? line : midnight
  return { midnight, since, line, paced: work.now.subtract({ seconds: PACE_SECONDS }) }
}

async function countFigures(work: Work, aims: readonly Aimed[]): Promise<DayFigures> {
  const span = await spanOfDay(work)
  const [day, line, done, recent] = await Promise.all([
    store.countDay(work, aims, span),
    store.countLine(work, span, LINE_SECONDS),
    store.lastDone(work, span),
    store.recentWaits(work, span, LOOKED_AT),
  ])
  const queues = new Map<string, QueueFigures>()
  const waits = new Map(recent.map(({ queue, ...of }) => [queue, of]))
  for (const { queue, arrived, taken, gone, ...tally } of day)
    queues.set(queue, { arrived, taken, gone, recent: waits.get(queue) ?? null, tally, line: flat(), gone_line: flat() })
  for (const { queue, point, came, gone } of line) {
    const figures = queues.get(queue)
    if (!figures || point < 0 || point >= LINE_POINTS) continue
    figures.line[point] = came
    figures.gone_line[point] = gone
  }
  return { queues, last_done: new Map(done.map(({ person_id, at }) => [person_id, at])) }
}

export const flat = (): number[] => Array.from({ length: LINE_POINTS }, () => 0)
