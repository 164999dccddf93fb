// What nobody takes in time, or nobody answers before it begins, ends by itself; and so does what has changed meanwhile. Those concerned are told.
import { later, worker, type Worker } from '#base/jobs'
import type { Work } from '#base/work'
import type { SwapId } from '../contract.ts'
import { inForceById, type InForceRow } from '../store/in-force.ts'
import { holdSwap, overtakenSwaps, recordEnd, type SwapRow } from '../store/swap.ts'
import { settingsNow } from '../terms/settings.ts'
import { expiring, overtaking } from './job.ts'
import { told } from './told.ts'

export async function expireInTime(work: Work, swap: SwapId, shifts: readonly (InForceRow | undefined)[]): Promise<void> {
  const { swap_closes_hours: hours } = await settingsNow(work)
  const begins = firstOf(shifts)
  if (begins) await later(work, expiring, { payload: { swap }, at: begins.subtract({ hours }), line: `swap ${swap}` })
}

const firstOf = (shifts: readonly (InForceRow | undefined)[]): Temporal.Instant | undefined =>
  shifts.flatMap((shift) => (shift ? [shift.starts_at] : [])).toSorted((one, other) => Temporal.Instant.compare(one, other))[0]

/** Of what somebody took the answer is awaited until the first of its shifts begins. */
export const swapExpirer: Worker = worker(
  expiring,
  async (job) =>
    await job.work(async (work) => {
      await job.finish(work)
      const swap = await holdSwap(work, job.payload.swap)
      if (!swap || swap.ended_at) return
      const begins = swap.taken_at ? firstOf(await shiftsOf(work, swap)) : undefined
      if (begins && Temporal.Instant.compare(begins, work.now) > 0)
        return void (await later(work, expiring, { payload: { swap: swap.id }, at: begins, line: `swap ${swap.id}` }))
      await recordEnd(work, swap.id, { as: 'expired', by: null })
      await told(work, swap.id)
    }),
)
const shiftsOf = (work: Work, { shift_id, wants_id }: SwapRow): Promise<InForceRow[]> =>
  inForceById(work, wants_id ? [shift_id, wants_id] : [shift_id])

export const swapOvertaker: Worker = worker(
  overtaking,
  async (job) =>
    await job.work(async (work) => {
      await job.finish(work)
      for (const id of job.payload.swaps) {
        await holdSwap(work, id)
        if ((await overtakenSwaps(work, id)).length === 0) continue // ended meanwhile
        await recordEnd(work, id, { as: 'overtaken', by: null })
        await told(work, id)
      }
    }),
)
