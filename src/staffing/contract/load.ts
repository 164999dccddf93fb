// What comes to a queue in an interval and how long it takes: what every formula of this room starts from.
import { z } from 'zod'
import { mostSeconds } from './target.ts'

/** Bounds that keep every answer exact and quick; beyond them the command says so. */
export const mostAgents = 100_000
export const mostLines = 1_000_000
export const mostCallsPerHour = 1e8
export const mostErlangs = 100_000

export const callsPerHour = () => z.number().min(0).max(mostCallsPerHour)
export const handlingSeconds = () => z.number().gt(0).max(1e7)
export const agentCount = () => z.int().min(0).max(mostAgents)
export const shrinkageShare = () => z.number().min(0).lt(1)

export const curveShape = z
  .strictObject({
    at_s: z.array(z.number().min(0).max(mostSeconds)).min(1).max(10_000).describe('Moments, rising, in seconds of waiting'),
    surviving: z
      .array(z.number().min(0).max(1))
      .min(1)
      .max(10_000)
      .describe('Share of people still waiting after each moment, falling (Kaplan–Meier)'),
  })
  .meta({
    id: 'patience_curve',
    description: 'Patience as it was measured: a survival curve. Beyond its end those left go on leaving at the rate seen so far',
  })

export const patienceOf = () =>
  z.union([z.literal('never'), z.number().gt(0).max(mostSeconds), curveShape]).meta({
    id: 'patience_of_callers',
    description:
      'How long people wait before giving up: a mean in seconds (exponential: Erlang A), "never" (Erlang C), or a measured curve',
  })
export type PatienceOf = z.infer<ReturnType<typeof patienceOf>>

export const chatsShape = z
  .strictObject({
    at_once: z.int().min(1).max(50).describe('Most that one person serves at once'),
    speeds: z
      .array(z.number().min(0.001).max(10))
      .max(50)
      .optional()
      .describe(
        'Speed of each of n served together by one person: speeds[0] of one alone, speeds[1] of each of two … [1, 0.8, 0.65] makes two go on at 0.8 each. The last holds for more. Without it the person’s time is shared evenly: [1, 0.5, 0.33] (processor sharing), and more windows serve nobody faster',
      ),
  })
  .meta({ id: 'several_at_once', description: 'Several at once by one person (chats): three windows are not three agents' })
export type Chats = z.infer<typeof chatsShape>

/** One kind of contact in one interval, as the formulas take it. Nothing is rounded: 12.5 calls are 12.5 calls. */
export type Load = {
  calls_per_hour: number // ≥ 0
  handling_s: number // > 0, from answer to the end of wrap-up, of somebody who does nothing else meanwhile
  patience: PatienceOf
  lines?: number // places, those being served included; none: unbounded
  nobody_waits?: true // as many places as people: Erlang B
  chats?: Chats
}

export const erlangsOf = ({ calls_per_hour, handling_s }: Pick<Load, 'calls_per_hour' | 'handling_s'>): number =>
  (calls_per_hour / 3_600) * handling_s

/** People seated, and how many must be scheduled for it: seated ÷ (1 − shrinkage), as many decimals as it has. */
export const scheduledFor = (seated: number, shrinkage: number): number => seated / (1 - shrinkage)
