// Where the optimiser works: one plan at a time on a server, in a thread. Whoever finds it busy waits; when the server stops it is given up, and begun
// again by the next.
import { worker, type Worker } from '#base/jobs'
import { optimise } from './runs/job.ts'
import { threadPlanner } from './runs/open-thread.ts'
import { perform } from './runs/perform.ts'
import type { Planner, Thinking } from './runs/planner.ts'

export type PlanningOffice = { workers: Worker[]; stop(): Promise<void> }
const TURN_SECONDS = 2

export function openPlanningOffice(planner: Planner = threadPlanner): PlanningOffice {
  const busy = new Set<Thinking>()
  let taken = false
  let stopped = false
  const own = worker(optimise, async (job) => {
    if (stopped || taken)
      return await job.work((work) => job.again(work, work.now.add({ seconds: TURN_SECONDS }), 'others are planned first'))
    taken = true
    try {
      await perform(job, planner, (thinking) => {
        busy.add(thinking)
        void thinking.ended.then(() => busy.delete(thinking))
        if (stopped) void thinking.stop()
      })
    } finally {
      taken = false
    }
  })
  return {
    workers: [own],
    stop: async () => {
      stopped = true
      await Promise.all([...busy].map((thinking) => thinking.stop()))
    },
  }
}
