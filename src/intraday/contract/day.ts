// The day's board: what was forecast, what has come, what is to come; who is needed, planned and here; what level is reached by tonight. Part of the contract.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal } from '#base/contract'
import { groupKey, guessShape, MOST_INTERVALS, span } from './names.ts'

// The target of a group, in words: answered within so many seconds, for how many of a hundred, by which formula.
export const targetShape = z.object({ share: z.number(), within_s: z.number(), formula: z.string() })
export type DayTarget = z.infer<typeof targetShape>

export const groupNowShape = z.object({
  group: groupKey(),
  label: z.string(),
  queues: z.array(z.object({ key: z.string(), label: z.string() })),
  deferred: z.boolean(), // all of it can wait: it has due dates and no level by the minute
  target: targetShape.nullable(),
  so_far: z.object({ level: z.number().nullable(), kept: z.number().int(), of: z.number().int() }), // today, from the floor's own count
  tonight: guessShape.nullable(), // level of the whole day, expected at its end
  waiting: z.number().int(), // where somebody waits at the other end
  waiting_later: z.number().int(), // besides: what can wait, letters and tasks
  need_now: z.number().nullable(),
  planned_now: z.number().nullable(), // at work by the plan
  here_now: z.number().int(), // who can take this work, and takes what comes now
  alert: z.uuid().nullable(), // open now
})
export type GroupNow = z.infer<typeof groupNowShape>

const line = () => z.array(z.number().nullable()).max(MOST_INTERVALS)
// Interval by interval, all of one length, beginning at `from` of the board.
export const linesShape = z.object({
  group: groupKey(),
  forecast: line(), // null: none was in force for the interval
  forecast_p10: line(),
  forecast_p90: line(),
  arrived: line(), // null: not yet
  again: z.object({ mean: line(), p10: line(), p90: line() }), // what is still to come, forecast again from what has come; null in the past
  factor: guessShape.nullable(), // how many times as many as forecast come today. null: nothing has been learnt yet
  need: line(), // past: as it was reckoned; to come: by what is expected now. null: nothing was forecast
  planned: line(), // at work by the plan, absences taken off
  here: line(), // past: who took what came; to come: plan less who is late or gone
  level: line(), // past: reached by who came then; to come: expected
  chance_below: line(), // to come: chance that the level falls below its target
  occupancy: line(), // to come: share of people's time that is busy
})
export type Lines = z.infer<typeof linesShape>

// no_plan: everything but people planned is known; not_yours: there is a day, of queues whose work one may not read.
export const boardStates = ['ready', 'no_rules', 'no_forecast', 'no_plan', 'not_yours'] as const
export const dayBoardShape = z.object({
  at: instant(),
  zone: z.string(),
  day: z.iso.date(),
  from: instant(), // first interval shown
  interval_min: z.number().int(),
  state: z.enum(boardStates),
  groups: z.array(groupNowShape).max(100),
  lines: linesShape.nullable(), // of the group that was asked for, else of the one in most trouble
  forecast_at: instant().nullable(),
  looked_at: instant().nullable(), // when the day was last looked at for alerts
  alerts: z.object({ opens_at: z.number(), closes_at: z.number() }), // chances at which one opens and closes (settings of the day)
  may: z.object({ apply: z.boolean(), grant: z.boolean(), set: z.boolean() }),
})
export type DayBoard = z.infer<typeof dayBoardShape>

// ── alerts ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const alertEndings = ['recovered', 'passed', 'over', 'unfollowed'] as const
export const alertShape = z.object({
  id: id<'day_alert'>(),
  group: groupKey(),
  label: z.string(),
  opened_at: instant(),
  falls_at: instant(), // beginning of the stretch that was expected below its target
  recovers_at: instant().nullable(), // its end; null: not before tonight
  level: z.number(), // expected in it at the worst, when it opened
  chance: z.number(), // of falling below, then
  target: targetShape,
  missing: z.number(), // people, in the worst interval
  latest: z.object({ falls_at: instant().nullable(), level: z.number().nullable(), chance: z.number() }), // as of the last look
  closed_at: instant().nullable(),
  closed_as: z.enum(alertEndings).nullable(), // recovered: before it fell, or after. passed: the stretch is behind us. over: the day is. unfollowed: nothing is forecast any more
})
export type DayAlert = z.infer<typeof alertShape>

// ── climate ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
// Counts, never names: a team of fewer than five is counted with the others.
export const FEWEST_TOLD_APART = 5
export const climateRowShape = z.object({
  team: z.uuid().nullable(), // null: everybody, or the small teams together
  name: z.string(),
  people: z.number().int(), // who worked today
  long_streaks: z.number().int(), // people who work without a rest for longer than is good
  longest_streak_min: z.number().int(),
  occupancy: z.number().nullable(), // of the last hour: serving ÷ (serving + ready). null: nobody was ready or serving
  over_ceiling: z.boolean(),
  overtime_min: z.number(), // worked outside the shifts today
  rests_moved: z.number().int(), // breaks and lunches moved or cancelled today
})
export type ClimateRow = z.infer<typeof climateRowShape>
export const climateShape = z.object({
  at: instant(),
  streak_min: z.number().int(),
  occupancy_most: z.number(),
  all: climateRowShape,
  teams: z.array(climateRowShape).max(200),
})
export type Climate = z.infer<typeof climateShape>

const path = '/api/v1/intraday'
export const getDayBoard = endpoint({
  method: 'GET', path: `${path}/board`, permission: 'workforce.read',
  summary: 'Today: forecast, what came and what is to come; people needed, planned and here; the level so far and expected tonight, per group of queues',
  input: z.object({ group: groupKey().optional() }), output: dayBoardShape,
}) // prettier-ignore
export const listAlerts = endpoint({
  method: 'GET', path: `${path}/alerts`, permission: 'workforce.read', summary: 'Stretches expected to fall below their target, the latest first',
  input: z.object({ ...pageInput, open: z.stringbool().optional() }), output: pageOf(alertShape),
}) // prettier-ignore
export const getClimate = endpoint({
  method: 'GET', path: `${path}/climate`, permission: 'workforce.read', summary: 'How people fare today: time without a rest, load, overtime, breaks moved. Counts, no names', input: nothing, output: climateShape,
}) // prettier-ignore

export const dayLooked = event('intraday.looked', z.object({ at: instant(), groups: z.number().int() }))
export const alertOpened = event(
  'intraday.alert_opened',
  z.object({ alert: z.uuid(), group: groupKey(), label: z.string(), falls_at: instant(), level: z.number(), chance: z.number() }),
)
export const alertClosed = event(
  'intraday.alert_closed',
  z.object({ alert: z.uuid(), group: groupKey(), as: z.enum(alertEndings) }),
)

export const dayGroupUnknown = refusal('intraday.group_unknown', 404, {
  fr: 'Ce groupe de files n’existe pas aujourd’hui. Revenez à la journée et choisissez-en un autre.',
  en: 'There is no such group of queues today. Go back to the day and choose another.',
})
export { span as daySpan }
