// The baton: what the giver tells the receiver, and how an offer stands.
import { z } from 'zod'
import { id, instant } from '#base/contract'
import { caseId, handOverEndings, overtakings, person } from './words.ts'

// A line of a brief, and what it was read from: shown as a link, so that nothing has to be believed. `from` null: somebody wrote it.
const line = z.object({
  text: z.string().trim().min(1).max(700),
  at: instant().nullable(),
  from: z.object({ kind: z.enum(['message', 'promise', 'task', 'clock', 'case']), id: z.string().max(80) }).nullable(),
})
const lines = z.array(line).max(30)
// Composed by the room `handovers`; kept here with the offer.
export const briefShape = z.object({
  language: z.enum(['fr', 'en']),
  next: lines,
  story: lines,
  promises: lines,
  tasks: lines,
  deadlines: lines,
  tone: lines,
})
export type HandOverBrief = z.infer<typeof briefShape>

export const handOverShape = z.object({
  id: id<'hand_over'>(),
  case_id: caseId(),
  from: person,
  to: person,
  message: z.string(),
  brief: briefShape.nullable(),
  portfolio_id: z.uuid().nullable(), // the cases that were offered together; what else is known of it is the room above's
  offered_at: instant(),
  due_at: instant().nullable(), // by when an answer is asked for
  ended_at: instant().nullable(),
  ended_as: z.enum(handOverEndings).nullable(),
  overtaken_by: z.enum(overtakings).nullable(),
  answer: z.string().nullable(),
})
export type HandOver = z.infer<typeof handOverShape>
