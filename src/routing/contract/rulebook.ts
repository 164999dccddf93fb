// The rulebook of routing: one JSON document a version. Who is offered which piece of work, in the business's words; `rules/compile.ts` turns
// it into the engine's rules, `rules/words.ts` into sentences. Unknown fields are refused: a rule misspelt would be a rule not kept.
import { z } from 'zod'
import { MOST_QUEUES, queueKey, queueShape, ref, type CasePriority } from './queue.ts'
import { usualWeights, weightShape, workChannels, type Weight, type WorkChannel } from './work-channels.ts'

export * from './queue.ts'
export * from './work-channels.ts'

export const siteShape = z.strictObject({
  key: queueKey().describe('What the site is known by.'),
  name: z.string().trim().min(1).max(120).describe('How people call it.'),
  teams: z.array(ref()).max(200).describe('The teams that work there.'),
})
export type Site = z.infer<typeof siteShape>

const distinct = (keys: readonly string[]): boolean => new Set(keys).size === keys.length

export const rulebookShape = z.strictObject({
  queues: z
    .array(queueShape)
    .min(1)
    .max(MOST_QUEUES)
    .refine((queues) => distinct(queues.map(({ key }) => key)), 'two queues have the same key')
    .describe('In their order: the first that takes a piece of work has it. What none takes stays with whoever answers for the case.'),
  sites: z
    .array(siteShape)
    .max(200)
    .refine((sites) => distinct(sites.map(({ key }) => key)), 'two sites have the same key')
    .default([])
    .describe('Where teams work, for rings that widen from one site to the others.'),
  seat_units: z.number().int().min(1).max(10_000).default(100).describe('How much attention a person has in all.'),
  channels: z
    .array(weightShape)
    .max(workChannels.length)
    .refine((weights) => distinct(weights.map(({ channel }) => channel)), 'a channel is weighed twice')
    .default([])
    .describe('What work weighs, by channel. A channel that is not said weighs as usual: a call fills the seat, three chats fit, mail gives way.'),
}) // prettier-ignore
export type Rulebook = z.infer<typeof rulebookShape>
export type RulebookInput = z.input<typeof rulebookShape>

/** What every channel weighs under a rulebook, also those it does not speak of. */
export const weightsOf = ({ channels }: Pick<Rulebook, 'channels'>): ReadonlyMap<WorkChannel, Weight> =>
  new Map([...usualWeights, ...channels].map((weight) => [weight.channel, weight]))

// What a piece of work is known by when its queue is looked for. `rules/classify.ts` reads nothing else.
export type WorkFacts = {
  channel: WorkChannel
  reason: string | null
  language: string | null
  brand: string | null
  entry_point: string | null
  flags: readonly string[]
  priority: CasePriority
  degree: number | null // asked for; null: the first line
}

// What is known of somebody who may be offered work. In a house from staff and from `abilities`; in a scenario from its staff.
export type PersonFactsOfRouting = {
  id: string
  name: string
  teams: readonly string[]
  skills: Readonly<Record<string, number>> // level 1 to 5 by skill
  languages: Readonly<Record<string, number>> // level 1 to 5 by language
  degree: number // the degree of support they give, 1 to 5
  queues: Readonly<Record<string, number>> // by queue: 0 never, 1 to 5 the higher the rather; a queue not named is 3, or not theirs where only the named serve
  most: Readonly<Partial<Record<WorkChannel, number>>> // at once, where it is not what the rulebook says
  seat_units: number | null // likewise
}
