// One queue of a rulebook, in the business's words. Everything has a default that serves: `{ key, name }` alone takes all there is and gives
// it to whoever has been free the longest, the person who answers for the case first.
import { z } from 'zod'
import { aimShape } from './aim.ts'
import { workChannel } from './work-channels.ts'

export const MOST_QUEUES = 300
export const MOST_STEPS_OF_QUEUE = 12
const DAY_S = 86_400

// A team, a skill, a reason, a brand, …: its id in a house, its name in a scenario written by hand.
export const ref = () => z.string().trim().min(1).max(120)
export const queueKey = () =>
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,59}$/, 'small letters, digits, - and _')
    .describe('What the queue is known by from one version to the next: figures, preferences and waiting items follow it.')
const seconds = (most = 7 * DAY_S) => z.number().min(0).max(most)
const some = (of: z.ZodType<string>, says: string) =>
  z.array(of).min(1).max(200).nullable().default(null).describe(`${says} null: any.`)

export const casePriorities = ['low', 'normal', 'high', 'urgent'] as const
export type CasePriority = (typeof casePriorities)[number]

export const takesShape = z.strictObject({
  channels: z.array(workChannel()).min(1).max(20).nullable().default(null).describe('By which channels it came. null: any.'),
  reasons: some(ref(), 'Why they contacted us; "none" stands for work whose reason is not known yet.'),
  languages: some(ref(), 'In which language, such as "fr"; "none" where it is not known.'),
  brands: some(ref(), 'To which brand.'),
  entry_points: some(ref(), 'By which door: a mailbox, a number, a widget, a desk.'),
  flags: some(ref(), 'What is known of the customer or the case: one of these is enough. The house gives "new_customer" (the first case they have with us), "known_customer", "contract" (a service contract holds today, theirs or their company’s), "reopened" (a message opened the case again); programs may give others.'),
  priorities: z.array(z.enum(casePriorities)).min(1).max(4).nullable().default(null).describe('Of which priority the case is. null: any.'),
  degrees: z.array(z.number().int().min(1).max(5)).min(1).max(5).nullable().default(null).describe('Which degree of support was asked for: 1 is the first line. null: any.'),
  when: z.enum(['always', 'open', 'closed']).default('always').describe('Only while this queue is open, or only while it is closed; otherwise the next queue is looked at.'),
}).describe('What goes into this queue. All that is said here must hold. Queues are looked at in their order: the first that takes a piece of work has it.') // prettier-ignore
export type Takes = z.infer<typeof takesShape>

const wait = (who: string) =>
  z
    .strictObject({ wait_s: seconds(DAY_S).describe('How long it waits for them alone, in seconds, even while they are busy.') })
    .nullable()
    .describe(`${who}; null: not asked first.`)
export const personsShape = z.strictObject({
  owner: wait('Whoever answers for the case').default({ wait_s: 20 }),
  contact: wait('The customer’s point of contact').default({ wait_s: 20 }),
  deputies: wait('Their deputies').default({ wait_s: 10 }),
}).describe('Who is asked before everybody else, one after the other. Whoever is away, or has not said to be ready, is not waited for.') // prettier-ignore
export type PersonsFirst = z.infer<typeof personsShape>

export const needShape = z.strictObject({
  skill: ref().describe('Which skill.'),
  level: z.number().int().min(1).max(5).describe('How well, 1 to 5, when it arrives.'),
  strength: z.enum(['must', 'should']).default('must').describe('must: nobody below is offered it. should: whoever has it goes first.'),
  relax: z
    .array(z.strictObject({ after_s: seconds().min(1).describe('After this wait, in seconds,'), level: z.number().int().min(0).max(5).describe('this level is enough; 0: it is no longer asked for.') }))
    .max(MOST_STEPS_OF_QUEUE)
    .default([])
    .describe('How the need gives way as the wait grows: later steps ask for less.'),
}) // prettier-ignore
export type SkillNeed = z.infer<typeof needShape>

export const ringShape = z.strictObject({
  after_s: seconds().describe('From this wait on, in seconds. The first ring begins at 0.'),
  teams: some(ref(), 'Which teams are asked.'),
  sites: some(ref(), 'Which sites are asked.'),
})
export type Ring = z.infer<typeof ringShape>

export const strategies = ['longest_idle', 'fewest_handled', 'most_skilled', 'ordered', 'round_robin', 'ring_all'] as const
export type Strategy = (typeof strategies)[number]

export const whoShape = z.strictObject({
  persons: personsShape.prefault({}),
  skills: z.array(needShape).max(20).default([]).describe('What whoever takes it must or should be able to do.'),
  language: z
    .strictObject({
      strength: z.enum(['must', 'should', 'any']).default('should').describe('Whether whoever takes it speaks the customer’s language. any: it is not asked.'),
      relax_after_s: seconds().nullable().default(null).describe('After this wait, in seconds, it is no longer asked for. null: never.'),
    })
    .prefault({}),
  degree: z.number().int().min(1).max(5).default(1).describe('The degree of support whoever takes it must give at least: 1 is the first line.'),
  people: z.enum(['capable', 'named']).default('capable').describe('capable: everybody who can. named: only who was put on this queue.'),
  rings: z.array(ringShape).max(MOST_STEPS_OF_QUEUE).default([]).describe('Who is asked first, and who joins in as the wait grows. Empty: everybody at once.'),
  strategy: z.enum(strategies).default('longest_idle').describe('Among those who could take it: who has been free the longest, took the least today, is the most skilled, stands first for this queue, whose turn it is, or all of them ring and the first who accepts has it.'),
}) // prettier-ignore
export type Who = z.infer<typeof whoShape>

