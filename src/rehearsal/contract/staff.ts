// Who serves: groups of like people, with their shifts, breaks, skills and cost.
import { z } from 'zod'
import { name, seconds, timeOfDay } from './clock.ts'
import { durationShape } from './laws.ts'

const breakShape = z
  .strictObject({
    at: timeOfDay().describe('When the break begins'),
    for_s: seconds('How long it lasts'),
  })
  .meta({ id: 'break' })
const daily = z
  .strictObject({
    from: timeOfDay().describe('When the shift begins'),
    to: timeOfDay().describe('When it ends; earlier than "from" ends on the next day'),
    days: z
      .array(z.int().min(0).max(3_650))
      .max(400)
      .optional()
      .describe('On which days of the run (0 is the first); without it every day'),
    breaks: z.array(breakShape).max(10).default([]).describe('Breaks in it, taken when the contact in hand is done'),
  })
  .meta({ id: 'shift_of_a_day' })
const dated = z
  .strictObject({
    from_s: seconds('When the shift begins, since the beginning of the run'),
    to_s: seconds('When it ends, since the beginning of the run'),
    breaks_s: z
      .array(z.tuple([z.number().min(0).max(1e9), z.number().min(0).max(1e9)]))
      .max(20)
      .default([])
      .describe('Breaks in it, from and to, in seconds since the beginning of the run'),
  })
  .meta({ id: 'shift_in_seconds' })
const level = z.number().min(0).max(10)
const answers = z
  .strictObject({
    after: durationShape.describe('How long an offer rings before they accept or decline it'),
    declines: z.number().min(0).max(1).default(0).describe('Share of offers they decline'),
    lapses: z.number().min(0).max(1).default(0).describe('Share of offers they let ring out'),
  })
  .meta({ id: 'answers_to_offers' })

export const groupShape = z
  .strictObject({
    name: name('Name of the group, or of the one person it is'),
    count: z.int().min(1).max(20_000).default(1).describe('How many people'),
    shifts: z
      .array(z.union([daily, dated]))
      .max(2_000)
      .optional()
      .describe('When they are at work; without shifts and pattern: always'),
    pattern: z
      .strictObject({
        people: z
          .array(z.int().min(0).max(20_000))
          .min(1)
          .max(10_000)
          .describe('How many of the group are at work in each interval'),
        interval_s: z
          .number()
          .min(60)
          .max(7 * 86_400)
          .default(3_600)
          .describe('Length of an interval, in seconds'),
        from: timeOfDay().default('00:00').describe('When the pattern begins'),
        repeats: z
          .enum(['daily', 'weekly', 'once'])
          .default('daily')
          .describe('How the pattern comes again; outside it nobody is at work'),
      })
      .optional()
      .describe('Numbers at work instead of shifts: count is then the most of the pattern'),
    team: name('Team, for rings and for figures by team').optional(),
    site: name('Site, for rings').optional(),
    skills: z.record(name('A skill'), level).default({}).describe('Skills with their level, 1 to 10'),
    languages: z.record(name('A language'), level).optional().describe('Languages with their level, 1 to 5; for a rulebook'),
    degree: z.int().min(1).max(5).optional().describe('Degree of support they give, 1 is the first line; for a rulebook'),
    teams: z
      .array(name('A team'))
      .max(50)
      .optional()
      .describe('All teams they are in, where that is more than "team"; for a rulebook'),
    ratings: z
      .record(name('A queue'), z.int().min(0).max(5))
      .optional()
      .describe('How gladly they serve a queue: 0 never, 3 as usual, 5 first; for a rulebook, instead of "queues"'),
    most: z
      .record(name('A channel'), z.int().min(0).max(50))
      .optional()
      .describe('How many of a channel at once, where it is not what the rulebook says'),
    seat_units: z
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .describe('Attention they have in all, where it is not what the rulebook says'),
    queues: z
      .array(name('A queue'))
      .max(500)
      .optional()
      .describe('Queues they serve, in the order they prefer; without it all queues whose needs they meet, none preferred'),
    prefers: z.boolean().default(false).describe('true: the order of "queues" counts before the points of the contacts'),
    answers: answers
      .optional()
      .describe('What they say to offers, and when; without it they accept, at once or after the “rings_s” of the queue'),
    cost_per_hour: z.number().min(0).max(1e6).default(0).describe('Cost of one hour at work, breaks included'),
  })
  .meta({ id: 'group_of_staff' })

export type Group = z.infer<typeof groupShape>
