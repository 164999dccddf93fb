// Who is where they planned to be. Team managers see their own teams, everybody themselves, nobody anybody else. Part of the contract.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, plannedDay, refusal, rowVersion } from '#base/contract'
import { deviations, verdicts } from '../engine/adherence.ts'
import { doings } from '../engine/doing.ts'
import { sorts } from '../engine/planned.ts'
import { MOST_PEOPLE, named, person, span, team } from './names.ts'

export const toleranceShape = z.object({
  late: z.number().int().min(0).max(60),
  left_early: z.number().int().min(0).max(60),
  long_rest: z.number().int().min(0).max(60),
  worked_through: z.number().int().min(0).max(60),
  elsewhere: z.number().int().min(0).max(60),
})

export const daySettingsShape = z.object({
  tolerance: toleranceShape, // minutes before a deviation counts; once longer, all of it counts
  streak_min: z.number().int().min(30).max(360), // so long without a rest is long
  occupancy_most: z.number().min(0.5).max(1), // above it, the load of a group is high
  alert_ahead_min: z.number().int().min(15).max(480), // how far ahead alerts look
  alert_opens_at: z.number().min(0.5).max(0.95), // chance to fall below the target from which an alert opens …
  alert_closes_at: z.number().min(0.05).max(0.9), // … and below which it closes
  version: rowVersion(), // 0: nobody has set anything
})
export type DaySettings = z.infer<typeof daySettingsShape>

// Both figures are null where nothing was planned: nobody has 0 %, nor 100 %, of nothing.
export const figuresShape = z.object({
  planned_min: z.number(),
  kept_min: z.number(),
  excused_min: z.number(),
  work_planned_min: z.number(),
  worked_min: z.number(),
  adherence: z.number().nullable(),
  conformance: z.number().nullable(),
})

export const standingShape = z.object({
  verdict: z.enum(verdicts),
  deviation: z.enum(deviations).nullable(),
  planned: z.enum(sorts),
  kind: z.string(), // as the plan calls it: work, lunch, training …
  since: instant(), // of the verdict
})
export const dayOfPersonShape = z.object({
  person: named,
  teams: z.array(team()),
  doing: z.enum(doings),
  doing_since: instant().nullable(),
  standing: standingShape.nullable(), // null: nothing is planned now
  next: z.object({ kind: z.string(), at: instant() }).nullable(), // what the plan has next; kind 'off': the shift ends
  working_since: instant().nullable(), // without a rest
  figures: figuresShape,
})
export type DayOfPerson = z.infer<typeof dayOfPersonShape>

export const teamAdherenceShape = z.object({
  team: team().nullable(), // null: people in none
  name: z.string(),
  people: z.number().int(),
  planned_now: z.number().int(),
  as_planned: z.number().int(), // kept, tolerated, with a customer, granted
  adherence: z.number().nullable(), // all their planned minutes taken together
  conformance: z.number().nullable(),
})
export const adherenceShape = z.object({
  at: instant(),
  zone: z.string(),
  people: z.array(dayOfPersonShape).max(MOST_PEOPLE), // who is planned today or here now, by name
  teams: z.array(teamAdherenceShape).max(500),
  planned: z.boolean(), // somebody has a published shift today
  tolerance: toleranceShape,
  streak_min: z.number().int(), // working without a rest for longer is long
  may_grant: z.boolean(),
})
export type Adherence = z.infer<typeof adherenceShape>

const stretchShape = z.object({ ...span, planned: z.enum(sorts), kind: z.string(), doing: z.enum(doings), verdict: z.enum(verdicts), deviation: z.enum(deviations).nullable() }) // prettier-ignore

export const exceptionReasons = ['customer', 'technical', 'asked', 'health', 'family', 'travel', 'other'] as const
export const exceptionShape = z.object({
  id: id<'day_exception'>(),
  person: person(),
  ...span,
  reason: z.enum(exceptionReasons),
  note: z.string(),
  granted_by: named.nullable(), // null: a program
  granted_at: instant(),
})
export type Exception = z.infer<typeof exceptionShape>

