// What came: per stream and interval, from the journal and from files. null is a gap (nobody knows), 0 is nobody came.
import { z } from 'zod'
import { endpoint, instant } from '#base/contract'
import { stepInput, streamShape, streamsInput } from './streams.ts'

const counts = () => z.array(z.number().nullable())
export const streamHistoryShape = z.object({
  stream: streamShape,
  from: instant(), // of the first interval; the others follow, interval_min apart
  arrived: counts(), // who asked for something
  answered: counts(), // of those who arrived then, how many were answered, whenever
  gave_up: counts(), // of those who arrived then, how many left before anybody came
  handled_s: counts(), // mean seconds of work for those who arrived then; null: nothing was measured
  waited_s: counts(), // mean seconds until they were answered or left; null: nobody was
})
export type StreamHistory = z.infer<typeof streamHistoryShape>
export const historyShape = z.object({
  interval_min: z.number().int(),
  counted_at: instant().nullable(), // the journal was last counted then; null: never yet
  streams: z.array(streamHistoryShape),
})
export type History = z.infer<typeof historyShape>

export const LONGEST_HISTORY_DAYS = 800
export const MOST_VALUES = 400_000 // intervals times streams of one answer

export const knownStreamShape = z.object({
  stream: streamShape,
  key: z.string(),
  label: z.string(), // of the queue, as the rules call it; empty: no queue takes it, or there are no rules
  first: instant().nullable(), // the first quarter of an hour that is known
  last: instant().nullable(),
  days: z.number().int(), // with something known
  arrived: z.number(), // in the last 28 days
  per_week: z.number(), // on average of the weeks known, at most the last eight
  forecast_until: instant().nullable(), // published; null: nothing is
  undecided_outliers: z.number().int(),
})
export type KnownStream = z.infer<typeof knownStreamShape>
export const overviewShape = z.object({
  streams: z.array(knownStreamShape), // busiest first, at most six hundred
  left_out: z.number().int(), // those beyond: neither shown nor forecast
  zone: z.string(),
  counted_at: instant().nullable(),
  counting: z.number().nullable(), // share of the past that has been counted, while it is; null: all
  days_needed: z.number().int(), // before a forecast is worth anything
  published_at: instant().nullable(),
  holidays: z.array(z.object({ day: z.iso.date(), fr: z.string(), en: z.string() })), // a year back, half a year ahead
  may_manage: z.boolean(),
})
export type Overview = z.infer<typeof overviewShape>

const span = { from: instant(), to: instant() }
export const getOverview = endpoint({
  method: 'GET', path: '/api/v1/forecasts/streams', permission: 'workforce.read', summary: 'What comes by which queue and channel, since when it is known, until when it is forecast',
  input: z.object({}), output: overviewShape,
}) // prettier-ignore
export const getHistory = endpoint({
  method: 'GET', path: '/api/v1/forecasts/history', permission: 'workforce.read', summary: 'What came, per queue, channel and interval',
  input: z.object({ ...span, streams: streamsInput(), interval_min: stepInput() }), output: historyShape,
}) // prettier-ignore
export const closedHoursShape = z.object({ closed: z.array(z.object(span)) })
export type ClosedHours = z.infer<typeof closedHoursShape>
export const getClosedHours = endpoint({
  method: 'GET', path: '/api/v1/forecasts/closed', permission: 'workforce.read', summary: 'When nobody can come to a queue by a channel: outside its hours, and nothing is forecast then',
  input: z.object({ ...span, queue: z.string().max(120).default(''), channel: z.string().min(1).max(60) }), output: closedHoursShape,
}) // prettier-ignore
export const putRecount = endpoint({
  method: 'PUT', path: '/api/v1/forecasts/recount', permission: 'workforce.manage', summary: 'Count the past again from the journal; what is shown stays until it has been counted',
  input: z.object({}), output: overviewShape,
}) // prettier-ignore
