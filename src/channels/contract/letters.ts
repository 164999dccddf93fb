// Letters of the house: what went out about a task or to a colleague, and what became of it. Part of the contract.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal, type Id } from '#base/contract'

export type LetterId = Id<'letter'>
export const letterKinds = ['asked', 'chased', 'said', 'withdrawn', 'notices'] as const
export type LetterKind = (typeof letterKinds)[number]
export const letterStates = ['queued', 'leaving', 'handed_over', 'kept', 'failed', 'uncertain', 'not_needed'] as const
export type LetterState = (typeof letterStates)[number]
// answer: from whom was asked · late: the task was over · automatic: a machine answered · delayed: not given back, only slow
export const becameOfMail = ['answer', 'from_another_address', 'late', 'automatic', 'undeliverable', 'delayed', 'again'] as const
export type BecameOfMail = (typeof becameOfMail)[number]

const letterId = () => id<'letter'>()
export const letterShape = z.object({
  id: letterId(),
  what: z.enum(letterKinds),
  task_id: z.string().nullable(),
  person_id: z.string().nullable(),
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string().nullable(), // null until it is written
  state: z.enum(letterStates),
  detail: z.string().nullable(),
  queued_at: instant(),
  leaves_at: instant(),
  settled_at: instant().nullable(),
  attempts: z.number().int(),
  answers: z.array(z.object({ at: instant(), from: z.string(), became: z.enum(becameOfMail) })),
})
export type Letter = z.infer<typeof letterShape>

export const listTaskLetters = endpoint({
  method: 'GET', path: '/api/v1/tasks/:task/letters', permission: 'signed-in', summary: 'The mail a task sent and got, the latest first',
  input: z.object({ task: z.uuid() }), output: z.object({ items: z.array(letterShape) }),
}) // prettier-ignore
export const listLetters = endpoint({
  method: 'GET', path: '/api/v1/letters', permission: 'channel.read', summary: 'Mail of the house that is no message of a case, the latest first',
  input: z.object({ ...pageInput, state: z.enum([...letterStates, 'troubled']).optional() }), output: pageOf(letterShape),
}) // prettier-ignore
export const postLetterRetry = endpoint({
  method: 'POST', path: '/api/v1/letters/:id/retries', permission: 'signed-in', summary: 'Send a letter again that did not leave, or may not have',
  input: z.object({ id: letterId() }), output: nothing,
}) // prettier-ignore

export const wishesForMail = ['always', 'away', 'never'] as const
export type WishForMail = (typeof wishesForMail)[number]
export const getNoticeWish = endpoint({
  method: 'GET', path: '/api/v1/notices/by-mail', permission: 'signed-in', summary: 'When I am told by mail what I have not seen at the desk',
  input: nothing, output: z.object({ wish: z.enum(wishesForMail), after_minutes: z.number().int(), most_a_day: z.number().int() }),
}) // prettier-ignore
export const putNoticeWish = endpoint({
  method: 'PUT', path: '/api/v1/notices/by-mail', permission: 'signed-in', summary: 'Tell me by mail always, when I am away, or never',
  input: z.object({ wish: z.enum(wishesForMail) }), output: z.object({ wish: z.enum(wishesForMail) }),
}) // prettier-ignore

// Where a letter about a task stands: told to whoever shows the task.
export const letterSettled = event(
  'task.letter_settled',
  z.object({ letter_id: letterId(), task_id: z.string().nullable(), what: z.enum(letterKinds), state: z.enum(letterStates) }),
)

export const letterUnknown = refusal('letter.unknown', 404, {
  fr: 'Ce courriel n’existe pas, ou n’est pas à vous de le voir.',
  en: 'There is no such mail, or it is not yours to see.',
})
export const letterSent = refusal<{ state: LetterState }>('letter.sent', 409, {
  fr: 'Ce courriel est déjà parti, ou n’a plus à partir. Rechargez la page.',
  en: 'This mail has left already, or no longer needs to. Reload the page.',
})
