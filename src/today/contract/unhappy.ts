// Who is unhappy, how we know, and who judged otherwise.
import { z } from 'zod'
import { endpoint, event, id, instant, pageInput, pageOf, refusal } from '#base/contract'
import { formulaShape, said, someone } from './lines.ts'

export const signalKinds = [
  'said', 'not_solved', 'reopened', 'wrote_again', 'promise_broken', 'clock_breached', 'escalated', 'thanked', 'solved',
] as const // prettier-ignore
export type SignalKind = (typeof signalKinds)[number]
export const moods = ['calm', 'unhappy', 'very_unhappy'] as const
export type Mood = (typeof moods)[number]

export const signalShape = z.object({
  kind: z.enum(signalKinds),
  at: instant(),
  weight: z.number(), // when it happened; negative calms
  now: z.number(), // what is left of it
  words: z.string().nullable(), // the customer's own
  why: said,
})
export const unhappyShape = z.object({
  case: z.object({ id: id<'case'>(), number: z.number().int(), subject: z.string(), closed: z.boolean() }),
  customer: z.object({ id: id<'customer'>(), name: z.string() }).nullable(),
  owner: someone,
  mood: z.enum(moods),
  score: z.number(),
  signals: z.array(signalShape), // those that count, the latest first
  calmed: z.object({ at: instant(), by: someone.nullable(), because: z.string() }).nullable(), // the last judgement of a person
  formula: formulaShape,
})
export type Unhappy = z.infer<typeof unhappyShape>

export const listUnhappy = endpoint({
  method: 'GET', path: '/api/v1/unhappy', permission: 'case.read', summary: 'Customers who are unhappy, the unhappiest first, and why we think so',
  input: z.object({ ...pageInput, owner: z.union([z.literal('me'), id<'person'>()]).optional(), team: id<'team'>().optional() }),
  output: pageOf(unhappyShape),
}) // prettier-ignore
export const getUnhappiness = endpoint({
  method: 'GET', path: '/api/v1/cases/:case/unhappiness', permission: 'case.read', summary: 'What speaks for an unhappy customer in a case',
  input: z.object({ case: id<'case'>() }), output: unhappyShape,
}) // prettier-ignore
export const putCalm = endpoint({
  method: 'PUT', path: '/api/v1/cases/:case/unhappiness/calm', permission: 'case.note', summary: 'Say that the customer is not, or no longer, unhappy, and why',
  input: z.object({ case: id<'case'>(), because: z.string().trim().min(1).max(500) }), output: unhappyShape,
}) // prettier-ignore

const about = { case_id: id<'case'>(), owner: id<'person'>() }
export const becameUnhappy = event('unhappy.noticed', z.object({ ...about, mood: z.enum(moods) }))
export const becameCalm = event('unhappy.calmed', z.object({ ...about, because: z.string().nullable() }))

export const notUnhappy = refusal('unhappy.not', 409, {
  fr: 'Rien ne dit que ce client soit mécontent. Il n’y a rien à écarter.',
  en: 'Nothing says that this customer is unhappy. There is nothing to dismiss.',
})
