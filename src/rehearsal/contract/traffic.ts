// Who comes: the kinds of contact of a scenario, with when they come, what they need and how long they wait.
import { z } from 'zod'
import { name, seconds, timeOfDay } from './clock.ts'
import { durationShape, patienceShape } from './laws.ts'

const perHour = z.number().min(0).max(1e7)
export const mostContacts = 5_000_000

const steady = z
  .strictObject({
    per_hour: z
      .union([perHour, z.array(perHour).min(1).max(10_000)])
      .describe('Contacts an hour: one number all the time, or one number for each interval of the pattern'),
    interval_s: z
      .number()
      .min(1)
      .max(7 * 86_400)
      .default(3_600)
      .describe('Length of an interval of the pattern, in seconds'),
    from: timeOfDay().default('00:00').describe('When the pattern begins'),
    repeats: z
      .enum(['daily', 'weekly', 'once'])
      .default('daily')
      .describe('Whether the pattern is begun again each day, each week, or never; outside it nobody comes'),
    gaps: z
      .enum(['random', 'even'])
      .default('random')
      .describe('random: a Poisson process, as people who know nothing of each other come; even: at equal distances'),
  })
  .meta({ id: 'arrivals_by_rate' })
const renewal = z
  .strictObject({
    gaps: durationShape.describe('The time from one contact to the next, all through the run'),
  })
  .meta({ id: 'arrivals_by_gaps' })
const column = <T extends z.ZodType>(of: T, what: string) => z.array(of).max(mostContacts).optional().describe(what)
const optionalSeconds = z.number().min(0).max(1e9).nullable()

const listed = z
  .strictObject({
    at_s: z
      .array(z.number().min(0).max(1e9))
      .max(mostContacts)
      .describe('When each came, in seconds since the beginning of the run, in any order'),
    ids: column(z.string().max(80), 'A name for each, shown when it is among the most hurt'),
    handling_s: column(optionalSeconds, 'How long each was served; null draws from the kind’s own law'),
    wrap_up_s: column(optionalSeconds, 'How long each was wrapped up; null draws from the kind’s own law'),
    patience_s: column(optionalSeconds, 'How long each waits before giving up; null draws from the kind’s own law'),
    cases: column(
      z
        .int()
        .min(0)
        .max(2 ** 31 - 1),
      'A number for the case of each: people met are counted by case',
    ),
    owners: column(z.string().max(120).nullable(), 'The person who answers for the case of each, by the name in staff'),
    contacts: column(z.string().max(120).nullable(), 'The customer’s point of contact, by the name in staff'),
    priorities: column(z.number().min(-1e6).max(1e6), 'Points added to the priority of the queue'),
  })
  .meta({ id: 'arrivals_listed' })

export const arrivalsShape = z
  .union([steady, renewal, listed])
  .describe('When they come: a rate, the gap between two, or the list of all of them')

const level = z.number().min(0).max(10)
const retrial = z
  .strictObject({
    probability: z.number().min(0).max(1).describe('Share of those who gave up or were turned away who try again'),
    after: durationShape.describe('How long after'),
    most: z.int().min(1).max(20).default(5).describe('Most tries of one person, the first included'),
  })
  .meta({ id: 'retrial' })
const again = z
  .strictObject({
    probability: z.number().min(0).max(1).describe('Share of those who were served who come again for the same case'),
    after: durationShape.describe('How long after'),
    most: z.int().min(1).max(20).default(3).describe('Most contacts of one case, the first included'),
  })
  .meta({ id: 'again' })
const callBack = z
  .strictObject({
    accepted: z.number().min(0).max(1).default(0.5).describe('Share of those asked who take the call-back and hang up'),
    reached: z.number().min(0).max(1).default(1).describe('Share who pick up when called back'),
  })
  .meta({ id: 'answer_to_call_back' })

export const kindShape = z
  .strictObject({
    name: name('Name of this kind of contact'),
    channel: name('The channel it comes by: phone, chat, email, letter, task, visit …').default('phone'),
    queue: name('The queue it waits in; without it the queue of the same name, or the only one there is').optional(),
    arrivals: arrivalsShape,
    busyness: z
      .strictObject({ cv: z.number().min(0).max(3).describe('Coefficient of variation of a day’s factor') })
      .optional()
      .describe('Random busyness: each day’s rate is multiplied by a factor drawn once a day (gamma, mean 1)'),
    handling: durationShape
      .default({ law: 'exponential', mean_s: 300 })
      .describe('How long serving takes, with an agent who does nothing else'),
    wrap_up: durationShape.optional().describe('Work after the contact, before the agent may be offered another'),
    patience: patienceShape.default('never'),
    balks: z
      .strictObject({
        longer_than: z.int().min(0).max(1e6).describe('Others waiting in the queue'),
        probability: z.number().min(0).max(1).describe('Share who hang up at once when more are waiting'),
      })
      .optional()
      .describe('Who hangs up on hearing how many are waiting'),
    retrial: retrial.optional().describe('Whoever gave up or was turned away and tries again'),
    again: again.optional().describe('Whoever was served and comes again for the same case'),
    call_back: callBack.optional().describe('What people answer when the queue offers to call back'),
    priority: z.number().min(-1e6).max(1e6).default(0).describe('Points added to the priority of the queue'),
    due_after_s: seconds('For deferred work: when an answer is due, counted from arrival').optional(),
    needs: z
      .record(name('A skill'), level)
      .default({})
      .describe('Skills this kind needs beyond those of its queue, with the least level'),
    owned: z
      .strictObject({
        share: z.number().min(0).max(1).describe('Share of these contacts whose case is answered for by one of the staff'),
        by: z
          .array(z.string().max(120))
          .max(200)
          .optional()
          .describe('Groups of staff among whom owners are; without it all who may serve'),
      })
      .optional()
      .describe('Contacts of a case that somebody already answers for'),
    facts: z
      .record(z.string().max(80), z.union([z.string().max(200), z.number(), z.boolean()]))
      .default({})
      .describe('What the rules may look at when they choose the queue: reason, language, brand …'),
  })
  .meta({ id: 'kind_of_contact' })

export const trafficFileShape = z
  .strictObject({
    file: z.string().min(1).max(1_000).describe('A file of contacts, its path seen from the scenario’s own folder'),
    format: z.string().min(1).max(60).describe('Its format, such as "technion" or "csv"'),
    options: z.record(z.string(), z.unknown()).default({}).describe('What the format’s reader wants to know'),
  })
  .meta({ id: 'traffic_file' })

export type Kind = z.infer<typeof kindShape>
export type Arrivals = z.infer<typeof arrivalsShape>
export type TrafficFile = z.infer<typeof trafficFileShape>
