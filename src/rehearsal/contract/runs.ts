// A rehearsal as it is set up, run, read, kept and put live. Part of the contract.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal, type Id } from '#base/contract'
import { findingsShape, selfCheckShape } from './findings.ts'
import { reportShape, serviceFormulas } from './report.ts'

export type RunId = Id<'rehearsal'>
const run = () => id<'rehearsal'>()
const person = () => id<'person'>()
const seconds = () =>
  z.coerce
    .number()
    .min(0)
    .max(31 * 86_400)

// The shapes of scenario, report and rulebook stand beside; a run carries them as they are.
const document = () => z.record(z.string(), z.unknown())

// asked: waits for its turn. reading: the journal becomes traffic. rehearsing: the engine runs. The others are ends.
export const runStates = ['asked', 'reading', 'rehearsing', 'done', 'failed', 'cancelled'] as const
export type RunState = (typeof runStates)[number]

// A month of a centre of five hundred, packed, is about seven million characters.
const MOST_PACKED = 9_000_000
const share = () => z.number().min(0).max(1).nullable()
const wait = () => z.number().min(0).max(1e9).nullable()

// How a queue really went, in the report's own figures.
export const reallyShape = z.object({
  queue: z.string().max(120),
  offered: z.number().int().min(0),
  answered: z.number().int().min(0),
  service_level: share(),
  abandoned: share(),
  wait_mean: wait(),
  wait_p80: wait(),
})
export type Really = z.infer<typeof reallyShape>

// Traffic: a period of the centre's own, or a scenario somebody wrote or uploaded (then `today` and `tomorrow` are in the scenario).
export const sourceShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('period'),
    from: instant(),
    to: instant(),
    entry_points: z.array(z.uuid()).max(200).default([]), // none: all doors
    channels: z.array(z.string().max(20)).max(20).default([]), // none: all
  }),
  z.object({
    kind: z.literal('scenario'),
    name: z.string().trim().max(200).default(''),
    scenario: document().default({}),
    packed: z.string().max(MOST_PACKED).optional(), // a long one instead: its JSON, gzipped, in base64; read by the thread, not by the server
    really: z.array(reallyShape).max(500).optional(), // of a file that says how it went: then the run has its self-check
  }),
])
export type Source = z.infer<typeof sourceShape>

// Rules by name: none at all (longest idle of whoever is there, one queue a channel), those published now, a version, or a document being edited.
export const whichRulesShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('published') }),
  z.object({ kind: z.literal('version'), version: z.uuid() }),
  z.object({ kind: z.literal('document'), document: document() }),
])
export type WhichRules = z.infer<typeof whichRulesShape>

// What is different tomorrow besides the rules.
export const changesShape = z.object({
  traffic_factor: z.coerce.number().min(0.05).max(10).default(1), // ×1.2: one contact in five comes twice
  people_added: z
    .array(
      z.object({
        name: z.string().trim().max(120).default(''),
        count: z.coerce.number().int().min(1).max(2_000).default(1),
        like: person().optional(), // the same teams, skills, languages and hours as this colleague
        team: z.uuid().optional(),
        from_minute: z.coerce.number().int().min(0).max(1_439).default(540), // of the local day, Monday to Friday, when not like somebody
        to_minute: z.coerce.number().int().min(1).max(1_440).default(1_020),
      }),
    )
    .max(100)
    .default([]),
  people_moved: z
    .array(z.object({ person: person(), to_team: z.uuid() }))
    .max(500)
    .default([]),
  people_away: z.array(person()).max(500).default([]),
  // A plan of shifts, instead of who was there: at work from and to, in seconds after the first midnight of the traffic; breaks lie between.
  people_planned: z
    .array(z.object({ person: person(), at_work_s: z.array(z.tuple([seconds(), seconds()])).max(60) }))
    .max(2_000)
    .optional(),
})
export type Changes = z.infer<typeof changesShape>

// What the journal could not say, said by whoever sets up: by channel, or '*' for all.
export const assumeShape = z.record(
  z.string().max(20),
  z.object({
    handling_s: seconds().optional(),
    wrap_up_s: seconds().optional(),
    patience_s: seconds().optional(), // the mean of an exponential patience
  }),
)
export type Assume = z.infer<typeof assumeShape>

export const newRunShape = z.object({
  name: z.string().trim().max(200).default(''),
  traffic: sourceShape,
  today: whichRulesShape.default({ kind: 'published' }),
  tomorrow: whichRulesShape.nullable().default(null), // null: only today's, with its self-check
  changes: changesShape.prefault({}),
  assume: assumeShape.default({}),
  service_level: z
    .object({ within_s: seconds().default(20), formula: z.enum(serviceFormulas).default('answered_within_of_offered') })
    .prefault({}),
  cost_per_hour: z.coerce.number().min(0).max(10_000).optional(), // of one person at work; without it nothing is said of cost
  seed: z.coerce.number().int().min(0).max(4_294_967_295).default(1),
  replications: z.coerce.number().int().min(2).max(200).default(10),
})
export type NewRun = z.infer<typeof newRunShape>

