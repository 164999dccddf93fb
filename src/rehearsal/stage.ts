// Where rehearsals are made: a few threads of this server. Whoever finds none free waits for its turn; when the server stops they are given up and
// begun again by the next.
import { worker, type Worker } from '#base/jobs'
import { rehearse } from './runs/job.ts'
import { perform } from './runs/perform.ts'
import { mostThreads, type Thread } from './worker/open-thread.ts'

export type Stage = { workers: Worker[]; stop(): Promise<void> }

const TURN_SECONDS = 2

export function openStage(): Stage {
  const threads = new Set<Thread>()
  let busy = 0
  let stopped = false
  const own = worker(rehearse, async (job) => {
    if (stopped || busy >= mostThreads()) return await job.work((work) => job.again(work, work.now.add({ seconds: TURN_SECONDS }), 'others are rehearsed first')) // prettier-ignore
    busy += 1
    try {
      await perform(job, (thread) => {
        threads.add(thread)
        void thread.ended.then(() => threads.delete(thread))
        if (stopped) void thread.stop()
      })
    } finally {
      busy -= 1
    }
  })
  return {
    workers: [own],
    stop: async () => {
      stopped = true
      await Promise.all([...threads].map((thread) => thread.stop()))
    },
  }
}
