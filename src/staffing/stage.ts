// The threads of this server in which needs are simulated: one at a time. Whoever finds it taken waits for its turn; a server that stops gives it up, and
// the next begins it again.
import { worker, type Worker } from '#base/jobs'
import type { Thread } from './worker/open-thread.ts'
import { reckon } from './reckoning/job.ts'
import { perform } from './reckoning/perform.ts'

export type Stage = { workers: Worker[]; stop(): Promise<void> }
const TURN_SECONDS = 3

export function openStage(): Stage {
  let thread: Thread | undefined
  let busy = false
  let stopped = false
  const own = worker(reckon, async (job) => {
    if (stopped || busy) return await job.work((work) => job.again(work, work.now.add({ seconds: TURN_SECONDS }), 'another is reckoned first')) // prettier-ignore
    busy = true
    try {
      await perform(job, (opened) => {
        thread = opened
        if (stopped) void opened.stop()
      })
    } finally {
      busy = false
    }
  })
  return {
    workers: [own],
    stop: async () => {
      stopped = true
      await thread?.stop()
    },
  }
}
