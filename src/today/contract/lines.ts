// One line of a day: whatever it is, it concerns a case, is due or has waited since a moment, and can be opened.
import { z } from 'zod'
import { id, instant } from '#base/contract'

export const lineKinds = [
  'promise', 'deadline', 'silent', 'task_asked', 'task_mine', 'waiting', 'hand_over', 'hand_over_given', 'new', 'unhappy', 'mention', 'notice', 'covered', 'chat',
] as const // prettier-ignore
export type LineKind = (typeof lineKinds)[number]

export const someone = z.object({ id: id<'person'>(), name: z.string() })
export const said = z.object({ fr: z.string(), en: z.string() })
export type Said = z.infer<typeof said>

export const lineShape = z.object({
  key: z.string(), // one of its kind on a page: "promise:<id>"
  kind: z.enum(lineKinds),
  id: z.uuid(), // of the promise, the task, the hand-over …
  case: z.object({ id: id<'case'>(), number: z.number().int(), subject: z.string(), closed: z.boolean() }).nullable(),
  customer: z.object({ id: id<'customer'>(), name: z.string() }).nullable(),
  person: someone.nullable(), // the colleague it is about: who gives, who is away, of whom it was asked
  what: z.string(), // in the words of whoever wrote it; empty where `why` says all
  why: said.nullable(), // why it stands here
  at: instant().nullable(), // due, or since
  late: z.boolean(),
  path: z.string(), // where it opens, below /desk
  version: z.number().int().nullable(), // of what a deed here would change
})
export type Line = z.infer<typeof lineShape>

// Every figure says how it was counted.
export const formulaShape = z.object({ id: z.string(), ...said.shape })
export type Formula = z.infer<typeof formulaShape>