// One day of one person: the plan, what was done, and what was granted.
export const oneDayShape = z.object({
  at: instant(),
  zone: z.string(),
  day: z.iso.date(),
  person: named,
  planned: z.array(z.object({ ...span, sort: z.enum(sorts), kind: z.string(), name: z.string() })).max(100),
  done: z.array(z.object({ ...span, doing: z.enum(doings) })).max(2_000),
  stretches: z.array(stretchShape).max(4_000), // of the planned time that has passed, as it went
  figures: figuresShape,
  exceptions: z.array(exceptionShape).max(50),
  tolerance: toleranceShape,
  may_grant: z.boolean(),
})
export type OneDay = z.infer<typeof oneDayShape>

const path = '/api/v1/intraday'
export const getAdherence = endpoint({
  method: 'GET', path: `${path}/people`, permission: 'workforce.read',
  summary: 'Who is where they planned to be now, who not and since when, with adherence and conformance of today: the people of one’s own teams',
  input: z.object({ team: team().optional() }), output: adherenceShape,
}) // prettier-ignore
export const getDayOf = endpoint({
  method: 'GET', path: `${path}/people/:person`, permission: 'workforce.read', summary: 'A day of one of one’s people: the plan, what was done, adherence and conformance',
  input: z.object({ person: person(), day: plannedDay().optional() }), output: oneDayShape,
}) // prettier-ignore
export const getMyDay = endpoint({
  method: 'GET', path: `${path}/mine`, permission: 'signed-in', summary: 'My own day: what was planned, what I did, my adherence and conformance, what was granted to me',
  input: z.object({ day: plannedDay().optional() }), output: oneDayShape,
}) // prettier-ignore
export const postException = endpoint({
  method: 'POST', path: `${path}/exceptions`, permission: 'workforce.approve', summary: 'Grant that somebody was, or will be, elsewhere than planned: it counts as kept',
  input: z.object({ person: person(), ...span, reason: z.enum(exceptionReasons), note: z.string().trim().max(500).default('') }), output: exceptionShape,
}) // prettier-ignore
export const deleteException = endpoint({
  method: 'DELETE', path: `${path}/exceptions/:id`, permission: 'workforce.approve', summary: 'Take back what was granted', input: z.object({ id: id<'day_exception'>() }), output: nothing,
}) // prettier-ignore
export const getDaySettings = endpoint({
  method: 'GET', path: `${path}/settings`, permission: 'workforce.read', summary: 'What is tolerated, when alerts open and close, what load is high', input: nothing, output: daySettingsShape,
}) // prettier-ignore
export const putDaySettings = endpoint({
  method: 'PUT', path: `${path}/settings`, permission: 'workforce.manage', summary: 'Change what is tolerated, when alerts open and close, what load is high',
  input: daySettingsShape, output: daySettingsShape,
}) // prettier-ignore

export const exceptionGranted = event('intraday.exception_granted', z.object({ person: person(), exception: z.uuid() }))
export const exceptionWithdrawn = event('intraday.exception_withdrawn', z.object({ person: person(), exception: z.uuid() }))
export const daySettingsChanged = event('intraday.settings_changed', z.object({ version: z.number().int() }))

export const exceptionSpan = refusal('intraday.exception_span', 422, {
  fr: 'Cette période doit finir après avoir commencé et durer moins de douze heures. Corrigez les heures.',
  en: 'This span must end after it begins and last less than twelve hours. Correct the hours.',
})
export const exceptionOfOneself = refusal('intraday.exception_of_oneself', 403, {
  fr: 'On ne s’accorde pas d’exception à soi-même. Demandez-la à votre responsable.',
  en: 'Nobody grants an exception to themselves. Ask your manager.',
})
export const exceptionsEnough = refusal<{ most: number }>('intraday.exceptions_enough', 409, {
  fr: 'Cette personne a déjà beaucoup d’exceptions ce jour-là. Retirez-en une ou corrigez le planning.',
  en: 'This person already has many exceptions that day. Take one back or correct the plan.',
})
export const alertBounds = refusal('intraday.alert_bounds', 422, {
  fr: 'Le seuil de fin d’alerte doit être plus bas que celui de début. Corrigez l’un des deux.',
  en: 'An alert must close at a lower chance than it opens at. Correct one of the two.',
})
