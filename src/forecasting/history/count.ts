// What is new is counted by a timer, a minute after it happened: at once for all that came in that minute. A past that is long is counted some days at a time.
import { setTimers, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import { historyCounted } from '../contract.ts'
import { holdCounting, isAnyDirty, recordCounted } from '../store/counting.ts'
import { countDays } from './count-days.ts'
import { countTimer } from './jobs.ts'

const AT_ONCE = 8

export const counter = worker(countTimer, async (job) => {
  const began = performance.now()
  const counted = await countDays((body) => job.work(body), AT_ONCE)
  const took_ms = Math.round(performance.now() - began)
  await job.work((work) => goOn(work, job, { counted, took_ms }))
})

async function goOn(work: Work, job: Job<object>, { counted, took_ms }: { counted: number; took_ms: number }): Promise<void> {
  await holdCounting(work) // whoever marks a day now waits, and then sets the timer
  const more = await isAnyDirty(work)
  await recordCounted(work, { at: more ? null : work.now, took_ms })
  if (counted > 0) work.publish(historyCounted, { days: counted, until: String(work.now) })
  if (!more) return await job.finish(work)
  // Today is marked again while it is counted: then it has its time; of the past we go on at once.
  const at = counted >= AT_ONCE ? work.now : work.now.add({ milliseconds: restAfter(took_ms) })
  await job.again(work, at, 'there is more to count')
  await setTimers(work, countTimer, [{ id: job.id, payload: {}, at }]) // and its tries begin anew
}

const [SHORTEST_MS, LONGEST_MS] = [60_000, 30 * 60_000]
/** A house whose day takes long to count is counted less often: at most a fiftieth of the time. */
export const restAfter = (took_ms: number): number => Math.min(LONGEST_MS, Math.max(SHORTEST_MS, took_ms * 50))
