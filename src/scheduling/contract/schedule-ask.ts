// What is asked of the optimiser, as somebody writes it down: how many are needed, who there is, and what they wish.
import { z } from 'zod'
import { activityKinds } from './activity.ts'
import { lawShape, laws } from './law.ts'
import { clockTime, localDay, named, weekday, zoneName } from './moments.ts'
import { patternShape } from './pattern.ts'
import { shiftShape } from './plan-shapes.ts'
import { availabilityShape, workContractShape } from './work-contract.ts'

const people = z.number().min(0).max(100_000)
const weight = (what: string) => z.number().min(0).max(10_000).describe(what)

const rowShape = z
  .strictObject({
    days: z.array(weekday()).min(1).max(7).optional().describe('On these days of the week; without it every day'),
    day: localDay().optional().describe('On this day only'),
    from: clockTime().describe('From this time of day'),
    to: clockTime().describe('To this time of day; earlier than "from" is on the next day'),
    need: people.describe('How many people are needed at work'),
  })
  .meta({ id: 'need_row' })

const streamShape = z.strictObject({
  channel: named('What it is, such as "phone" or "chat"').optional(),
  contacts: z
    .array(z.number().min(0).max(1e6))
    .min(1)
    .max(20_000)
    .describe('How many come in each interval, from the first midnight'),
  handling_s: z.number().gt(0).max(1e6).describe('How long serving one takes, in seconds'),
  patience_s: z
    .number()
    .gt(0)
    .max(1e7)
    .optional()
    .describe('How long they wait before giving up, a mean in seconds; without it an hour'),
  at_once: z.int().min(1).max(50).default(1).describe('How many one person serves at once (chats)'),
  speeds: z
    .array(z.number().gt(0).max(10))
    .max(50)
    .optional()
    .describe('Speed of each of n served together; without it the person’s time is shared evenly: [1, 0.5, 0.33]'),
  within_s: z.number().min(0).max(1e6).default(20).describe('Answered within so many seconds is in time'),
})
const trafficShape = streamShape
  .extend({
    present: z.number().gt(0).max(1).default(1).describe('Share of those planned who do come: 1 − illness and lateness'),
    also: z
      .array(streamShape.meta({ id: 'stream_of_a_need' }))
      .max(20)
      .default([])
      .describe('What else the same people serve meanwhile, such as chats beside calls'),
  })
  .meta({ id: 'traffic_of_a_need' })

export const needShape = z
  .strictObject({
    name: named('Name of what needs people, such as a queue').default('work'),
    skills: z
      .array(named('A skill'))
      .max(20)
      .default([])
      .describe('Skills that are all needed for it; empty: everybody can do it'),
    site: named('Where it must be done; without it anywhere').optional(),
    rows: z.array(rowShape).max(2_000).optional().describe('How many, by time of day; where rows overlap the last one counts'),
    need: z
      .array(people)
      .max(20_000)
      .optional()
      .describe('Instead of rows: how many in each interval, from the first midnight (a day of 25 hours has more of them)'),
    traffic: trafficShape
      .optional()
      .describe('Who waits for it: then breaks and sessions are placed by the level they leave, and a simulation says it'),
    weight: z.number().gt(0).max(100).default(1).describe('How much a person missing here counts beside the others'),
  })
  .meta({ id: 'need' })
export type Stream = z.infer<typeof streamShape>
export type Traffic = z.infer<typeof trafficShape>
export type Need = z.infer<typeof needShape>

const awayShape = z
  .strictObject({
    from: localDay().describe('First day'),
    to: localDay().describe('Last day'),
    from_time: clockTime().optional().describe('On the first day from this time; without it the whole day'),
    to_time: clockTime().optional().describe('On the last day to this time; without it the whole day'),
    paid_h: z
      .number()
      .min(0)
      .max(200)
      .optional()
      .describe('Hours of the contract it stands for; without it a day is hours_week ÷ days_most'),
  })
  .meta({ id: 'away' })

const wishShape = z
  .strictObject({
    wish: z
      .enum(['off', 'early', 'late', 'short_days', 'long_days'])
      .describe('A day off, early or late shifts, short or long days'),
    days: z.array(weekday()).min(1).max(7).optional().describe('On these days of the week; without it every day'),
    day: localDay().optional().describe('On this day only'),
    weight: weight('How much it counts, 1 is usual').default(1),
  })
  .meta({ id: 'wish' })

