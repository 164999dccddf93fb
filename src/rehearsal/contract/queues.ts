// Where they wait: queues in the short form. The centre's own rules (a rulebook) may be given instead; both are compiled into the same rules of
// the one routing engine.
import { z } from 'zod'
import { name, seconds, timeOfDay } from './clock.ts'

const level = z.number().min(0).max(10)
const need = z
  .strictObject({
    skill: name('The skill'),
    level: level.default(1).describe('Least level'),
    must: z.boolean().default(true).describe('false: whoever has it is preferred, whoever has not may serve all the same'),
    relax: z
      .array(
        z.strictObject({ after_s: seconds('After this wait'), level: level.describe('this level is enough; 0 drops the need') }),
      )
      .max(10)
      .default([])
      .describe('How the need gives way as the wait grows'),
  })
  .meta({ id: 'need_of_a_skill' })
const ring = z
  .strictObject({
    after_s: seconds('After this wait'),
    teams: z.array(name('A team')).max(200).optional().describe('these teams are asked too'),
    sites: z.array(name('A site')).max(200).optional().describe('these sites are asked too'),
  })
  .meta({ id: 'ring' })
const overflow = z
  .strictObject({
    to: name('The queue it goes to'),
    after_s: seconds('After this wait').optional(),
    longer_than: z.int().min(0).max(1e6).optional().describe('When more than this are waiting as it arrives'),
  })
  .meta({ id: 'overflow' })

export const strategies = ['longest_idle', 'fewest_handled', 'most_skilled', 'ordered', 'round_robin', 'ring_all'] as const

export const queueShape = z
  .strictObject({
    name: name('Name of the queue'),
    skills: z.array(need).max(20).default([]).describe('What an agent needs to serve it'),
    strategy: z.enum(strategies).default('longest_idle').describe('Which of the free agents is offered the contact'),
    priority: z
      .number()
      .min(-1e6)
      .max(1e6)
      .default(0)
      .describe('Points at the start: the contact with most points goes first, then the one waiting longest'),
    ageing_per_minute: z.number().min(0).max(1e6).default(0).describe('Points gained each minute of waiting'),
    persons_first: z
      .strictObject({
        owner_s: seconds('How long to wait for whoever answers for the case').default(0),
        contact_s: seconds('How long to wait for the customer’s point of contact').default(0),
        deputies_s: seconds('How long to wait for their deputies').default(0),
      })
      .optional()
      .describe('Persons asked before the pool'),
    rings: z
      .array(ring)
      .max(10)
      .default([])
      .describe('Who is asked at first and who is asked later; without rings everybody at once'),
    most_waiting: z
      .int()
      .min(0)
      .max(1_000_000)
      .optional()
      .describe('Room: with so many waiting the next is turned away. 0: nobody waits (Erlang B)'),
    overflow: z.array(overflow).max(10).default([]).describe('When contacts go to another queue'),
    deferred: z
      .boolean()
      .optional()
      .describe(
        'Work that can wait (mail, letters): earliest due date first, beside instant work. Without it: what the channel is',
      ),
    reserve: z.int().min(0).max(10_000).default(0).describe('For deferred work: so many free agents are kept for instant work'),
    call_back: z
      .strictObject({
        after_s: seconds('Offered after this wait').optional(),
        longer_than: z.int().min(0).max(1e6).optional().describe('Offered at arrival when more than this are waiting'),
      })
      .optional()
      .describe('When a call-back that keeps the place is offered'),
    patience_debt: z
      .strictObject({
        per_earlier_contact: z.number().min(0).max(1e6).default(0).describe('Points for each earlier try of the same person'),
        per_minute_waited: z.number().min(0).max(1e6).default(0).describe('Points for each minute waited in earlier tries'),
      })
      .optional()
      .describe('Points for whoever has tried already'),
    open: z
      .array(z.strictObject({ from: timeOfDay(), to: timeOfDay() }))
      .max(10)
      .optional()
      .describe('Opening hours of every day; without them always open'),
    closed: z.enum(['wait', 'refuse']).default('refuse').describe('What becomes of who comes outside opening hours'),
    rings_s: seconds('How long an offer rings before the agent answers; for staff without “answers”').default(0),
    lapses_s: z
      .number()
      .positive()
      .max(86_400)
      .default(20)
      .describe('How long an offer rings before somebody else is asked, in seconds; where staff have “answers”'),
    within_s: seconds('Service level: answered within, where it is not what the scenario says').optional(),
    most_wrap_up_s: seconds('Longest wrap-up allowed').optional(),
  })
  .meta({ id: 'queue' })

export const channelShape = z
  .strictObject({
    at_once: z.int().min(1).max(50).optional().describe('Most of this channel that one agent serves at once. Without it one'),
    speeds: z
      .array(z.number().positive().max(10))
      .max(50)
      .optional()
      .describe(
        'Speed of each of n served together by one agent: speeds[0] alone, speeds[1] of two … [1, 0.5, 0.33] shares the agent equally (processor sharing); without it company slows nobody',
      ),
    deferred: z.boolean().optional().describe('Can wait: true for email, letter and task unless said otherwise'),
    interrupted_by: z
      .array(name('A channel'))
      .max(20)
      .optional()
      .describe(
        'Channels that may be offered to somebody serving this one, whose work then stands still. Without it: deferred work is interrupted by instant work',
      ),
  })
  .meta({ id: 'channel' })

export type Queue = z.infer<typeof queueShape>
export type Channel = z.infer<typeof channelShape>
