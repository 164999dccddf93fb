// How many people are needed: per group and interval, with what is reached by so many and by one more or fewer.
import { z } from 'zod'
import { endpoint, id, instant, nothing, type Id } from '#base/contract'
import { groupShape, MOST_GROUPS } from './groups.ts'
import { effectiveAimShape } from './targets.ts'

export const MOST_SPAN_DAYS = 35
export type ReckoningId = Id<'reckoning'>

// The figures that so many people reach, of those who wait (calls, chats, visits). null: nobody comes, or there is nothing to divide by.
export const reachedShape = z.object({
  service_level: z.number().nullable(), // share answered in time, by the seconds and the formula of the stream's own target; of several streams, of all their contacts
  wait_mean: z.number().nullable(), // seconds, of those answered; null also where it grows without end
  abandoned: z.number().nullable(), // share of those who come
  blocked: z.number().nullable(), // share of those who come that finds no room
  occupancy: z.number().nullable(), // share of people's time that is busy with those who wait
  decisive: z.number().nullable(), // the figure of the target that decides, of its own stream
})
export type Reached = z.infer<typeof reachedShape>

// formula: exact, one kind of work. simulation: the routing engine itself, played. bounds: until it has been simulated, the careful side of two formulas.
export const howNames = ['formula', 'simulation', 'bounds'] as const
export type How = (typeof howNames)[number]

// Why it is so many. Named target: its formula, and of which stream. fewest: the least number somebody set. deferred: work that can wait, by its due date.
// closed: nobody comes and nobody need be there.
export const decidedByShape = z.object({
  stream: z.string().nullable(), // `queue|channel`; null: of the group as a whole
  formula: z.string(), // an id of the target's formulas, or 'fewest' | 'deferred' | 'occupancy' | 'closed'
})
export type DecidedBy = z.infer<typeof decidedByShape>

// What comes of one stream, in the intervals of its group. Values per interval.
export const streamLoadShape = z.object({
  stream: z.string(), // `queue|channel`
  queue: z.string(),
  channel: z.string(),
  aim: effectiveAimShape, // what serves for it
  mean: z.array(z.number()), // contacts in the interval
  p10: z.array(z.number()),
  p90: z.array(z.number()),
  handling_s: z.array(z.number()),
  patience_s: z.number().nullable(), // mean of an exponential patience; null: never gives up, or not known
})
export type StreamLoad = z.infer<typeof streamLoadShape>

const numbers = () => z.array(z.number())
// Values per interval. null: nobody would be left, or it is not known before it has been simulated.
export const figuresAtShape = z.object({
  reached: z.array(reachedShape.nullable()), // by `need`
  one_less: z.array(reachedShape.nullable()),
  one_more: z.array(reachedShape.nullable()),
  at_p90: z.array(reachedShape.nullable()), // by `need`, if so many came as come one time in ten
})
export type FiguresAt = z.infer<typeof figuresAtShape>

export const groupNeedShape = groupShape.extend({
  from: instant(), // of the first interval; the others follow, interval_min apart
  how: z.enum(howNames),
  reckoned_at: instant().nullable(), // when what is simulated was; null: as it is asked
  stale: z.boolean(), // what it rests on has changed since; it is being reckoned again
  open: z.array(z.boolean()), // one of its queues is
  need: numbers(), // people at work, seated. Whole numbers; 0 when closed
  by_kind: z.array(z.array(z.number().int())).nullable(), // of `need_instant`, how many of each of `kinds`; null where nothing was simulated
  need_instant: numbers(), // of those, what those who wait take by themselves
  need_p90: numbers(), // if so many came as come one time in ten
  to_plan: numbers(), // need ÷ (1 − what no plan shows: illness, lateness): shifts, without breaks and meetings, should cover this. Two decimals
  scheduled: numbers(), // need ÷ (1 − all shrinkage): people paid for it. Two decimals
  shrinkage: z.number(), // all of it
  shrinkage_unplanned: z.number(),
  busy: numbers(), // Erlangs: people kept busy on average by those who wait
  decided_by: z.array(z.int()), // place in `reasons`
  reasons: z.array(decidedByShape),
  figures: figuresAtShape.nullable(), // null: not asked for, and not simulated either
  late_work: numbers(), // seconds of deferred work that would be done after it is due, because nobody may be there before; 0 as a rule
  loads: z.array(streamLoadShape),
})
export type GroupNeed = z.infer<typeof groupNeedShape>

export const reckoningShape = z.object({
  id: id<'reckoning'>(),
  asked_at: instant(),
  began_at: instant().nullable(),
  progress: z.number(), // 0…1
  ended_at: instant().nullable(),
  failed: z.object({ code: z.string(), fr: z.string(), en: z.string() }).nullable(),
})
export type Reckoning = z.infer<typeof reckoningShape>

export const requirementsShape = z.object({
  interval_min: z.number().int(),
  zone: z.string(), // of the house: how its days are drawn
  from: instant(),
  to: instant(),
  forecast_at: instant().nullable(), // when the forecast in force was published; null: none is
  targets: z.number().int(), // number of the targets' version; 0: nobody has set any, the rules' own aims serve
  rules: z.number().int().nullable(), // number of the rulebook in force
  reckoning: reckoningShape.nullable(), // under way, or the last that ended
  groups: z.array(groupNeedShape).max(MOST_GROUPS),
})
export type Requirements = z.infer<typeof requirementsShape>

const queueKeys = z
  .union([
    z.array(z.string().max(120)),
    z
      .string()
      .max(12_000)
      .transform((text) => text.split(',')),
  ])
  .optional()

export const getRequirements = endpoint({
  method: 'GET', path: '/api/v1/staffing/requirements', permission: 'workforce.read',
  summary: 'How many people are needed, per group of queues served by the same people and per interval, and what one more or fewer would change',
  input: z.object({ from: instant(), to: instant(), queues: queueKeys.describe('Keys of queues, parted by commas; without: all'), figures: z.stringbool().default(false).describe('true: with what is reached by so many, by one fewer, by one more, and on a day that only one in ten exceeds') }), output: requirementsShape,
}) // prettier-ignore
export const getGroups = endpoint({
  method: 'GET', path: '/api/v1/staffing/groups', permission: 'workforce.read', summary: 'Which queues are served by the same people',
  input: nothing, output: z.object({ groups: z.array(groupShape) }),
}) // prettier-ignore
export const putReckoned = endpoint({
  method: 'PUT', path: '/api/v1/staffing/reckoning', permission: 'workforce.manage', summary: 'Simulate again what needs simulating',
  input: nothing, output: reckoningShape,
}) // prettier-ignore