export const runShape = z.object({
  id: run(),
  name: z.string(),
  state: z.enum(runStates),
  source: z.enum(['period', 'scenario']),
  from: instant().nullable(), // of a period
  to: instant().nullable(),
  asked: newRunShape.omit({ traffic: true, name: true }).partial(), // how it was set up, to set it up again
  asked_by: z.object({ id: person(), name: z.string() }).nullable(),
  asked_at: instant(),
  began_at: instant().nullable(),
  ended_at: instant().nullable(),
  progress: z.number().min(0).max(1),
  contacts: z.number().int().nullable(), // once read
  trust: selfCheckShape.shape.trust.nullable(),
  failed: z.object({ code: z.string(), fr: z.string(), en: z.string() }).nullable(), // what happened and what to do
  kept_at: instant().nullable(), // else it is forgotten at `forgotten_at`
  forgotten_at: instant().nullable(),
  live: z.object({ at: instant(), how: z.enum(['published', 'trial']), id: z.uuid() }).nullable(), // its rules were put live
  may: z.array(z.enum(['cancel', 'keep', 'forget', 'put_live'])),
})
export type Run = z.infer<typeof runShape>

// What happened to one contact: its wait until accepted, given up or the end, and in what share of the replications it was lost.
export const fateShape = z.object({ wait_s: z.number(), lost: z.number() })
export type Fate = z.infer<typeof fateShape>
// The case is there only for who may read it.
export const hurtContactShape = z.object({
  place: z.number().int(), // which contact of the period
  case: z.object({ id: id<'case'>(), number: z.number().int(), subject: z.string() }).nullable(),
  channel: z.string(),
  queue: z.string().nullable(), // today's, by its name
  arrived_at: instant(),
  really: fateShape.nullable(), // null: nobody knows, it was still waiting
  today: fateShape,
  tomorrow: fateShape,
  worse_by_s: z.number(), // averaged over the replications; whoever is lost counts for an hour
})
export type HurtContact = z.infer<typeof hurtContactShape>

export const runResultShape = z.object({
  run: runShape,
  check: selfCheckShape.nullable(), // null: a scenario, of which nobody knows how it really went
  findings: findingsShape.nullable(), // null: likewise
  report: reportShape, // today's and tomorrow's figures and their paired difference
  hurt: z.array(hurtContactShape).max(20), // of a period; those of a scenario stand in the report
})
export type RunResult = z.infer<typeof runResultShape>

// Quickly counted: a message each, answered or not.
export const periodGlanceShape = z.object({
  from: instant(),
  to: instant(),
  arrivals: z.number().int(),
  by: z.array(z.object({ channel: z.string(), arrivals: z.number().int() })),
})
export type PeriodGlance = z.infer<typeof periodGlanceShape>

const page = { ...pageInput, cursor: z.uuid().optional() }
const one = z.object({ id: run() })
const path = '/api/v1/rehearsals'
export const listRuns = endpoint({
  method: 'GET', path, permission: 'rehearsal.run', summary: 'Rehearsals, the latest first', input: z.object(page), output: pageOf(runShape),
}) // prettier-ignore
export const postRun = endpoint({
  method: 'POST', path, permission: 'rehearsal.run', summary: 'Rehearse: a period of our own traffic, or a scenario, under today’s and tomorrow’s rules', input: newRunShape, output: runShape, mostBytes: MOST_PACKED + 500_000,
}) // prettier-ignore
export const getRun = endpoint({
  method: 'GET', path: `${path}/:id`, permission: 'rehearsal.run', summary: 'One rehearsal and how far it is', input: one, output: runShape,
}) // prettier-ignore
export const getResult = endpoint({
  method: 'GET', path: `${path}/:id/result`, permission: 'rehearsal.run', summary: 'What a rehearsal came to: how far it can be trusted, what it rests on, the figures and their difference, whom it hurts most', input: one, output: runResultShape,
}) // prettier-ignore
export const putCancelled = endpoint({
  method: 'PUT', path: `${path}/:id/cancelled`, permission: 'rehearsal.run', summary: 'Stop a rehearsal that is under way', input: one, output: runShape,
}) // prettier-ignore
export const putKept = endpoint({
  method: 'PUT', path: `${path}/:id/kept`, permission: 'rehearsal.run', summary: 'Keep a rehearsal, or no longer; what is not kept is forgotten after thirty days', input: one.extend({ kept: z.boolean() }), output: runShape,
}) // prettier-ignore
export const deleteRun = endpoint({
  method: 'DELETE', path: `${path}/:id`, permission: 'rehearsal.run', summary: 'Forget a rehearsal and everything it read', input: one, output: nothing,
}) // prettier-ignore
export const postLive = endpoint({
  method: 'POST', path: `${path}/:id/live`, permission: 'routing.manage',
  summary: 'Put tomorrow’s rules live: all at once, or at a share of the traffic first',
  input: one.extend({
    share: z.coerce.number().min(0.01).max(1).default(1), // below 1: a trial
    guard: document().optional(), // of the trial: below it everything goes back by itself
    name: z.string().trim().max(200).default(''),
  }),
  output: z.object({ how: z.enum(['published', 'trial']), live_id: z.uuid() }),
}) // prettier-ignore
export const getPeriod = endpoint({
  method: 'GET', path: '/api/v1/rehearsal-period', permission: 'rehearsal.run', summary: 'What a period of our own traffic holds, before it is rehearsed',
  input: z.object({ from: instant(), to: instant() }), output: periodGlanceShape,
}) // prettier-ignore
export const endpoints = [listRuns, postRun, getRun, getResult, putCancelled, putKept, deleteRun, postLive, getPeriod]

