// A clock as everybody sees it, the panel of a case, the lists and the figures.
import { z } from 'zod'
import { endpoint, id, instant, pageInput, pageOf } from '#base/contract'
import { deeds } from './policy.ts'
import { caseId, causes, clockKinds, clockStates, pauseReasons, person, personId, said } from './words.ts'

// From `from` to `until` (null: still) the clock ran or stood still, and why.
export const segmentShape = z.object({
  state: z.enum(['running', 'paused']),
  from: instant(),
  until: instant().nullable(),
  because: z.enum(pauseReasons).nullable(),
})
export type Segment = z.infer<typeof segmentShape>

const caseBrief = z.object({ id: caseId(), number: z.number().int(), subject: z.string(), closed: z.boolean() })
export const clockShape = z.object({
  id: id<'clock'>(),
  case: caseBrief,
  owner: person.nullable(),
  kind: z.enum(clockKinds),
  round: z.number().int(), // the nth next answer
  state: z.enum(clockStates),
  policy: z.object({ id: id<'policy'>(), name: z.string() }),
  target_minutes: z.number().int(), // of working time
  started_at: instant(),
  due_at: instant().nullable(), // null while paused, and where the hours never open
  warned_at: instant().nullable(),
  breached_at: instant().nullable(), // the mark stays for good
  ended_at: instant().nullable(),
})
export type Clock = z.infer<typeof clockShape>
export const runningClockShape = clockShape.extend({
  worked_minutes: z.number(), // of working time, until `at`
  open: z.boolean(), // does working time go by right now?
  opens_at: instant().nullable(), // when it goes on, if not
  segments: z.array(segmentShape),
  why: said, // a sentence: why it stands as it stands
})
export type RunningClock = z.infer<typeof runningClockShape>

// Silence and stagnation: since when, until when it is bearable, and since when it is not.
export const stretchShape = z.object({
  since: instant(),
  due_at: instant().nullable(),
  since_alarm: instant().nullable(),
  why: said,
})
export type Stretch = z.infer<typeof stretchShape>
export const escalationShape = z.object({
  id: id<'escalation'>(),
  cause: z.enum(causes),
  step: z.number().int(), // the nth of the ladder, from 1
  whom: said, // "la responsable d’équipe"
  people: z.array(person), // who was told
  did: z.array(z.enum(deeds)),
  at: instant(),
  taken_at: instant().nullable(),
  taken_by: person.nullable(),
})
export type Escalation = z.infer<typeof escalationShape>
export const caseClocksShape = z.object({
  at: instant(), // when this was true
  zone: z.string(),
  policy: z.object({ id: id<'policy'>(), name: z.string(), because: said, sentence: said }).nullable(),
  none: said.nullable(), // why no clock runs, where none does
  clocks: z.array(runningClockShape), // those that run first, then the latest that ended
  silence: stretchShape.nullable(),
  stagnation: stretchShape.nullable(),
  escalations: z.array(escalationShape),
  climbs: z.boolean(), // would go on up the ladder by itself
})
export type CaseClocks = z.infer<typeof caseClocksShape>

export const getCaseClocks = endpoint({
  method: 'GET', path: '/api/v1/cases/:case/clocks', permission: 'case.read', summary: 'The clocks of a case as they run, its silence, and what was escalated',
  input: z.object({ case: caseId() }), output: caseClocksShape,
}) // prettier-ignore
export const putTaken = endpoint({
  method: 'PUT', path: '/api/v1/cases/:case/escalation/taken', permission: 'case.read', summary: '"I am on it": what was escalated climbs no further',
  input: z.object({ case: caseId() }), output: caseClocksShape,
}) // prettier-ignore

const whose = {
  owner: z.union([z.literal('me'), personId()]).optional(),
  team: id<'team'>().optional(),
  brand: z.uuid().optional(),
}
// What a figure was counted from, or what runs out next.
export const listClocks = endpoint({
  method: 'GET', path: '/api/v1/clocks', permission: 'case.read', summary: 'Clocks: those that still run, the first due first; or those that ended in a period, the latest first',
  input: z.object({
    ...pageInput, ...whose, kind: z.enum(clockKinds).optional(), policy: id<'policy'>().optional(),
    state: z.enum(['owed', 'late', 'ended', 'kept', 'missed']).default('owed'), // ended = kept or missed
    from: instant().optional(), until: instant().optional(),
  }),
  output: pageOf(clockShape),
}) // prettier-ignore

const quietShape = z.object({
  case: caseBrief,
  customer: z.object({ id: id<'customer'>(), name: z.string() }).nullable(),
  owner: person,
  since: instant(), // the customer last heard from us; or nobody did anything
  due_at: instant().nullable(),
  alarm_at: instant().nullable(),
  taken_by: person.nullable(),
})
export type Quiet = z.infer<typeof quietShape>
export const listSilent = endpoint({
  method: 'GET', path: '/api/v1/silent-customers', permission: 'case.read', summary: 'Customers who have not heard from us, the longest first, whatever the case’s status says',
  input: z.object({ ...pageInput, ...whose, only: z.enum(['too_long', 'all']).default('too_long') }), output: pageOf(quietShape),
}) // prettier-ignore
export const listStagnant = endpoint({
  method: 'GET', path: '/api/v1/stagnant-cases', permission: 'case.read', summary: 'Cases in which nobody did anything, the longest first',
  input: z.object({ ...pageInput, ...whose, only: z.enum(['too_long', 'all']).default('too_long') }), output: pageOf(quietShape),
}) // prettier-ignore
export const countQuiet = endpoint({
  method: 'GET', path: '/api/v1/silence-counts', permission: 'case.read', summary: 'My customers who heard nothing for too long, my stagnant cases, my late clocks',
  input: z.object({}), output: z.object({ silent: z.number().int(), stagnant: z.number().int(), late: z.number().int() }),
}) // prettier-ignore

const attainmentShape = z.object({
  kind: z.enum(clockKinds),
  kept: z.number().int(),
  missed: z.number().int(),
  attained: z.number().nullable(), // kept / (kept + missed); null when nothing ended
  running: z.number().int(),
  late: z.number().int(), // of those that run
  formula: z.object({ id: z.string(), fr: z.string(), en: z.string() }),
})
export type Attainment = z.infer<typeof attainmentShape>
export const getClockFigures = endpoint({
  method: 'GET', path: '/api/v1/clock-figures', permission: 'case.read', summary: 'How many clocks were kept, per kind, in a period',
  input: z.object({ ...whose, policy: id<'policy'>().optional(), from: instant(), until: instant() }),
  output: z.object({ from: instant(), until: instant(), items: z.array(attainmentShape) }),
}) // prettier-ignore
