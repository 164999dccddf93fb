// How many people per interval, as somebody asks it: volumes, handling, patience, targets, chats, work that can wait, and people with skills.
import { z } from 'zod'
import { agentCount, callsPerHour, chatsShape, handlingSeconds, mostLines, patienceOf, shrinkageShare } from './load.ts'
import { mostSeconds, targetsShape } from './target.ts'

export const mostIntervals = 3_360 // 35 days of quarter hours
const perInterval = <T extends z.ZodType>(of: T, what: string) =>
  z
    .union([of, z.array(of).min(1).max(mostIntervals)])
    .describe(`${what}; one number for all intervals, or a list with one for each`)
const name = (what: string) => z.string().trim().min(1).max(120).describe(what)

export const methods = ['settled', 'carried'] as const

export const queueAskShape = z
  .strictObject({
    name: name('Name of the queue'),
    calls: perInterval(callsPerHour(), 'Contacts that come in an interval (12.5 is 12.5)').optional(),
    calls_per_hour: perInterval(callsPerHour(), 'Instead of calls: contacts an hour').optional(),
    handling_s: perInterval(handlingSeconds(), 'Mean handling time in seconds, of somebody who does nothing else'),
    wrap_up_s: perInterval(z.number().min(0).max(1e7), 'Mean wrap-up after it, in seconds; added to handling_s').default(0),
    patience_s: z
      .union([
        patienceOf(),
        z
          .array(z.union([z.literal('never'), z.number().gt(0).max(mostSeconds)]))
          .min(1)
          .max(mostIntervals),
      ])
      .default('never')
      .describe(
        'How long people wait before they give up: a mean in seconds, "never", a measured curve, or a list with one for each interval',
      ),
    lines: z
      .int()
      .min(0)
      .max(mostLines)
      .optional()
      .describe('Places in all, those being served included; without it there is no bound'),
    chats: chatsShape.optional().describe('Several at once by one person; without it one at a time'),
    targets: targetsShape.optional().describe('What must hold in each interval. May be left out where agents are given'),
    agents: perInterval(agentCount(), 'People seated, to have their figures instead of people found').optional(),
    within_s: z
      .number()
      .min(0)
      .max(mostSeconds)
      .optional()
      .describe('What counts as in time in the figures, in seconds; without it that of the first target that has one, else 20'),
    method: z
      .enum(methods)
      .optional()
      .describe(
        'settled: each interval by itself, as if it had lasted for long (exact Erlang). carried: who waits when an interval ends waits when the next begins, followed through time; the right one where an interval is overloaded. Without it: carried where agents are given, settled where they are found',
      ),
  })
  .meta({ id: 'queue_to_staff' })

export const deferredAskShape = z
  .strictObject({
    name: name('Name of this kind of work: mail, letters, tasks'),
    items: perInterval(z.number().min(0).max(1e8), 'Pieces of work that come in an interval'),
    handling_s: handlingSeconds().describe('Mean work in seconds of one piece'),
    due_after_s: z
      .number()
      .gt(0)
      .max(mostSeconds)
      .describe(
        'Done within so many seconds of coming. Counted in whole intervals, on the careful side: from the interval after the one in which it comes',
      ),
    due_counts: z
      .enum(['clock', 'open'])
      .default('clock')
      .describe('Whether seconds to the due date pass always, or only while open'),
    backlog: z
      .array(
        z.strictObject({
          items: z.number().min(0).max(1e9).describe('Pieces of work that are there at the beginning'),
          due_in_s: z
            .number()
            .min(0)
            .max(mostSeconds)
            .describe('Due so many seconds after the beginning; 0: at once, that is in the first interval'),
        }),
      )
      .max(1_000)
      .default([])
      .describe('What is there already when the first interval begins'),
  })
  .meta({ id: 'work_that_can_wait' })

export const skillGroupShape = z
  .strictObject({
    name: name('Name of a group of people who can do the same'),
    queues: z.array(z.string().max(120)).min(1).max(50).describe('Queues they serve, in the order they prefer'),
    cost_per_hour: z
      .number()
      .gt(0)
      .max(1e6)
      .default(1)
      .describe('Cost of one of them for an hour, in any unit: the cheapest staffing is looked for'),
    least: z.int().min(0).max(2_000).default(0).describe('At least so many'),
    most: z.int().min(0).max(2_000).default(2_000).describe('At most so many'),
  })
  .meta({ id: 'group_with_skills' })

export const simulationShape = z
  .strictObject({
    seed: z
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .default(1)
      .describe('The same seed gives the same answer'),
    hours: z
      .number()
      .gt(0)
      .max(100)
      .default(8)
      .describe('Hours that each trial lasts after half an hour of warm-up: an interval is played as if it lasted so long'),
    replications: z.int().min(2).max(1_000).default(10).describe('How often each trial is played'),
  })
  .meta({ id: 'how_skills_are_simulated' })

export const staffShape = z.strictObject({
  name: name('A name for the whole').optional(),
  interval_min: z.number().min(1).max(1_440).default(30).describe('Length of an interval, in minutes'),
  from: z.iso
    .datetime({ offset: true })
    .optional()
    .describe(
      'When the first interval begins, such as "2026-11-23T07:00:00Z"; intervals follow each other without a gap, so that days of 23 and 25 hours are right. Without it intervals have only numbers',
    ),
  zone: z.string().max(60).default('UTC').describe('Zone in which a table shows the time, such as "Europe/Paris"'),
  shrinkage: perInterval(
    shrinkageShare(),
    'Share of paid time in which people are not seated (leave, illness, breaks, training), 0 to below 1: scheduled = seated ÷ (1 − shrinkage)',
  ).default(0),
  queues: z.array(queueAskShape).max(200).default([]).describe('Those who wait: calls, chats, visits'),
  deferred: z
    .array(deferredAskShape)
    .max(50)
    .default([])
    .describe(
      'Work that can wait, done earliest due date first by the same pool of people. What is due after the last interval is asked for in the share of its time that lies before',
    ),
  deferred_uses_idle: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe('Share of the idle time of those seated for the queues that work that can wait may use, 0 to 1'),
  deferred_busy: z
    .number()
    .gt(0)
    .max(1)
    .default(1)
    .describe('Share of their time that people at work that can wait are really at it'),
  open: z
    .array(z.boolean())
    .min(1)
    .max(mostIntervals)
    .optional()
    .describe('Whether people may be there for work that can wait, for each interval; without it always'),
  groups: z
    .array(skillGroupShape)
    .min(1)
    .max(60)
    .optional()
    .describe(
      'People with skills: which group serves which queues. Then people are found per group, by simulation, instead of per queue',
    ),
  simulation: simulationShape.optional().describe('For groups: how the staffing is tried out'),
})
export type StaffAsk = z.output<typeof staffShape>
export type StaffAskInput = z.input<typeof staffShape>
export type QueueAsk = z.output<typeof queueAskShape>
export type DeferredAsk = z.output<typeof deferredAskShape>
export type SkillGroup = z.output<typeof skillGroupShape>
export type Simulation = z.output<typeof simulationShape>
