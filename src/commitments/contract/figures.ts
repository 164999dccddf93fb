// What became of what was promised, as figures: in all, over time, and per person and brand. Each is counted from promises one can list.
import { z } from 'zod'
import { endpoint, id, instant } from '#base/contract'

const n = z.number().int()
export const endsShape = z.object({
  due: n, // fell due within the period and were neither moved before nor withdrawn
  kept: n,
  kept_late: n,
  broken: n, // still owed
  moved: n, // of all that fell due within the period, these were given another moment in time
  withdrawn: n,
  kept_in_time: z.number().nullable(), // kept / due; null when nothing fell due
})
export type Ends = z.infer<typeof endsShape>
const formula = z.object({ id: z.string(), fr: z.string(), en: z.string() })

export const figuresShape = z.object({ from: instant(), until: instant(), ...endsShape.shape, formula })
export type PromiseFigures = z.infer<typeof figuresShape>

const person = id<'person'>()
const period = {
  from: instant(),
  until: instant(),
  owner: z.union([z.literal('me'), person]).optional(),
  team: id<'team'>().optional(),
  brand: z.uuid().optional(),
}
export const getPromiseFigures = endpoint({
  method: 'GET', path: '/api/v1/promise-figures', permission: 'case.read', summary: 'Promises kept in time over a period', input: z.object(period), output: figuresShape,
}) // prettier-ignore

export const steps = ['day', 'week', 'month'] as const
export type Step = (typeof steps)[number]
export const MOST_SHARES = 100 // people or brands in one report, those with most promises first
export const reportShape = z.object({
  figures: figuresShape,
  formulas: z.array(formula), // of each count
  over_time: z.array(endsShape.extend({ from: instant(), until: instant() })), // one after the other, none left out
  by_owner: z.array(endsShape.extend({ id: person, name: z.string() })),
  by_brand: z.array(endsShape.extend({ id: z.string(), name: z.string() })),
})
export type PromiseReport = z.infer<typeof reportShape>
export const getPromiseReport = endpoint({
  method: 'GET', path: '/api/v1/promise-report', permission: 'case.read', summary: 'Promises kept, kept late, broken and moved: in all, over time, per person and per brand',
  input: z.object({ ...period, step: z.enum(steps).default('week'), zone: z.string().max(64).default('Europe/Paris') }), output: reportShape,
}) // prettier-ignore