const minutes = () => z.number().min(-10_000).max(10_000)
export const priorityShape = z.strictObject({
  head_start_min: z.number().min(-10_000).max(10_000).default(0).describe('Work of this queue counts as if it had waited that many minutes longer than other work.'),
  ageing: z.number().min(0).max(100).default(1).describe('Points a minute of waiting gives. 1: a minute is a minute; 2: waiting counts double; 0: waiting counts for nothing.'),
  case_min: z
    .strictObject({ low: minutes().default(0), normal: minutes().default(0), high: minutes().default(5), urgent: minutes().default(30) })
    .prefault({})
    .describe('Minutes of head start by the priority of the case.'),
  earlier_contact_min: minutes().default(3).describe('Patience owed: minutes of head start for every earlier call or chat of the same customer today.'),
  counter_min: z.number().min(0).max(10).default(1).describe('Patience owed: minutes of head start for every minute already waited at a counter or in another queue.'),
}).describe('What passes before what, once somebody is free.') // prettier-ignore
export type QueuePriority = z.infer<typeof priorityShape>

const elsewhere = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('wait') }),
  z.strictObject({ does: z.literal('refuse') }),
  z.strictObject({ does: z.literal('call_back') }),
  z.strictObject({ does: z.literal('overflow'), to: queueKey() }),
])
export type Elsewhere = z.infer<typeof elsewhere>

export const overflowShape = z.strictObject({
  when: z.union([
    z.strictObject({ after_s: seconds().min(1).describe('once it has waited this long, in seconds') }),
    z.strictObject({ longer_than: z.number().int().min(1).max(100_000).describe('on arrival, when more than this many wait') }),
  ]),
  to: queueKey(),
})
export type Overflow = z.infer<typeof overflowShape>

const minuteOfDay = (least: number, most: number) => z.number().int().min(least).max(most)
export const queueHoursShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({ kind: z.literal('calendar'), calendar: ref().describe('Opening hours kept by the house.') }),
  z.strictObject({
    kind: z.literal('weekly'),
    zone: z.string().max(64).default('Europe/Paris').describe('A time zone of the tz database.'),
    ranges: z
      .array(z.strictObject({ weekday: z.number().int().min(1).max(7).describe('Monday is 1.'), opens_minute: minuteOfDay(0, 1_439), closes_minute: minuteOfDay(1, 2_879) }))
      .min(1)
      .max(70)
      .describe('Minutes from midnight on the wall clock; past 1440 is after the next midnight.'),
  }),
]) // prettier-ignore
export type QueueHours = z.infer<typeof queueHoursShape>

export const queueShape = z.strictObject({
  key: queueKey(),
  name: z.string().trim().max(120).default('').describe('How people call it. Empty: its key.'),
  takes: takesShape.prefault({}),
  who: whoShape.prefault({}),
  priority: priorityShape.prefault({}),
  pace: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('by_channel') }),
      z.strictObject({ kind: z.literal('instant') }),
      z.strictObject({
        kind: z.literal('deferred'),
        due_within_s: seconds(366 * DAY_S).min(1).default(DAY_S).describe('When it is due where nothing else says so, in seconds after it came.'),
        keep_free: z.number().int().min(0).max(500).default(0).describe('How many able people stay free for instant work: this queue only fills what is beyond.'),
      }),
    ])
    .default({ kind: 'by_channel' })
    .describe('instant: somebody waits, the longest wait first. deferred: the earliest due date first, in the valleys of instant work. by_channel: deferred for mail, forms, letters, messages and tasks, instant for the rest.'),
  hours: queueHoursShape.default({ kind: 'always' }).describe('When this queue is open.'),
  closed: elsewhere.default({ does: 'wait' }).describe('What becomes of what comes while it is closed.'),
  most_waiting: z
    .strictObject({ count: z.number().int().min(0).max(100_000), otherwise: elsewhere.default({ does: 'refuse' }) })
    .nullable()
    .default(null)
    .describe('How many may wait at most, and what becomes of the next. null: no bound.'),
  overflow: z.array(overflowShape).max(MOST_STEPS_OF_QUEUE).default([]).describe('When work moves to another queue, with the wait it has.'),
  call_back: z
    .strictObject({ after_s: seconds().describe('Offer to call back after this wait, in seconds; whoever says yes keeps their place.') })
    .nullable()
    .default(null),
  offer: z
    .strictObject({
      rings_s: z.number().min(3).max(3_600).default(20).describe('How long an offer waits for its answer, in seconds; then it goes back to its place.'),
      auto_accept: z.boolean().default(false).describe('It is accepted for whoever is offered it.'),
      declined_for_s: seconds().default(120).describe('Whoever declined, or let it ring out, is not offered the same again for this long, in seconds.'),
      away_after: z.number().int().min(1).max(20).nullable().default(2).describe('After so many unanswered offers in a row a person is paused. null: never.'),
    })
    .prefault({}),
  wrap_up: z
    .strictObject({ most_s: seconds(DAY_S).default(0).describe('How long somebody may write up what was said before the next is offered, in seconds, at most. 0: none.') })
    .prefault({}),
  aim: aimShape.prefault({}),
  lasts_s: seconds(DAY_S)
    .nullable()
    .default(null)
    .describe('How long one usually takes, in seconds: nobody is offered it who has a break before. null: it is not looked at.'),
  mode: z.enum(['push', 'pull']).default('push').describe('push: work is offered. pull: people ask for the next.'),
  accountable: z.boolean().default(true).describe('Whoever accepts answers for the case, where nobody in particular had been chosen.'),
}) // prettier-ignore
export type Queue = z.infer<typeof queueShape>
export type QueueInput = z.input<typeof queueShape>

export const queueName = (queue: { key: string; name: string }): string => queue.name || queue.key
