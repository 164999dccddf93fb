// A trial: a version of the rulebook serves a share of the traffic, watched by a guard that takes it back. Part of the contract.
import { z } from 'zod'
import { endpoint, event, id, instant, pageInput, pageOf, refusal, type Id } from '#base/contract'
import { formulaIds } from '../rules/service-level.ts'

export type TrialId = Id<'trial'>
export const arms = ['current', 'candidate'] as const
export type Arm = (typeof arms)[number]

const shareOfTraffic = () => z.number().min(0.01).max(0.99) // of the contacts; in steps of a thousandth
export const guardShape = z
  .object({
    formula: z.enum(formulaIds).default('service_level.offered.1'),
    least: z.number().min(0).max(1).nullable().default(null), // the service level may not fall below this
    below_others: z.number().min(0).max(1).nullable().default(0.05), // nor this much below the rules of today
    window_minutes: z.number().int().min(5).max(10_080).default(60), // of contacts that arrived so lately
    fewest: z.number().int().min(10).max(100_000).default(50), // contacts counted, below which nothing is judged
  })
  .refine(({ least, below_others }) => least !== null || below_others !== null, {
    message: 'a guard needs a least value, or how far below the others is too far',
    path: ['least'],
  })
export type GuardOfTrial = z.output<typeof guardShape>

// After it has held for so long at one share, the next: a plan is optional, and by hand is always possible.
export const stepShape = z.object({ share: shareOfTraffic(), after_minutes: z.number().int().min(5).max(43_200) })
export const planShape = z.object({
  steps: z.array(stepShape).max(10).default([]),
  at_end: z.enum(['wait', 'publish']).default('wait'), // when the last share has held for `publish_after_minutes`
  publish_after_minutes: z.number().int().min(5).max(43_200).default(1_440),
})
export type PlanOfTrial = z.output<typeof planShape>

const shareFigure = z
  .object({ kept: z.number(), of: z.number(), share: z.number(), low: z.number(), high: z.number() })
  .nullable()
const figures = {
  candidate: shareFigure,
  current: shareFigure,
  difference: z.object({ by: z.number(), low: z.number(), high: z.number() }).nullable(),
}
export const endings = ['rolled_back', 'stopped', 'published'] as const // by the guard; by a person; for everybody

export const trialShape = z.object({
  id: id<'trial'>(),
  tried: z.object({ id: z.string(), number: z.number().int(), title: z.string() }), // the version on trial
  usual: z.object({ id: z.string(), number: z.number().int(), title: z.string() }), // the one everybody else is served by
  share: z.number(),
  guard: guardShape,
  plan: planShape,
  step: z.number().int(), // how many of the plan's steps were taken
  because: z.string(),
  started_at: instant(),
  started_by: z.object({ id: z.string(), name: z.string() }),
  share_since: instant(),
  next_step_at: instant().nullable(), // when the plan widens or publishes, if it holds until then
  looked_at: instant().nullable(),
  ended_at: instant().nullable(),
  ended_by: z.object({ id: z.string(), name: z.string() }).nullable(),
  ending: z.enum(endings).nullable(),
  ending_because: z.string().nullable(),
  verdict: z.enum(['too_few', 'holds', 'falls']), // of the window that ends now, or at the end
  ...figures, // likewise
  version: z.number().int(),
})
export type Trial = z.infer<typeof trialShape>

const armFigures = z.object({
  arm: z.enum(arms),
  arrived: z.number().int(),
  taken: z.number().int(),
  gone: z.number().int(),
  waiting: z.number().int(),
  service_level: shareFigure,
  abandoned: shareFigure,
  wait_p50_s: z.number().nullable(), // until taken
  wait_p90_s: z.number().nullable(),
  handling_mean_s: z.number().nullable(),
})
export const trialFiguresShape = z.object({
  trial: trialShape,
  since: instant(), // of what the arms below were counted: the whole trial
  until: instant(),
  arms: z.array(armFigures),
  spans: z.array(z.object({ at: instant(), ...figures })), // along the trial, at most 60 of equal length
  shares: z.array(z.object({ at: instant(), share: z.number(), by: z.string(), how: z.enum(['began', 'by_hand', 'by_plan']) })),
  formula: z.object({ id: z.string(), fr: z.string(), en: z.string() }),
})
export type TrialFigures = z.infer<typeof trialFiguresShape>

export const countedShape = z.object({
  item: z.string(),
  case: z.object({ id: id<'case'>(), number: z.number().int(), subject: z.string() }).nullable(),
  channel: z.string(),
  queue: z.object({ id: z.string(), name: z.string() }),
  arrived_at: instant(),
  taken_at: instant().nullable(),
  left_at: instant().nullable(),
  outcome: z.enum(['in_time', 'late', 'gone_early', 'gone_late', 'overdue']),
  wait_s: z.number(),
})
export type Counted = z.infer<typeof countedShape>

