// The forecast others read: staffing, planning, the day. What people adjusted is in the figures, and told apart beside them.
import { z } from 'zod'
import { endpoint, id, instant } from '#base/contract'
import { spreadShape } from './answer.ts'
import { stepInput, streamShape, streamsInput } from './streams.ts'

export const publication = () => id<'publication'>()
export type PublicationId = z.infer<ReturnType<typeof publication>>

const values = () => z.array(z.number().nullable())
export const publishedStreamShape = z.object({
  stream: streamShape,
  from: instant(), // of the first interval; the others follow, interval_min apart
  mean: values(), // contacts expected in the interval, adjustments included; null: not forecast
  p10: values(), // fewer come one time in ten
  p90: values(), // more come one time in ten
  unadjusted: values(), // as the method said
  handling_s: values(), // mean seconds of work a contact, wrap-up included, adjustments included
  patience_s: z.number().nullable(), // mean of an exponential patience; null: nobody gives up, or nobody knows
  spread: spreadShape.nullable(), // how far days and intervals stray from it; what `followDay` of the engine starts from
  adjusted_by: z.array(id<'adjustment'>()), // those that touch this span, oldest first
})
export type PublishedStream = z.infer<typeof publishedStreamShape>
export const publishedShape = z.object({
  interval_min: z.number().int(),
  published_at: instant().nullable(), // the latest; null: nothing is published
  streams: z.array(publishedStreamShape),
})
export type Published = z.infer<typeof publishedShape>

export const publicationShape = z.object({
  id: publication(),
  run: id<'forecast_run'>(),
  published_at: instant(),
  published_by: z.object({ id: id<'person'>(), name: z.string() }).nullable(), // null: by itself, as the settings say
  from: instant(), // it is valid from then on
  to: instant(), // and forecasts until then
  note: z.string(),
})
export type Publication = z.infer<typeof publicationShape>

export const getPublished = endpoint({
  method: 'GET', path: '/api/v1/forecasts/published', permission: 'workforce.read', summary: 'The forecast in force, per queue, channel and interval, adjustments included',
  input: z.object({ from: instant(), to: instant(), streams: streamsInput(), interval_min: stepInput() }), output: publishedShape,
}) // prettier-ignore

// Forecast then, came since: by how long beforehand it was said. WAPE = Σ|came − forecast| ÷ Σ came; bias = Σ(forecast − came) ÷ Σ came.
export const accuracyShape = z.object({
  stream: streamShape,
  interval_min: z.number().int(),
  from: instant(),
  to: instant(),
  leads: z.array(
    z.object({
      days: z.number().int(), // said at least so many days before
      intervals: z.number().int(), // of which both are known
      came: z.number(),
      wape: z.number().nullable(), // null: nobody came
      bias: z.number().nullable(),
      within: z.number().nullable(), // share between p10 and p90 of the intervals in which anybody came or might have
    }),
  ),
})
export type Accuracy = z.infer<typeof accuracyShape>
export const getAccuracy = endpoint({
  method: 'GET', path: '/api/v1/forecasts/accuracy', permission: 'workforce.read', summary: 'What had been forecast against what came, by how many days beforehand it was published',
  input: z.object({ queue: z.string().max(120).default(''), channel: z.string().min(1).max(60), weeks: z.coerce.number().int().min(1).max(13).default(4), interval_min: stepInput() }),
  output: accuracyShape,
}) // prettier-ignore
