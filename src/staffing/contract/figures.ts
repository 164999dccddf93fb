// What an interval comes to with so many people: the figures by the names of a rehearsal's report, and each target held against them.
import { z } from 'zod'
import { targetShape } from './target.ts'

const share = (what: string) => z.number().nullable().describe(`${what}, 0 to 1`)
const time = (what: string) => z.number().nullable().describe(`${what}, in seconds`)

export const figuresShape = z
  .object({
    service_level: z
      .object({
        within_s: z.number().describe('Seconds that count as in time'),
        answered_within_of_offered: share('Answered in time ÷ offered'),
        answered_within_of_answered: share('Answered in time ÷ answered'),
        answered_within_of_offered_less_short_abandons: share('Answered in time ÷ (offered − given up within that time)'),
        answered_or_left_within_of_offered: share('(Answered in time + given up within that time) ÷ offered'),
      })
      .describe('The service level by each of its four formulas'),
    abandoned: share('Given up ÷ offered'),
    blocked: share('Turned away because all lines were taken ÷ offered'),
    waited: share('Had to wait at all ÷ offered'),
    occupancy: share('Time serving or wrapping up ÷ time seated'),
    wait_mean: time('Waits of the answered ÷ answered (average speed of answer)'),
    wait_of_all_mean: time('Waits of all ÷ (answered + given up)'),
    wait_p50: time('The wait that half of the answered do not exceed'),
    wait_p80: time('The wait that 80 % of the answered do not exceed'),
    wait_p95: time('The wait that 95 % of the answered do not exceed'),
    abandoned_wait_mean: time('Waits of those who gave up ÷ given up'),
    sojourn_mean: time('From arrival to end ÷ answered'),
    waiting_mean: z.number().nullable().describe('Mean number waiting'),
    served_mean: z.number().nullable().describe('Mean number being served (several at once counted each)'),
  })
  .describe('null: nothing to divide by, or it grows without end (then `stable` is false)')
export type StaffedFigures = z.infer<typeof figuresShape>

export const heldShape = z
  .object({
    target: targetShape,
    reached: z.number().nullable().describe('What the target’s figure comes to with the people of the answer'),
    met: z.boolean(),
    agents: z.int().nullable().describe('How many people this target alone needs; null where no number was found'),
    decides: z.boolean().describe('true: with one person less this target would be missed'),
  })
  .describe('A target held against the figures')
export type HeldTarget = z.infer<typeof heldShape>

export const noteShape = z
  .object({ code: z.string().describe('grows_without_end, no_number_is_enough, nobody_comes …'), en: z.string(), fr: z.string() })
  .describe('What must be known before the figures are read')
export type Note = z.infer<typeof noteShape>

export const requirementShape = z.object({
  model: z
    .string()
    .describe(
      'The queue that was solved, by Kendall’s name: M/M/c/c (Erlang B), M/M/c (Erlang C), M/M/c+M (Erlang A), with /K lines, +G for a curve, PS for several at once',
    ),
  erlangs: z.number().describe('Offered load: arrivals × handling time'),
  agents: z.int().nullable().describe('People seated; null where no number of people is enough'),
  scheduled: z.number().nullable().describe('People scheduled: seated ÷ (1 − shrinkage)'),
  stable: z.boolean().describe('false: more comes than can be served and nobody gives up, so that the queue grows without end'),
  figures: figuresShape,
  targets: z.array(heldShape),
  notes: z.array(noteShape),
})
export type Requirement = z.infer<typeof requirementShape>
