// A rehearsal, as somebody writes it down: who comes, who serves, by which rules, and what is to be known afterwards.
import { z } from 'zod'
import { name, seconds } from './clock.ts'
import { channelShape, queueShape } from './queues.ts'
import { figureNames, serviceFormulas } from './report.ts'
import { groupShape } from './staff.ts'
import { kindShape, trafficFileShape } from './traffic.ts'

const rules = {
  queues: z
    .array(queueShape)
    .max(500)
    .optional()
    .describe('The queues; without them each kind of contact has one of its own name'),
  rulebook: z
    .unknown()
    .optional()
    .describe(
      'The centre’s own rules instead of queues: the document of the rules editor, as GET /api/v1/routing/rulebook gives it',
    ),
  openings: z
    .record(
      name('A queue of the rulebook, by its key'),
      z.array(z.tuple([z.number().min(0).max(1e9), z.number().min(0).max(1e9)])).max(2_000),
    )
    .optional()
    .describe(
      'For a rulebook: when its queues are open, from and to in seconds since the beginning of the run; a queue not named is always open',
    ),
  channels: z
    .record(name('A channel'), channelShape)
    .optional()
    .describe('What the channels ask of an agent: how many at once, how much company slows them, what interrupts them'),
}
const precision = z
  .strictObject({
    figure: z.enum(figureNames).default('service_level').describe('The figure that must be known well enough'),
    half_width: z
      .number()
      .positive()
      .max(1e9)
      .describe('Half of its confidence interval, in the figure’s own unit (0.01 is one point of a share)'),
    most: z.int().min(2).max(10_000).default(500).describe('Most replications, whether it is reached or not'),
  })
  .meta({ id: 'precision_wanted' })

export const scenarioShape = z.strictObject({
  name: name('Name of the scenario').default('Scenario'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(1)
    .describe('The same seed gives the same report, to the last digit'),
  replications: z
    .union([z.int().min(1).max(10_000), precision])
    .default(20)
    .describe('How often the period is replayed: a number, or as often as a precision needs'),
  confidence: z.number().min(0.5).max(0.9999).default(0.95).describe('Confidence of the intervals'),
  days: z.number().positive().max(400).default(1).describe('Length of the period, in days of 24 hours; 0.5 is twelve hours'),
  warm_up_s: seconds('Beginning of the period that is played but not counted').default(0),
  finish_s: seconds(
    'How long after the end of the period whoever is still waiting may still be served; nobody new comes',
  ).default(7_200),
  traffic: z
    .union([z.array(kindShape).min(1).max(500), trafficFileShape])
    .describe('Who comes: kinds of contact, or a file of contacts'),
  staff: z
    .array(groupShape)
    .max(5_000)
    .default([])
    .describe('Who serves. May be left out with a traffic file that names who served'),
  ...rules,
  busyness: z
    .strictObject({ cv: z.number().min(0).max(3).describe('Coefficient of variation of a day’s factor') })
    .optional()
    .describe('Random busyness common to all kinds: some days everybody comes'),
  service_level: z
    .strictObject({
      within_s: seconds('Answered within').default(20),
      formula: z.enum(serviceFormulas).default('answered_within_of_offered').describe('How the service level is counted'),
    })
    .default({ within_s: 20, formula: 'answered_within_of_offered' })
    .describe('The service level and its formula'),
  lost_counts_as_s: seconds(
    'For the most hurt: the wait that a contact given up, turned away or never served counts for',
  ).default(3_600),
  compare: z
    .strictObject({
      name: name('Name of what is compared').default('Tomorrow'),
      staff: z.array(groupShape).min(1).max(5_000).optional().describe('Other staff; without it the same'),
      ...rules,
    })
    .optional()
    .describe('The same contacts under other rules, staff or hours: what would become of them (common random numbers)'),
})

export type Scenario = z.infer<typeof scenarioShape>
export type ScenarioInput = z.input<typeof scenarioShape>
