// What somebody sees when work is offered to them, beside the offer itself: who, what, and what came before. Part of the contract.
import { z } from 'zod'
import { endpoint, id, instant } from '#base/contract'

const contactShape = z.object({
  case_id: id<'case'>(),
  number: z.number().int(),
  subject: z.string(),
  open: z.boolean(),
  channels: z.array(z.string()),
  at: instant(), // of its last message
  owner: z.string(),
})
const historyShape = z.object({
  earlier_today: z.number().int(), // calls, chats and visits of theirs today, before this one
  last: z.array(contactShape), // the latest three, this one left out
  promises: z.array(z.object({ what: z.string(), due_at: instant(), late: z.boolean() })), // owed to them, the first due first, at most three
})

export const offerCardShape = z.object({
  offer: id<'offer'>(),
  arrived_at: instant(),
  due_at: instant().nullable(),
  who: z.object({ id: id<'customer'>().nullable(), name: z.string(), company: z.string().nullable() }), // '' where nobody knows
  brand: z.object({ name: z.string(), colour: z.string() }).nullable(),
  case: z
    .object({
      id: id<'case'>(),
      number: z.number().int(),
      subject: z.string(),
      reason: z.string().nullable(),
      priority: z.enum(['low', 'normal', 'high', 'urgent']),
      owner: z.object({ id: id<'person'>(), name: z.string() }),
    })
    .nullable(), // null: of a task asked of somebody who reads no cases
  task: z.object({ id: id<'task'>(), title: z.string() }).nullable(),
  promise: z.object({ what: z.string(), due_at: instant() }).nullable(), // the call we owe
  first_words: z.string(),
  history: historyShape,
  opens: z.string(), // the page of the desk that accepting it opens
})
export type OfferCard = z.infer<typeof offerCardShape>

export const getOfferCard = endpoint({
  method: 'GET', path: '/api/v1/routing/offers/:id/card', permission: 'routing.take',
  summary: 'What is known of the work I am offered: who it is, what was said, what came before',
  input: z.object({ id: id<'offer'>() }), output: offerCardShape,
}) // prettier-ignore
