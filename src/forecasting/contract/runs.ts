// A forecast that was asked for, by somebody or by the night: how far it is, which methods raced, what came of it, what publishing it would change.
import { z } from 'zod'
import { endpoint, id, instant, pageInput, pageOf } from '#base/contract'
import { effectShape as learntEffectShape, noteShape, raceShape, spreadShape } from './answer.ts'
import { methodIds } from './ask.ts'
import { publication, publicationShape } from './published.ts'
import { moment, streamShape } from './streams.ts'

export const forecastRun = () => id<'forecast_run'>()
export type ForecastRunId = z.infer<ReturnType<typeof forecastRun>>
export const runStates = ['asked', 'reading', 'forecasting', 'done', 'failed', 'cancelled'] as const
export type ForecastState = (typeof runStates)[number]

const person = z.object({ id: id<'person'>(), name: z.string() })
export const forecastRunShape = z.object({
  id: forecastRun(),
  state: z.enum(runStates),
  asked_at: instant(),
  asked_by: person.nullable(), // null: the night, or a program
  began_at: instant().nullable(),
  ended_at: instant().nullable(),
  from: instant(), // what is forecast
  to: instant(),
  weeks: z.number().int(), // of the past that it learns from, at most
  progress: z.number().min(0).max(1),
  streams: z.number().int(), // forecast so far; all, once it is done
  left_out: z.number().int(), // too little is known of them
  failed: z.object({ code: z.string(), fr: z.string(), en: z.string() }).nullable(),
  publications: z.array(publication()),
  may: z.array(z.enum(['cancel', 'publish', 'forget'])),
})
export type ForecastRun = z.infer<typeof forecastRunShape>

const values = () => z.array(z.number().nullable())
// One stream of a forecast: the method chosen, and the race it won (answer.ts).
export const forecastStreamShape = z.object({
  stream: streamShape,
  label: z.string(),
  chosen: z.enum(methodIds).nullable(), // null: left out, `why` says so
  why: z.object({ fr: z.string(), en: z.string() }),
  race: z.array(raceShape), // best first
  tried_on: z.object({ origins: z.number().int(), horizon_days: z.number().int(), intervals: z.number().int() }),
  known: z.object({ from: z.string().nullable(), to: z.string().nullable(), days: z.number().int(), total: z.number() }),
  coverage: z.array(z.object({ quantile: z.number(), below: z.number().nullable() })),
  spread: spreadShape,
  gaps: z.array(z.object({ from: z.string(), to: z.string() })),
  effects: z.array(learntEffectShape),
  notes: z.array(noteShape),
})
export type ForecastStream = z.infer<typeof forecastStreamShape>
export const forecastValuesShape = z.object({
  stream: streamShape,
  interval_min: z.number().int(),
  from: instant(),
  mean: values(),
  p10: values(),
  p50: values(),
  p90: values(),
  handling_s: values(),
  patience_s: z.number().nullable(),
})
export type ForecastValues = z.infer<typeof forecastValuesShape>

// What publishing would change, adjustments included in both.
export const changesShape = z.object({
  run: forecastRun(),
  from: instant(), // it would be valid from then on
  current: publicationShape.nullable(),
  streams: z.array(
    z.object({
      stream: streamShape,
      label: z.string(),
      before: z.number().nullable(), // contacts forecast over what both cover; null: nothing is published
      afterwards: z.number(),
      by_day: z.array(z.object({ day: z.iso.date(), before: z.number().nullable(), afterwards: z.number() })),
    }),
  ),
})
export type Changes = z.infer<typeof changesShape>

const path = '/api/v1/forecasts/runs'
const one = z.object({ id: forecastRun() })
const ofStream = { queue: z.string().max(120).default(''), channel: z.string().min(1).max(60) }
export const MOST_DAYS_AHEAD = 120
export const listForecastRuns = endpoint({
  method: 'GET', path, permission: 'workforce.read', summary: 'Forecasts that were made, the latest first',
  input: z.object({ ...pageInput, cursor: z.uuid().optional() }), output: pageOf(forecastRunShape),
}) // prettier-ignore
export const postForecastRun = endpoint({
  method: 'POST', path, permission: 'workforce.manage', summary: 'Forecast now: every stream, from the next quarter of an hour on',
  input: z.object({ days: z.coerce.number().int().min(1).max(MOST_DAYS_AHEAD).optional(), weeks: z.coerce.number().int().min(2).max(110).optional() }), output: forecastRunShape,
}) // prettier-ignore
export const getForecastRun = endpoint({
  method: 'GET', path: `${path}/:id`, permission: 'workforce.read', summary: 'One forecast and how far it is', input: one, output: forecastRunShape,
}) // prettier-ignore
export const listForecastStreams = endpoint({
  method: 'GET', path: `${path}/:id/streams`, permission: 'workforce.read', summary: 'Per stream: which method was chosen, why, and how the race went',
  input: one, output: z.object({ items: z.array(forecastStreamShape) }),
}) // prettier-ignore
export const getForecastValues = endpoint({
  method: 'GET', path: `${path}/:id/values`, permission: 'workforce.read', summary: 'What a forecast says of one stream, before adjustments',
  input: one.extend(ofStream), output: forecastValuesShape,
}) // prettier-ignore
export const putForecastCancelled = endpoint({
  method: 'PUT', path: `${path}/:id/cancelled`, permission: 'workforce.manage', summary: 'Stop a forecast that is being made', input: one, output: forecastRunShape,
}) // prettier-ignore
export const getForecastChanges = endpoint({
  method: 'GET', path: `${path}/:id/changes`, permission: 'workforce.read', summary: 'What publishing a forecast would change', input: one, output: changesShape,
}) // prettier-ignore
export const postPublication = endpoint({
  method: 'POST', path: `${path}/:id/publications`, permission: 'workforce.manage', summary: 'Publish a forecast: others read it from then on; what was published before is kept',
  input: one.extend({ from: moment().optional(), note: z.string().trim().max(500).default('') }), output: publicationShape,
}) // prettier-ignore
export const listPublications = endpoint({
  method: 'GET', path: '/api/v1/forecasts/publications', permission: 'workforce.read', summary: 'Forecasts that were published, the latest first',
  input: z.object({ ...pageInput, cursor: z.uuid().optional() }), output: pageOf(publicationShape),
}) // prettier-ignore
