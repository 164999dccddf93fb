// The optimiser at work on a plan: asked, followed, stopped; what it came to and why. Part of the contract.
import { z } from 'zod'
import { endpoint, id, instant, pageInput, pageOf } from '#base/contract'
import { movedShape } from './moves.ts'
import { answerShape, mendShape, whyShape } from './schedule-answer.ts'
import { day, named, person, plan } from './names.ts'

// asked: waits for its turn. gathering: need, people and wishes are read. solving: the optimiser works. The others are ends.
export const planRunStates = ['asked', 'gathering', 'solving', 'done', 'failed', 'cancelled'] as const
export type PlanRunState = (typeof planRunStates)[number]

export const planRunAskShape = z.object({
  from: day().optional(), // the whole plan
  days: z.coerce.number().int().min(1).max(28).optional(),
  people: z.array(person()).max(500).default([]), // none: all of the plan
  keep: z.enum(['locked', 'all']).default('locked'), // all: what stands stays, only what is missing is added
  seconds: z.coerce.number().int().min(1).max(600).default(60), // then the best found so far is taken
  gap: z.coerce.number().min(0).max(0.5).default(0.01), // proven to be within this share of the best: enough
})
export type PlanRunAsk = z.infer<typeof planRunAskShape>

/** So often a run is begun again after its server was torn away from it; then what it has found is taken, if anything. */
export const MOST_TIMES_TORN = 3

const nthShape = z.string().regex(/^\d{1,3}\.\d{1,3}$/)
const said = { fr: z.string(), en: z.string() }
// What the optimiser answered, as it was applied; the shifts themselves are in the plan.
export const planAnswerShape = answerShape
  .pick({ status: true, seconds: true, objective: true, parts: true, unavoidable: true, bound: true, gap: true, shortage: true, breaks: true, why: true, sessions: true })
  .extend({
    strict_gap: z.number().optional(), // runs of before 23 November 2026 have none, and their gap is the strict one
    shifts: z.number().int(),
    // What a mend changes is kept by the server: whoever presses it names the run and its place.
    why: z.array(whyShape.extend({ mends: z.array(mendShape.omit({ changes: true }).extend({ press: z.object({ run: z.uuid(), nth: nthShape }).optional() })).max(10) })),
  }) // prettier-ignore
export type PlanAnswer = z.infer<typeof planAnswerShape>

export const planRunShape = z.object({
  id: id<'plan_run'>(),
  plan: plan(),
  state: z.enum(planRunStates),
  asked: planRunAskShape,
  asked_by: named.nullable(),
  asked_at: instant(),
  began_at: instant().nullable(),
  ended_at: instant().nullable(),
  progress: z.number().min(0).max(1),
  best: z
    .object({ objective: z.number(), bound: z.number().nullable(), gap: z.number().nullable(), at_s: z.number() })
    .nullable(), // so far
  answer: planAnswerShape.nullable(),
  failed: z.object({ code: z.string(), ...said }).nullable(),
  may: z.array(z.enum(['cancel', 'take_best'])),
  torn: z.number().int(), // so often its server stopped without a word while it planned
  resumes_at: instant().nullable(), // its server has fallen silent: about then another goes on with it, by itself
})
export type PlanRun = z.infer<typeof planRunShape>

const one = z.object({ id: id<'plan_run'>() })
export const postPlanRun = endpoint({
  method: 'POST', path: '/api/v1/plans/:id/runs', permission: 'workforce.manage',
  summary: 'Let the optimiser plan: what is locked stays; its shifts become one move, which can be taken back', input: planRunAskShape.extend({ id: plan() }), output: planRunShape,
}) // prettier-ignore
export const listPlanRuns = endpoint({
  method: 'GET', path: '/api/v1/plans/:id/runs', permission: 'workforce.read', summary: 'What the optimiser did in a plan, the latest first',
  input: z.object({ id: plan(), ...pageInput, cursor: z.uuid().optional() }), output: pageOf(planRunShape),
}) // prettier-ignore
export const getPlanRun = endpoint({
  method: 'GET', path: '/api/v1/plan-runs/:id', permission: 'workforce.read', summary: 'One run: how far it is, or what it came to and why', input: one, output: planRunShape,
}) // prettier-ignore
export const putPlanRunEnd = endpoint({
  method: 'PUT', path: '/api/v1/plan-runs/:id/end', permission: 'workforce.manage', summary: 'Stop a run: with nothing, or with the best it has found so far',
  input: one.extend({ take_best: z.boolean().default(false) }), output: planRunShape,
}) // prettier-ignore
export const putMend = endpoint({
  method: 'PUT', path: '/api/v1/plan-runs/:id/mends/:nth', permission: 'workforce.manage',
  summary: 'Do what the optimiser says would help: one move, held against the law, which can be taken back', input: one.extend({ nth: nthShape }), output: movedShape,
}) // prettier-ignore
export const runEndpoints = [postPlanRun, listPlanRuns, getPlanRun, putPlanRunEnd, putMend]
