// The end of a shift: what would break before one is back, and what was decided of each.
import { z } from 'zod'
import { endpoint, event, id, instant, pageInput, pageOf, refusal } from '#base/contract'
import { formulaShape, lineShape, someone } from './lines.ts'

export const backFrom = ['absence', 'hours', 'said'] as const // an absence that was planned, the opening hours of the house, or the person
export const outcomes = ['done', 'moved', 'handed_over', 'answered', 'left'] as const
export type Outcome = (typeof outcomes)[number]
export const LONGEST_WORD = 500
export const MOST_AT_A_GATE = 200

export const gateShape = z.object({
  back_at: instant().nullable(), // null: nobody knows, and the person is asked
  back_from: z.enum(backFrom).nullable(),
  suggestions: z.array(instant()), // when it is not known: the next mornings
  stand_in: someone.nullable(), // who serves meanwhile
  items: z.array(lineShape.extend({ ways: z.array(z.enum(outcomes)) })), // what can be decided of each
  more: z.boolean(), // there are more than are shown at once
  formula: formulaShape,
})
export type Gate = z.infer<typeof gateShape>

export const getGate = endpoint({
  method: 'GET', path: '/api/v1/gate', permission: 'case.read', summary: 'What of mine would break before I am back?',
  input: z.object({ back_at: instant().optional() }), output: gateShape,
}) // prettier-ignore

const did = z.object({
  key: z.string().max(80), outcome: z.enum(['done', 'moved', 'handed_over', 'answered']), what: z.string().max(600), case: id<'case'>().nullable(), due_at: instant().nullable(),
}) // prettier-ignore
const left = z.object({ key: z.string().max(80), word: z.string().trim().min(1).max(LONGEST_WORD) })
export const postGate = endpoint({
  method: 'POST', path: '/api/v1/gates', permission: 'case.read',
  summary: 'Go for today. Whatever would still break must have been left to the stand-in knowingly, with a word',
  input: z.object({
    back_at: instant(),
    left: z.array(left).max(MOST_AT_A_GATE).default([]),
    did: z.array(did).max(MOST_AT_A_GATE).default([]), // what was decided of the others, as it was seen
  }),
  output: z.object({ id: z.uuid(), quiet: z.boolean() }),
}) // prettier-ignore

export const passedGateShape = z.object({
  id: z.uuid(),
  person: someone,
  at: instant(),
  back_at: instant(),
  back_from: z.enum(backFrom),
  stand_in: someone.nullable(),
  items: z.array(z.object({
    kind: z.string(), what: z.string(), case: z.object({ id: id<'case'>(), number: z.number().int(), subject: z.string() }).nullable(),
    due_at: instant().nullable(), outcome: z.enum(outcomes), word: z.string().nullable(),
  })),
}) // prettier-ignore
export type PassedGate = z.infer<typeof passedGateShape>
export const listGates = endpoint({
  method: 'GET', path: '/api/v1/gates', permission: 'case.read', summary: 'How people went home: mine, or those of my team, the latest first',
  input: z.object({ ...pageInput, team: id<'team'>().optional(), person: id<'person'>().optional() }), output: pageOf(passedGateShape),
}) // prettier-ignore

export const gatePassed = event(
  'gate.passed',
  z.object({ gate_id: z.uuid(), person: id<'person'>(), back_at: instant(), items: z.number().int(), left: z.number().int() }),
)

export const somethingLeft = refusal<{ items: { key: string; what: string }[] }>('gate.something_left', 409, {
  fr: 'Quelque chose se romprait encore pendant votre absence. Décidez de chaque ligne, ou laissez-la avec un mot.',
  en: 'Something would still break while you are away. Decide of each line, or leave it with a word.',
})
export const backInThePast = refusal('gate.back_in_the_past', 422, {
  fr: 'Dites un retour à venir, d’ici un an au plus.',
  en: 'Say a return that is still to come, within a year.',
})
export const gateIsForPeople = refusal('gate.is_for_people', 403, {
  fr: 'Seule une personne connectée finit sa journée.',
  en: 'Only a person who is signed in ends a day.',
})
