// Work items: what waits for somebody, in which queue, who was asked. Part of the contract.
import { z } from 'zod'
import { endpoint, id, instant, nothing, pageInput, pageOf } from '#base/contract'
import { workChannel } from './work-channels.ts'
import { itemEndings, itemId, itemKinds, itemStates, keyOfQueue, named, offerEndings, offerId, queueNamed } from './words.ts'

// What is known of an item when it is put into a queue; the rulebook asks these (`WorkFacts`), and a rehearsal plays them again.
export const itemFactsShape = z.object({
  channel: workChannel(),
  brand: z.uuid().nullable().default(null),
  entry_point: z.uuid().nullable().default(null),
  language: z.string().max(10).nullable().default(null),
  reason: z.uuid().nullable().default(null),
  customer: z.uuid().nullable().default(null),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).default('normal'),
  team: z.uuid().nullable().default(null), // asked of this team
  degree: z.number().int().min(1).max(5).nullable().default(null), // of support asked for
  flags: z.array(z.string().max(60)).max(20).default([]), // of the customer or the case
  earlier_today: z.number().int().min(0).max(100).default(0), // earlier attempts of the same customer today
  raised_min: z.number().min(0).max(1_000_000).optional(), // minutes of head start that whoever runs the floor gave it
  waited_before_s: z.number().min(0).max(86_400).default(0), // at the counter, or in an earlier queue
})
export type ItemFacts = z.output<typeof itemFactsShape>

export const itemShape = z.object({
  id: itemId(),
  kind: z.enum(itemKinds),
  channel: workChannel(),
  state: z.enum(itemStates),
  queue: queueNamed,
  title: z.string(), // subject of the case, what is to be done, or what the door said
  case: z.object({ id: id<'case'>(), number: z.number().int(), subject: z.string() }).nullable(),
  subject_id: z.string().nullable(), // the conversation, task or promise it is about
  customer: z.object({ id: id<'customer'>(), name: z.string() }).nullable(),
  brand_id: z.string().nullable(),
  arrived_at: instant(),
  place_at: instant(), // its place in the queue: a call-back keeps the one it had
  due_at: instant().nullable(),
  since: instant(), // of its state
  person: named.nullable(), // who has it in hand
  offered_to: z.array(named),
  times_offered: z.number().int(),
  raised: z.boolean().optional(), // whoever runs the floor lets it pass before others
  ended_as: z.enum(itemEndings).nullable(),
})
export type Item = z.infer<typeof itemShape>

// Why it was offered to whom. Codes and numbers: put into words by whoever shows it (rules/say-receipt.ts).
export const receiptShape = z.object({
  id: z.uuid(),
  item_id: itemId(),
  at: instant(),
  queue: queueNamed,
  rule: z.string(), // the rule that decided: a code of the engine
  facts: z.record(z.string(), z.unknown()), // what the rule looked at: numbers
  candidates: z.array(
    z.object({ person: named, score: z.number(), parts: z.array(z.object({ code: z.string(), points: z.number() })) }),
  ), // the best eight
  others: z.array(z.object({ why: z.string(), skill: z.string().nullable(), count: z.number().int() })), // who were not asked, and why not
  chosen: z.array(named),
  runner_up: named.nullable(),
  meant: z.record(z.string(), z.unknown()).nullable(), // what the runner-up would have meant
  ended_as: z.enum(offerEndings).nullable(), // null: still offered
})
export type ReceiptShown = z.infer<typeof receiptShape>

export const itemWithOffersShape = itemShape.extend({
  offers: z.array(
    z.object({
      id: offerId(),
      person: named,
      offered_at: instant(),
      ended_at: instant().nullable(),
      ended_as: z.enum(offerEndings).nullable(),
      because: z.string().nullable(),
    }),
  ), // the latest twenty
  receipts: z.array(receiptShape), // the latest twenty
})
export type ItemWithOffers = z.infer<typeof itemWithOffersShape>

export const getCaseRouting = endpoint({
  method: 'GET', path: '/api/v1/cases/:id/routing', permission: 'case.read', summary: 'How the work of a case was routed: items, offers and receipts, the latest first',
  input: z.object({ id: id<'case'>() }), output: z.object({ items: z.array(itemWithOffersShape) }),
}) // prettier-ignore
export const listQueueItems = endpoint({
  method: 'GET', path: '/api/v1/routing/queues/:queue/items', permission: 'routing.read', summary: 'What waits or is in hand in a queue, by its place',
  input: z.object({ queue: keyOfQueue(), state: z.enum(['waiting', 'offered', 'in_hand', 'live']).default('live'), ...pageInput }),
  output: pageOf(itemShape),
}) // prettier-ignore
export const getItem = endpoint({
  method: 'GET', path: '/api/v1/routing/items/:id', permission: 'case.read', summary: 'A work item, its offers and its receipts',
  input: z.object({ id: itemId() }), output: itemWithOffersShape,
}) // prettier-ignore
export const postItem = endpoint({
  method: 'POST', path: '/api/v1/routing/items', permission: 'case.create',
  summary: 'Somebody is to do this: a call, a visit, a letter, a call-back, or whatever a program brings. Chats, mails and tasks come by themselves',
  input: z.object({
    title: z.string().trim().min(1).max(200),
    case_id: id<'case'>().nullable().default(null),
    queue: keyOfQueue().optional(), // otherwise the rules say
    facts: itemFactsShape, // the channel, and what else is known
    due_at: instant().nullable().default(null),
    keeps_place_of: itemId().nullable().default(null), // a call-back keeps the place of the call
  }),
  output: itemShape,
}) // prettier-ignore
export const deleteItem = endpoint({
  method: 'DELETE', path: '/api/v1/routing/items/:id', permission: 'case.create', summary: 'The customer hung up or went away, or it need not be done any more',
  input: z.object({ id: itemId(), as: z.enum(['left', 'withdrawn']).default('left') }), output: nothing,
}) // prettier-ignore
export const putItemQueue = endpoint({
  method: 'PUT', path: '/api/v1/routing/items/:id/queue', permission: 'case.reply', summary: 'Move a work item to another queue; it keeps its place in time',
  input: z.object({ id: itemId(), queue: keyOfQueue() }), output: itemShape,
}) // prettier-ignore
export const putItemFinished = endpoint({
  method: 'PUT', path: '/api/v1/routing/items/:id/finished', permission: 'signed-in', summary: 'I have done it (what ends by itself does so: a chat that ends, a mail that is answered)',
  input: z.object({ id: itemId() }), output: itemShape,
}) // prettier-ignore
export const putItemTaken = endpoint({
  method: 'PUT', path: '/api/v1/routing/items/:id/taken', permission: 'routing.take', summary: 'I take this one myself, without having been offered it',
  input: z.object({ id: itemId() }), output: itemShape,
}) // prettier-ignore