// At most one in two seconds for a run.
export const runProgressed = event(
  'rehearsal.progressed',
  z.object({ id: run(), state: z.enum(runStates), progress: z.number() }),
)
export const runChanged = event('rehearsal.changed', z.object({ id: run(), state: z.enum(runStates) })) // asked, ended, kept, put live, forgotten

export const periodUpsideDown = refusal('rehearsal.period_upside_down', 422, {
  fr: 'La période finit avant d’avoir commencé, ou elle n’est pas encore passée. Choisissez un début et une fin dans le passé.',
  en: 'The period ends before it begins, or is not over yet. Choose a beginning and an end in the past.',
})
export const periodTooLong = refusal<{ most_days: number }>('rehearsal.period_too_long', 422, {
  fr: 'Cette période est trop longue pour une répétition. Choisissez-en une plus courte : un mois suffit presque toujours.',
  en: 'This period is too long for one rehearsal. Choose a shorter one: a month is nearly always enough.',
})
export const nothingHappened = refusal('rehearsal.nothing_happened', 422, {
  fr: 'Il n’est arrivé aucun contact dans cette période par ces portes. Élargissez la période, ou choisissez d’autres portes.',
  en: 'No contact arrived in this period by these doors. Widen the period, or choose other doors.',
})
export const nobodyThere = refusal('rehearsal.nobody_there', 422, {
  fr: 'Personne n’était là dans cette période, ni par sa présence ni par ses actes. Choisissez une autre période, ou ajoutez des personnes.',
  en: 'Nobody was there in this period, neither by presence nor by what they did. Choose another period, or add people.',
})
export const tooManyRuns = refusal<{ most: number }>('rehearsal.too_many', 409, {
  fr: 'Plusieurs répétitions attendent déjà. Attendez la fin de l’une d’elles, ou arrêtez-en une.',
  en: 'Several rehearsals are waiting already. Wait until one has ended, or stop one.',
})
export const keptEnough = refusal<{ most: number }>('rehearsal.kept_enough', 409, {
  fr: 'Beaucoup de répétitions sont déjà gardées. Oubliez-en une avant d’en garder une autre.',
  en: 'Many rehearsals are kept already. Forget one before keeping another.',
})
export const notReady = refusal('rehearsal.not_ready', 409, {
  fr: 'Cette répétition n’a pas de résultat : elle n’est pas finie, ou elle s’est arrêtée en route. Attendez, ou recommencez-la.',
  en: 'This rehearsal has no result: it is not finished, or stopped on the way. Wait, or run it again.',
})
export const nothingToPutLive = refusal('rehearsal.nothing_to_put_live', 409, {
  fr: 'Cette répétition n’a pas essayé d’autres règles. Préparez-les pour demain, répétez, puis mettez-les en service.',
  en: 'This rehearsal tried no other rules. Prepare tomorrow’s, rehearse, then put them live.',
})
export const scenarioUnreadable = refusal<{ fields: { path: string; message: string }[] }>('rehearsal.scenario_unreadable', 422, {
  fr: 'Ce scénario ne se lit pas. Corrigez les champs indiqués ; « guichet schema rehearse » les décrit tous.',
  en: 'This scenario cannot be read. Correct the fields shown; “guichet schema rehearse” describes all of them.',
})
export const noRules = refusal('rehearsal.no_rules', 409, {
  fr: 'Il n’y a pas de telles règles. Choisissez celles en service, une version, ou écrivez-en.',
  en: 'There are no such rules. Choose the published ones, a version, or write some.',
})
export const tookTooLong = refusal('rehearsal.took_too_long', 422, {
  fr: 'La répétition a été arrêtée : elle prenait trop de temps ou de mémoire. Choisissez une période plus courte ou moins de répétitions.',
  en: 'The rehearsal was stopped: it took too much time or memory. Choose a shorter period or fewer replications.',
})
export const fellOver = refusal('rehearsal.fell_over', 500, {
  fr: 'La répétition s’est arrêtée par une erreur de notre côté. Elle est consignée ; recommencez, et prévenez-nous si elle revient.',
  en: 'The rehearsal stopped by an error on our side. It has been recorded; run it again, and tell us if it comes back.',
})
