// What whoever runs the floor does: see why something waits, move it, raise it, offer it to somebody; who serves which queue today; a queue opened or
// closed until a moment. (Moving an item is of items.ts, breaks are of seats.ts.) Part of the contract.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal } from '#base/contract'
import { countedShape } from './trial.ts'
import { queueKey } from './queue.ts'
import { workChannels } from './work-channels.ts'

const steer = 'routing.steer'
const read = 'routing.read'
const person = id<'person'>()
const item = z.uuid()
const someone = z.object({ id: z.string(), name: z.string() })

// ── why it waits ─────────────────────────────────────────────────────────────────────────────────────────────────────────
// Why nobody has it yet, as data; rules/say-why.ts puts it into words. At most `MOST_NAMED` people are named in each group.
export const MOST_NAMED = 12
// The engine's own reasons (engine/receipt.ts), and `free`: somebody who will have it next.
export const whyNots = ['free', 'off', 'paused', 'busy', 'wrapping', 'on_break', 'not_channel', 'declined', 'not_in_queue', 'outside_ring', 'lacks_degree', 'lacks_ability', 'persons_first'] as const // prettier-ignore
export type WhyNot = (typeof whyNots)[number]
export const whyShape = z.object({
  item,
  queue: z.object({ id: z.string(), name: z.string(), open: z.boolean() }),
  waits_s: z.number(),
  ahead: z.number().int(), // of the same queue, before it
  capable: z.number().int(), // could take it if they were free
  groups: z.array(
    z.object({
      why: z.enum(whyNots),
      count: z.number().int(),
      what: z.string().nullable(), // which skill, which language
      people: z.array(z.object({ id: person, name: z.string(), since: instant().nullable(), channel: z.enum(workChannels).nullable(), until: instant().nullable() })),
    }),
  ),
  coming: z.array(
    z.object({
      at: instant(),
      what: z.enum(['person_first_ends', 'skill_relaxes', 'language_relaxes', 'ring_opens', 'overflows', 'break_ends', 'queue_opens', 'call_back_offered']),
      name: z.string().nullable(), // of the skill, the queue it goes to
      level: z.number().int().nullable(),
      people: z.number().int().nullable(), // how many more it brings
    }),
  ),
}) // prettier-ignore
export type Why = z.infer<typeof whyShape>
export const getWhy = endpoint({
  method: 'GET', path: '/api/v1/floor/items/:item/why', permission: read, summary: 'Why an item still waits: who could take it and what they are doing, and what changes when',
  input: z.object({ item }), output: whyShape,
}) // prettier-ignore

export const listCounted = endpoint({
  method: 'GET', path: '/api/v1/floor/queues/:queue/counted', permission: read, summary: 'The contacts of today that the service level of a queue was counted from',
  input: z.object({ ...pageInput, queue: z.string().max(120), outcome: countedShape.shape.outcome.optional() }), output: pageOf(countedShape),
}) // prettier-ignore

// ── acts ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const raiseItem = endpoint({
  method: 'PUT', path: '/api/v1/floor/items/:item/raise', permission: steer, summary: 'Let what waits pass before the others of its queue',
  input: z.object({ item }), output: nothing,
}) // prettier-ignore
export const offerItem = endpoint({
  method: 'POST', path: '/api/v1/floor/items/:item/offers', permission: steer, summary: 'Offer what waits to a named person, who may decline',
  input: z.object({ item, person }), output: nothing,
}) // prettier-ignore

const until = instant().nullable() // null: until the end of today in the house's hours
export const putPersonQueue = endpoint({
  method: 'PUT', path: '/api/v1/floor/people/:person/queues/:queue', permission: steer, summary: 'Put somebody on a queue, take them off it, or say how gladly they serve it: for a while',
  input: z.object({ person, queue: queueKey(), preference: z.number().int().min(0).max(5), until: until.default(null) }), output: nothing,
}) // prettier-ignore
export const deletePersonQueue = endpoint({
  method: 'DELETE', path: '/api/v1/floor/people/:person/queues/:queue', permission: steer, summary: 'Back to what the rules and skills say',
  input: z.object({ person, queue: queueKey() }), output: nothing,
}) // prettier-ignore
export const putQueueHours = endpoint({
  method: 'PUT', path: '/api/v1/floor/queues/:queue/hours', permission: steer, summary: 'Open or close a queue until a moment, whatever its hours say',
  input: z.object({ queue: queueKey(), open: z.boolean(), until, because: z.string().trim().max(300).default('') }), output: nothing,
}) // prettier-ignore
export const deleteQueueHours = endpoint({
  method: 'DELETE', path: '/api/v1/floor/queues/:queue/hours', permission: steer, summary: 'Back to the hours of the queue',
  input: z.object({ queue: queueKey() }), output: nothing,
}) // prettier-ignore

export const onQueueShape = z.object({
  queue: z.string(),
  name: z.string(),
  preference: z.number().int(), // 0: not theirs; 1 to 5, the higher the rather
  set: z.object({ by: someone, until: instant() }).nullable(), // for today, by whom
})
export const seatOfShape = z.object({
  person: someone,
  queues: z.array(onQueueShape),
})
export type SeatOf = z.infer<typeof seatOfShape>
export const getSeatOf = endpoint({
  method: 'GET', path: '/api/v1/floor/people/:person', permission: read, summary: 'Which queues somebody serves today',
  input: z.object({ person }), output: seatOfShape,
}) // prettier-ignore
// ── events and refusals ──────────────────────────────────────────────────────────────────────────────────────────────────
export const personQueueSet = event(
  'routing.person_queue_set',
  z.object({ person, queue: z.string(), preference: z.number().int().nullable(), until: instant().nullable() }),
)
export const queueHoursSet = event(
  'routing.queue_hours_set',
  z.object({ queue: z.string(), open: z.boolean().nullable(), until: instant().nullable() }),
)
export const itemRaised = event('routing.item_raised', z.object({ item, queue: z.string() }))

export const untilPast = refusal('routing.until_past', 422, {
  fr: 'Ce moment est déjà passé. Choisissez-en un à venir.',
  en: 'This moment has passed already. Choose one to come.',
})
export const itemNotWaiting = refusal('routing.item_not_waiting', 409, {
  fr: 'Ce contact n’attend plus : quelqu’un s’en occupe, ou la personne est partie. Actualisez la liste.',
  en: 'This contact no longer waits: somebody has it, or the person left. Read the list again.',
})
export const floorRefusals = [untilPast, itemNotWaiting]
