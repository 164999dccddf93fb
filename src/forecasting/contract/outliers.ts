// A stretch of the past that is like no other. The machine shows it; a person decides whether the forecast learns from it.
import { z } from 'zod'
import { endpoint, id, instant, pageInput, pageOf, rowVersion } from '#base/contract'
import { streamShape } from './streams.ts'

export const outlier = () => id<'outlier'>()
export type OutlierId = z.infer<ReturnType<typeof outlier>>
export const outlierDecisions = ['keep', 'set_aside', 'replaced'] as const
export type OutlierDecision = (typeof outlierDecisions)[number]

const decisionShape = z.object({
  decision: z.enum(outlierDecisions),
  value: z.number().nullable(), // replaced: so many came in all, says a person
  reason: z.string(),
  by: z.object({ id: id<'person'>(), name: z.string() }).nullable(),
  at: instant(),
  undone_at: instant().nullable(),
})
export const outlierShape = z.object({
  id: outlier(),
  stream: streamShape,
  from: instant(),
  to: instant(),
  arrived: z.number(), // in all
  expected: z.number(),
  score: z.number(), // how far from usual, in robust standard deviations
  found_at: instant(),
  decided: decisionShape.nullable(), // the one in force; null: nobody decided, and the forecast learns from it as it is
  earlier: z.array(decisionShape), // latest first, at most twenty
  version: z.number().int(),
})
export type Outlier = z.infer<typeof outlierShape>

const path = '/api/v1/forecasts/outliers'
export const listOutliers = endpoint({
  method: 'GET', path, permission: 'workforce.read', summary: 'Stretches of the past that are like no other, the latest first',
  input: z.object({ ...pageInput, cursor: z.uuid().optional(), queue: z.string().max(120).optional(), channel: z.string().max(60).optional(), undecided: z.stringbool().default(false) }),
  output: pageOf(outlierShape),
}) // prettier-ignore
export const putOutlierDecision = endpoint({
  method: 'PUT', path: `${path}/:id/decision`, permission: 'workforce.manage', summary: 'Decide on an outlier: learn from it, set it aside, or put another figure in its place',
  input: z.object({
    id: outlier(), version: rowVersion().positive(), decision: z.enum(outlierDecisions), value: z.number().min(0).max(1e7).optional(), reason: z.string().trim().max(500).default(''),
  }),
  output: outlierShape,
}) // prettier-ignore
export const deleteOutlierDecision = endpoint({
  method: 'DELETE', path: `${path}/:id/decision`, permission: 'workforce.manage', summary: 'Take back what was decided on an outlier',
  input: z.object({ id: outlier(), version: rowVersion().positive() }), output: outlierShape,
}) // prettier-ignore
