// Something came, or something became of what came: its day is to be counted again. Nothing else is read here.
import { setTimers } from '#base/jobs'
import type { Event } from '#base/journal'
import type { Work } from '#base/work'
import { holdCounting, isAnyDirty, markDays } from '../store/counting.ts'
import { restAfter } from './count.ts'
import { countTimer } from './jobs.ts'

export async function hearArrivals(work: Work, _: unknown, events: readonly Event[]): Promise<void> {
  const counting = await holdCounting(work) // so that its timer neither is set twice nor gets lost
  if (!counting) return
  const days = new Set(events.map(({ at }) => at.toString().slice(0, 10)))
  const waiting = await isAnyDirty(work) // then its timer is set
  await markDays(work, [...days])
  if (waiting) return
  await setTimers(work, countTimer, [
    { id: counting.timer, payload: {}, at: work.now.add({ milliseconds: restAfter(counting.took_ms) }) },
  ])
}
