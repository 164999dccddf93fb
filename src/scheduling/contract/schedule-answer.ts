// What the optimiser answers: the shifts, how they cover the needs, how near the best they are, and why it does not fit.
import { z } from 'zod'
import { localDay, moment } from './moments.ts'
import { shiftShape, troubleShape } from './plan-shapes.ts'

export const coverageShape = z
  .strictObject({
    name: z.string().describe('The need'),
    from: moment().describe('Beginning of the first interval'),
    interval_min: z.int().describe('Length of an interval, in minutes'),
    need: z.array(z.number()).describe('People needed'),
    planned: z.array(z.number()).describe('People at work for it; who can do several things is counted where they are needed'),
    short: z.array(z.number()).describe('People missing'),
    over: z.array(z.number()).describe('People more than needed, as far as they have nothing else to do'),
  })
  .meta({ id: 'coverage' })
export type Coverage = z.infer<typeof coverageShape>

export const partCodes = ['short', 'over', 'overtime', 'less', 'wish', 'fairness', 'change'] as const
export type PartCode = (typeof partCodes)[number]
const partShape = z
  .strictObject({
    code: z.enum(partCodes).describe('What it counts'),
    amount: z.number().describe('How much of it: hours, or times'),
    cost: z.number().describe('What that costs, in the weights of the ask'),
  })
  .meta({ id: 'part_of_the_objective' })

export const mendCodes = [
  'move_breaks', // lunches or breaks of people at work move
  'move_shifts', // shifts begin earlier or later by up to an hour
  'swap_days', // a day off moves
  'overtime', // somebody stays longer or comes sooner, within the law
  'extra_day', // somebody part-time, or with overtime left, comes in
  'other_site', // somebody of another site
  'teach', // somebody without the skill
  'move_session', // a meeting or training moves
  'less_work', // nothing helps but fewer to serve
] as const
export const mendShape = z
  .strictObject({
    code: z.enum(mendCodes).describe('What could be done'),
    people: z.array(z.string()).max(20).describe('By whom, where it is somebody'),
    times: z.int().describe('How many of them: lunches moved, hours of overtime, people'),
    gain_h: z.number().describe('Hours of missing people it takes away, in the whole plan'),
    cost: z.number().describe('What it costs, in the weights of the ask'),
    changes: z
      .array(
        z
          .strictObject({
            person: z.string().describe('Whose day'),
            day: localDay(),
            shift: shiftShape.nullable().describe('Their shift of that day afterwards; null: they are off'),
          })
          .meta({ id: 'change_of_a_mend' }),
      )
      .max(500)
      .optional()
      .describe('What it changes, day by day; without it somebody must find out how'),
    fr: z.string(),
    en: z.string(),
  })
  .meta({ id: 'mend' })
export type Mend = z.infer<typeof mendShape>

export const whyShape = z
  .strictObject({
    code: z
      .enum(['contracts_exhausted', 'too_few_at_this_time', 'rest_between_days', 'too_few_with_the_skill', 'pauses'])
      .describe('Why nobody is there'),
    need: z.string().describe('Which need'),
    day: localDay().describe('The local day'),
    from: moment().describe('From when'),
    to: moment().describe('Until when'),
    needed: z.number().describe('Most people needed in it'),
    allowed: z.number().describe('Fewest people in it in this plan; not proven to be the most there could be'),
    planned: z.number().describe('Fewest people planned in it'),
    missing_h: z.number().describe('Hours of people missing in it'),
    mends: z.array(mendShape).max(10).describe('What would help, the cheapest first; each was tried on the plan'),
    fr: z.string(),
    en: z.string(),
  })
  .meta({ id: 'why' })
export type Why = z.infer<typeof whyShape>

export const judgedShape = z
  .strictObject({
    kept: z
      .enum(['judged', 'first'])
      .describe(
        'judged: breaks as the level asks; first: as coverage alone had placed them, since the simulation found no better',
      ),
    moved: z.int().describe('Breaks, lunches and sittings that lie elsewhere for it'),
    replications: z.int().describe('How often the plan was played, both ways with the same contacts'),
    days: z.int().describe('Days that were played, from the first'),
    needs: z.array(
      z
        .strictObject({
          name: z.string(),
          channel: z.string().optional().describe('Of what is served there, where several kinds are'),
          within_s: z.number(),
          before: z.number().nullable().describe('Share answered in time with the breaks as coverage alone had placed them'),
          after: z.number().nullable().describe('Share answered in time with the breaks of this plan'),
        })
        .meta({ id: 'level_of_a_need' }),
    ),
  })
  .meta({ id: 'breaks_judged' })
export type Judged = z.infer<typeof judgedShape>

export const answerShape = z.strictObject({
  name: z.string(),
  status: z
    .enum(['proven', 'at_the_limit', 'cancelled'])
    .describe('proven: within the gap asked for; else the best found until then'),
  seconds: z.number().describe('How long it took'),
  people: z.int(),
  shifts: z.array(shiftShape),
  coverage: z.array(coverageShape),
  objective: z.number().describe('What the plan costs: the sum of its parts'),
  parts: z.array(partShape).describe('What it is made of'),
  unavoidable: z.number().describe('Of it what hours of contracts beyond all needs bring to any plan'),
  bound: z.number().describe('No plan at all costs less (a proven lower bound of "objective")'),
  gap: z.number().describe('(objective − bound) ÷ objective: at most so far from the best'),
  strict_gap: z
    .number()
    .describe(
      'The same of what can be changed, "unavoidable" taken away from both: where little is wrong a trifle is a large share of it',
    ),
  shortage: z
    .strictObject({
      hours: z.number().describe('Hours of people missing'),
      least_hours: z.number().describe('No plan misses fewer (a proven lower bound)'),
      intervals: z.int().describe('Intervals in which somebody is missing'),
      changes_tried: z
        .int()
        .describe('Legal changes by one person (any other week) and moves of pauses that were tried for these'),
      coverable: z
        .int()
        .describe('Intervals that such a change would have covered without opening another; 0 unless it was stopped'),
    })
    .describe('Who is missing, and the proof that it could not be helped'),
  breaks: judgedShape.optional().describe('Breaks judged by simulation, where the ask says who comes'),
  why: z.array(whyShape),
  troubles: z
    .array(troubleShape)
    .describe('Fixed shifts that are against the law or the contract; they were planned as they are'),
  sessions: z.array(
    z
      .strictObject({
        name: z.string(),
        person: z.string(),
        placed: z.boolean(),
        starts_at: moment().nullable(),
        why: z.strictObject({ fr: z.string(), en: z.string() }).optional().describe('Why there is no place for it'),
      })
      .meta({ id: 'session_placed' }),
  ),
})
export type Answer = z.infer<typeof answerShape>

/** How far it is, told a few times a second. */
export type Progress = {
  phase: 'reading' | 'bound' | 'tours' | 'names' | 'breaks' | 'why' | 'done'
  seconds: number
  incumbent: number | null
  bound: number | null
  gap: number | null
}
