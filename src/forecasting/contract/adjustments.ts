// What a person knows better than the forecast. Kept apart from it, applied in order on whatever is published, never overwritten by a newer forecast.
import { z } from 'zod'
import { endpoint, id, instant, pageInput, pageOf } from '#base/contract'
import { moment, streamShape } from './streams.ts'

export const adjustment = () => id<'adjustment'>()
export type AdjustmentId = z.infer<ReturnType<typeof adjustment>>
export const adjustables = ['arrivals', 'handling', 'patience'] as const
export type Adjustable = (typeof adjustables)[number]
export const adjustmentHows = ['add', 'times', 'set'] as const
export type AdjustmentHow = (typeof adjustmentHows)[number]

// Of arrivals, add and set are contacts over the whole range, spread as the forecast spreads them; of handling and patience, seconds of every interval.
// times is a factor: 1.2 is twenty per cent more.
const fields = {
  stream: streamShape,
  from: moment(),
  to: moment(),
  of: z.enum(adjustables),
  how: z.enum(adjustmentHows),
  amount: z.number().min(-1e6).max(1e6),
  reason: z.string().trim().min(1).max(500),
}
export const adjustmentShape = z.object({
  id: adjustment(),
  ...fields,
  by: z.object({ id: id<'person'>(), name: z.string() }).nullable(),
  at: instant(),
  undone: z.object({ at: instant(), by: z.object({ id: id<'person'>(), name: z.string() }).nullable() }).nullable(),
})
export type Adjustment = z.infer<typeof adjustmentShape>
export const newAdjustmentShape = z.object({ ...fields, of: fields.of.default('arrivals') })
export type NewAdjustment = z.infer<typeof newAdjustmentShape>

const path = '/api/v1/forecasts/adjustments'
export const listAdjustments = endpoint({
  method: 'GET', path, permission: 'workforce.read', summary: 'Adjustments that touch a span, the latest first; also those undone',
  input: z.object({
    ...pageInput, cursor: z.uuid().optional(), from: moment().optional(), to: moment().optional(), queue: z.string().max(120).optional(), channel: z.string().max(60).optional(),
  }),
  output: pageOf(adjustmentShape),
}) // prettier-ignore
export const postAdjustment = endpoint({
  method: 'POST', path, permission: 'workforce.manage', summary: 'Adjust a forecast over a range, with the reason', input: newAdjustmentShape, output: adjustmentShape,
}) // prettier-ignore
export const deleteAdjustment = endpoint({
  method: 'DELETE', path: `${path}/:id`, permission: 'workforce.manage', summary: 'Undo an adjustment; it stays in the trace', input: z.object({ id: adjustment() }), output: adjustmentShape,
}) // prettier-ignore
