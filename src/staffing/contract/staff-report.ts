// The answer: people per interval, for each queue, for work that can wait, by group of skills, and in all.
import { z } from 'zod'
import { noteShape, requirementShape } from './figures.ts'
import { methods } from './staff-ask.ts'
import { targetShape } from './target.ts'

const at = {
  interval: z.int().describe('Number of the interval, from 0'),
  at: z.string().nullable().describe('When it begins, in UTC; null where the question gave no beginning'),
}
const people = {
  agents: z.number().nullable().describe('People seated; null: no number is enough'),
  scheduled: z.number().nullable().describe('People scheduled: seated ÷ (1 − shrinkage)'),
}

export const queueIntervalShape = z.object({
  ...at,
  calls_per_hour: z.number(),
  handling_s: z.number().describe('Wrap-up included'),
  left_waiting: z
    .number()
    .nullable()
    .describe('Mean number waiting as the interval ends; null where intervals are settled, each by itself'),
  ...requirementShape.shape,
})
export const deferredIntervalShape = z.object({
  ...at,
  ...people,
  even: z.number().describe('The same before it was made whole'),
  idle_used_s: z.number().describe('Seconds of the idle time of those seated for the queues that it uses'),
  backlog_s: z.number().describe('Work left as the interval ends, in seconds of one person'),
  late_s: z.number().describe('Work overdue as the interval ends because nobody may be there in time; 0 as a rule'),
})
const sure = z
  .object({ mean: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() })
  .describe('With its 95 % confidence interval')
export const skillIntervalShape = z.object({
  ...at,
  groups: z.array(z.object({ name: z.string(), ...people })),
  queues: z.array(
    z.object({
      name: z.string(),
      targets: z.array(
        z.object({
          target: targetShape,
          reached: sure,
          met: z.boolean(),
          sure: z.boolean().describe('true: also the worse end of the interval keeps it'),
        }),
      ),
    }),
  ),
  kept: z.boolean().describe('Every target is kept'),
  cost_per_hour: z.number(),
  least_cost_per_hour: z.number().describe('No staffing can cost less: people enough for the work itself of every set of queues'),
  trials: z.int().describe('Staffings that were simulated'),
  notes: z.array(noteShape),
})

export const staffReportShape = z.object({
  name: z.string().nullable(),
  interval_min: z.number(),
  from: z.string().nullable(),
  zone: z.string(),
  intervals: z.int(),
  queues: z.array(z.object({ name: z.string(), method: z.enum(methods), intervals: z.array(queueIntervalShape) })),
  deferred: z.array(deferredIntervalShape).nullable().describe('null: nothing that can wait was asked for'),
  skills: z.array(skillIntervalShape).nullable().describe('null: no groups were given'),
  total: z
    .array(z.object({ ...at, ...people }))
    .describe('Everybody: the groups, or without groups the queues one by one; and those at work that can wait'),
  hours: z
    .object({ seated: z.number().nullable(), scheduled: z.number().nullable() })
    .describe('Hours of people over all intervals'),
})
export type StaffReport = z.infer<typeof staffReportShape>
export type QueueInterval = z.infer<typeof queueIntervalShape>
export type DeferredInterval = z.infer<typeof deferredIntervalShape>
export type SkillInterval = z.infer<typeof skillIntervalShape>
