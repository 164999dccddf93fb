// Where forecasts are made: one thread of this server at a time. Whoever finds it taken waits; when the server stops it is given up and begun again by
// the next.
import { worker, type Worker } from '#base/jobs'
import type { Thread } from '../worker/open-thread.ts'
import { forecastJob } from './job.ts'
import { perform } from './perform.ts'

export type Stage = { workers: Worker[]; stop(): Promise<void> }

const TURN_SECONDS = 2

export function openStage(): Stage {
  let thread: Thread | undefined
  let busy = false
  let stopped = false
  const own = worker(forecastJob, async (job) => {
    if (stopped || busy) return await job.work((work) => job.again(work, work.now.add({ seconds: TURN_SECONDS }), 'others are forecast first')) // prettier-ignore
    busy = true
    try {
      await perform(job, {
        opened: (opened) => {
          thread = opened
          if (stopped) void opened.stop()
        },
        stops: () => stopped,
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