const manage = 'routing.manage'
const one = { id: id<'trial'>(), version: z.coerce.number().int().positive() }
const made = z.object({ id: id<'trial'>(), version: z.number().int() })

export const getTrial = endpoint({
  method: 'GET', path: '/api/v1/routing/trial', permission: 'routing.read', summary: 'The trial under way, or nothing',
  input: z.object({}), output: z.object({ routed: z.boolean(), trial: trialShape.nullable() }), // routed: rules are in force
}) // prettier-ignore
export const listTrials = endpoint({
  method: 'GET', path: '/api/v1/routing/trials', permission: 'routing.read', summary: 'Trials, the newest first',
  input: z.object({ ...pageInput, cursor: z.uuid().optional() }), output: pageOf(trialShape),
}) // prettier-ignore
export const getTrialFigures = endpoint({
  method: 'GET', path: '/api/v1/routing/trials/:id', permission: 'routing.read', summary: 'A trial with both sides beside each other',
  input: z.object({ id: id<'trial'>() }), output: trialFiguresShape,
}) // prettier-ignore
export const listTrialContacts = endpoint({
  method: 'GET', path: '/api/v1/routing/trials/:id/contacts', permission: 'routing.read', summary: 'The contacts a trial’s figures were counted from',
  input: z.object({ ...pageInput, cursor: z.uuid().optional(), id: id<'trial'>(), arm: z.enum(arms), outcome: countedShape.shape.outcome.optional() }),
  output: pageOf(countedShape),
}) // prettier-ignore
export const beginTrial = endpoint({
  method: 'POST', path: '/api/v1/routing/trials', permission: manage, summary: 'Try a version of the rules on a share of the traffic',
  input: z.object({
    rulebook: id<'rulebook_version'>(), // the version to be tried
    share: shareOfTraffic(),
    guard: guardShape,
    plan: planShape.default({ steps: [], at_end: 'wait', publish_after_minutes: 1_440 }),
    because: z.string().trim().max(500).default(''),
  }),
  output: made,
}) // prettier-ignore
export const putTrialShare = endpoint({
  method: 'PUT', path: '/api/v1/routing/trials/:id/share', permission: manage, summary: 'Widen or narrow a trial',
  input: z.object({ ...one, share: shareOfTraffic() }), output: made,
}) // prettier-ignore
export const publishTrial = endpoint({
  method: 'PUT', path: '/api/v1/routing/trials/:id/publication', permission: manage, summary: 'What was tried becomes the rules for everybody',
  input: z.object(one), output: made,
}) // prettier-ignore
export const stopTrial = endpoint({
  method: 'DELETE', path: '/api/v1/routing/trials/:id', permission: manage, summary: 'Go back to the rules of everybody else',
  input: z.object({ ...one, because: z.string().trim().max(500).default('') }), output: made,
}) // prettier-ignore

// ── events ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
const about = { trial: id<'trial'>(), rulebook: z.string() }
export const trialBegan = event('routing.trial_began', z.object({ ...about, share: z.number() }))
export const trialWidened = event(
  'routing.trial_widened',
  z.object({ ...about, share: z.number(), how: z.enum(['by_hand', 'by_plan']) }),
)
export const trialRolledBack = event(
  'routing.trial_rolled_back',
  z.object({
    ...about,
    because: z.enum(['least', 'below_others', 'stopped']),
    candidate: z.number().nullable(),
    current: z.number().nullable(),
  }),
)
export const trialPublished = event('routing.trial_published', z.object(about))

// ── refusals ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const trialUnderWay = refusal<{ trial: TrialId }>('routing.trial_under_way', 409, {
  fr: 'Un essai est déjà en cours. Arrêtez-le ou publiez-le avant d’en commencer un autre.',
  en: 'A trial is already under way. Stop or publish it before you begin another.',
})
export const trialOver = refusal('routing.trial_over', 409, {
  fr: 'Cet essai est terminé. Commencez-en un autre.',
  en: 'This trial is over. Begin another.',
})
export const trialOfToday = refusal('routing.trial_of_today', 422, {
  fr: 'Ces règles sont déjà celles de tout le monde. Choisissez une autre version à essayer.',
  en: 'These are the rules for everybody already. Choose another version to try.',
})
export const trialNarrows = refusal('routing.trial_plan_narrows', 422, {
  fr: 'Un plan ne peut qu’élargir : chaque étape doit prendre une part plus grande que la précédente.',
  en: 'A plan can only widen: each step must take a larger share than the one before.',
})
export const trialRefusals = [trialUnderWay, trialOver, trialOfToday, trialNarrows]
