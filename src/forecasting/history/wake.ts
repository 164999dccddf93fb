// A house that never looked at its past has it counted from the first time somebody does; until then it costs nothing.
import { firstContact } from '#rehearsal'
import { newId } from '#base/id'
import { setTimers } from '#base/jobs'
import type { Work } from '#base/work'
import { historyWanted, LONGEST_HISTORY_DAYS } from '../contract.ts'
import { beginCounting, findCounting, markAll, type Counting } from '../store/counting.ts'
import { countTimer } from './jobs.ts'
import { setNightly } from './nightly-timer.ts'

export async function wake(work: Work): Promise<Counting> {
  const known = await findCounting(work)
  if (known) return known
  const begun = await beginCounting(work, { timer: newId(work.now), nightly: newId(work.now) })
  const counting = (await findCounting(work))! // by us, or by whoever was quicker
  if (begun === 0) return counting
  await recountAll(work, counting)
  await setNightly(work, counting.nightly)
  work.publish(historyWanted, {})
  return counting
}

/** What is shown stays until each day has been counted again. */
export async function recountAll(work: Work, { timer }: Pick<Counting, 'timer'>): Promise<void> {
  const earliest = work.now.subtract({ hours: 24 * LONGEST_HISTORY_DAYS })
  const first = (await firstContact(work)) ?? work.now
  const from = Temporal.Instant.compare(first, earliest) < 0 ? earliest : first
  await markAll(work, from.toZonedDateTimeISO('UTC').toPlainDate())
  await setTimers(work, countTimer, [{ id: timer, payload: {}, at: work.now }])
}
