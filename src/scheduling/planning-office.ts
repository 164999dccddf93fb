// Where the optimiser works: one plan at a time on a server, in a thread.
import { oneAtATime, type OneAtATime } from '#base/one-at-a-time'
import { optimise } from './runs/job.ts'
import { threadPlanner } from './runs/open-thread.ts'
import { perform } from './runs/perform.ts'
import type { Planner, Thinking } from './runs/planner.ts'

export type PlanningOffice = OneAtATime

export const openPlanningOffice = (planner: Planner = threadPlanner): PlanningOffice =>
  oneAtATime(optimise, {
    perform: (job, { opened }: { opened: (thinking: Thinking) => void }) => perform(job, planner, opened),
    taken: 'others are planned first',
  })
