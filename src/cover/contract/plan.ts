// Who covers what while somebody is away: shown before it is approved, and as it is while it lasts.
import { z } from 'zod'
import { endpoint, event, id, instant, pageInput, pageOf } from '#base/contract'

const personId = () => id<'person'>()
const absence = () => id<'absence'>()
const person = z.object({ id: personId(), name: z.string() })

export const coverKinds = ['contact', 'case', 'promise', 'task', 'hand_over'] as const
export type CoverKind = (typeof coverKinds)[number]
// chosen: for this thing, in this absence · named: by the point of contact · absence_deputy, deputy, manager: of whoever is away · chain: of one of them, who is away too
export const whys = ['chosen', 'named', 'absence_deputy', 'deputy', 'manager', 'chain'] as const
export type Why = (typeof whys)[number]

export const spanShape = z.object({
  from: instant(),
  until: instant(),
  person: person.nullable(),
  because: z.enum(whys).nullable(),
}) // person null: nobody
export type Span = z.infer<typeof spanShape>
export const coveredItemShape = z.object({
  kind: z.enum(coverKinds),
  id: z.string(),
  label: z.string(),
  detail: z.string(),
  customer: z.object({ id: z.string(), name: z.string() }).nullable(),
  case_id: z.string().nullable(),
  at: instant().nullable(),
  quiet: z.boolean(),
  spans: z.array(spanShape),
  gap: z.boolean(), // for some of the time nobody covers it
  may_choose: z.boolean(),
})
export type CoveredItem = z.infer<typeof coveredItemShape>

const awayShape = z.object({ from: instant(), until: instant() })
export const planShape = z.object({
  absence: absence().nullable(), // null: only thought of
  state: z.enum(['thought_of', 'asked', 'approved', 'declined', 'over']),
  version: z.number().int().nullable(),
  person,
  starts_at: instant(),
  ends_at: instant(),
  deputy: person.nullable(), // of this absence
  spans: z.array(spanShape), // what covers whatever nobody in particular is named for
  counts: z.array(z.object({ kind: z.enum(coverKinds), count: z.number().int(), gaps: z.number().int() })),
  gaps: z.number().int(),
  covers: z.array(z.object({ person, things: z.number().int(), open_cases: z.number().int(), away: z.array(awayShape) })), // the most first
  approved: z.object({ at: instant(), by: z.string(), because: z.string().nullable() }).nullable(),
  may: z.object({ approve: z.boolean(), choose: z.boolean() }),
})
export type Plan = z.infer<typeof planShape>

// Of an absence there is, or of one that is only thought of.
const thought = {
  absence: absence().optional(),
  person: personId().optional(),
  starts_at: instant().optional(),
  ends_at: instant().optional(),
  deputy: personId().optional(),
}
export const getPlan = endpoint({
  method: 'GET', path: '/api/v1/cover', permission: 'staff.read', summary: 'Who would cover what while somebody is away: of an absence, or of dates that are only thought of',
  input: z.object(thought), output: planShape,
}) // prettier-ignore
export const listCovered = endpoint({
  method: 'GET', path: '/api/v1/cover/items', permission: 'staff.read', summary: 'What is to be covered, one kind at a time; `gaps`: only what nobody covers for some of the time',
  input: z.object({ ...pageInput, ...thought, kind: z.enum(coverKinds), gaps: z.stringbool().default(false) }), output: pageOf(coveredItemShape),
}) // prettier-ignore
export const putChoice = endpoint({
  method: 'PUT', path: '/api/v1/absences/:absence/cover', permission: 'staff.read', summary: 'Choose who covers these things in this absence; null: the rule again',
  input: z.object({ absence: absence(), person: personId().nullable(), items: z.array(z.object({ kind: z.enum(['case', 'contact']), id: z.uuid() })).min(1).max(500) }),
  output: z.object({ chosen: z.number().int() }),
}) // prettier-ignore
export const putApproval = endpoint({
  method: 'PUT', path: '/api/v1/absences/:absence/cover/approval', permission: 'absence.approve', summary: 'Approve an absence with its cover; over gaps only with a reason',
  input: z.object({ absence: absence(), version: z.coerce.number().int().positive(), because: z.string().trim().max(1_000).default('') }), output: planShape,
}) // prettier-ignore

export const coveringShape = z.object({
  absence: absence(),
  person, // who is away
  until: instant(),
  cases: z.number().int(),
  chosen: z.number().int(), // of them, chosen for you in particular
})
export type Covering = z.infer<typeof coveringShape>
export const listCovering = endpoint({
  method: 'GET', path: '/api/v1/covering', permission: 'case.read', summary: 'For whom I stand in now, and until when', input: z.object({}), output: z.object({ items: z.array(coveringShape) }),
}) // prettier-ignore

export const coverApproved = event('cover.approved', z.object({ absence: absence(), person: personId(), gaps: z.number().int() }))
export const coverChosen = event('cover.chosen', z.object({ absence: absence(), person: personId() }))