export const askedPersonShape = z
  .strictObject({
    name: named('Name of the person, or of the group of people alike'),
    count: z.int().min(1).max(2_000).default(1).describe('How many people alike; they are then called "name 1", "name 2" …'),
    contract: named('Name of the contract').optional().describe('Name of their contract; without it the first'),
    skills: z.array(named('A skill')).max(50).default([]).describe('What they can do'),
    site: named('Where they work').optional(),
    minor: z.boolean().default(false).describe('Under eighteen: other hours of the law hold'),
    available: z
      .array(availabilityShape)
      .max(21)
      .default([])
      .describe('When they may be asked, within what the contract says; empty: always'),
    away: z.array(awayShape).max(100).default([]).describe('Absences'),
    wishes: z.array(wishShape).max(50).default([]).describe('What they would like'),
    history: z
      .strictObject({
        saturdays: z.number().min(0).max(1_000).default(0).describe('Saturdays and Sundays worked lately'),
        lates: z.number().min(0).max(1_000).default(0).describe('Late shifts worked lately'),
      })
      .prefault({})
      .describe('For fairness: what they bore before'),
  })
  .meta({ id: 'person_to_plan' })
export type AskedPerson = z.infer<typeof askedPersonShape>

export const sessionShape = z
  .strictObject({
    name: named('What it is'),
    kind: z
      .enum(activityKinds)
      .extract(['training', 'meeting', 'coaching', 'project', 'delegation'])
      .default('meeting')
      .describe('What kind'),
    people: z.array(named('A person')).min(1).max(2_000).describe('Who takes part'),
    minutes: z.int().min(15).max(480).multipleOf(15, 'write a multiple of 15 minutes').describe('How long, in minutes'),
    at_once: z.int().min(1).max(2_000).optional().describe('Most people of one sitting; without it all together'),
    days: z.array(localDay()).max(62).optional().describe('On one of these days; without it any'),
    from: clockTime().default('08:00').describe('Not before this time of day'),
    to: clockTime().default('20:00').describe('It ends by this time of day'),
  })
  .meta({ id: 'session_to_place' })
export type Session = z.infer<typeof sessionShape>

const weightsShape = z
  .strictObject({
    short: weight('One hour of one person missing; the more are missing at once, the more each counts').default(20),
    over: weight('One hour of one person more than needed; the more at once, the more each counts').default(0.5),
    overtime: weight('One hour of overtime').default(12),
    less: weight('One hour fewer than the contract gives').default(15),
    wish: weight('One wish not fulfilled').default(2),
    fairness: weight('One Saturday, Sunday or late shift for somebody who had as many as the others').default(1),
    change: weight('One shift other than in the plan before').default(3),
  })
  .meta({ id: 'weights' })

export const askShape = z.strictObject({
  name: named('Name of the plan').default('Plan'),
  zone: zoneName().default('Europe/Paris'),
  first_day: localDay().describe('First day of the plan'),
  days: z.int().min(1).max(35).default(7).describe('How many days'),
  interval_min: z.literal([15, 30, 60]).default(15).describe('Length of an interval of the needs, in minutes'),
  needs: z.array(needShape).min(1).max(40).describe('How many people are needed, and when'),
  people: z.array(askedPersonShape).min(1).max(2_000).describe('Who there is'),
  contracts: z
    .array(workContractShape)
    .max(100)
    .default([workContractShape.parse({ name: '35 h', hours_week: 35 })])
    .describe('Contracts of work; without it 35 hours in five days'),
  patterns: z
    .array(patternShape)
    .max(100)
    .default([patternShape.parse({ name: 'day' })])
    .describe('Shapes of shifts; without it seven hours and a lunch, beginning every half hour from 8 to 12'),
  law: z
    .union([z.enum(Object.keys(laws) as ['fr']), lawShape]) // the names of the sets there are
    .default('fr')
    .describe('The law of working time: the name of a set, or one written here'),
  before: z
    .array(shiftShape)
    .max(40_000)
    .default([])
    .describe('Shifts of the weeks before, for rests and weeks that reach over the edge'),
  after: z
    .array(shiftShape)
    .max(40_000)
    .default([])
    .describe(
      'Shifts of the days after that stand already: the rest before them is kept, and the hours and days of a week that reaches over the edge',
    ),
  fixed: z.array(shiftShape).max(80_000).default([]).describe('Shifts that are decided: they stay as they are'),
  previous: z.array(shiftShape).max(80_000).default([]).describe('The plan before this one: what can stay, stays'),
  sessions: z.array(sessionShape).max(200).default([]).describe('Meetings and trainings to be placed when they hurt least'),
  late_after: clockTime().default('18:30').describe('A shift that ends later is a late one'),
  early_before: clockTime().default('09:00').describe('A shift that begins by then is an early one'),
  weights: weightsShape.prefault({}).describe('What counts how much'),
  limits: z
    .strictObject({
      seconds: z.number().min(0.5).max(3_600).default(60).describe('It takes at most so long'),
      gap: z
        .number()
        .min(0)
        .max(1)
        .default(0.01)
        .describe('It is good enough when proven to be so near the best (0.01 is one hundredth), of what can be changed'),
    })
    .prefault({})
    .describe('When it may stop'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(1)
    .describe('The same seed takes the same turns'),
})
export type Ask = z.infer<typeof askShape>
export type AskInput = z.input<typeof askShape>
