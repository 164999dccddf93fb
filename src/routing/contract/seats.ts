// Seats: how somebody stands before their work, and the breaks that are planned for them. Part of the contract.
import { z } from 'zod'
import { endpoint, id, instant, nothing, pageInput, pageOf } from '#base/contract'
import { itemShape } from './items.ts'
import { named, queueNamed, seatStates } from './words.ts'

const person = () => id<'person'>()

export const breakShape = z.object({
  id: id<'break'>(),
  person: named,
  kind: z.enum(['lunch', 'pause', 'training', 'meeting', 'other']),
  starts_at: instant(),
  ends_at: instant(),
})
export type Break = z.infer<typeof breakShape>

export const seatShape = z.object({
  person: named,
  state: z.enum(seatStates),
  since: instant(),
  until: instant().nullable(), // of a pause or a wrap-up that ends by itself
  because: z.string().nullable(), // of a pause
  paused_channels: z.array(z.string()), // ready, but not for these
  wrapping: z.object({ item_id: id<'item'>(), title: z.string(), since: instant(), until: instant() }).nullable(),
  load: z.object({ used: z.number(), most: z.number() }), // units of capacity; what is offered counts
  in_hand: z.number().int(),
  offered: z.number().int(),
  next_break: breakShape.nullable(),
})
export type Seat = z.infer<typeof seatShape>

export const mySeatShape = seatShape.extend({
  routed: z.boolean(), // there are rules, and a queue of mine; otherwise nothing of this is shown
  queues: z.array(queueNamed), // the ones I serve, my preference first
  items: z.array(itemShape), // what I have in hand
  pull: z.array(queueNamed.extend({ waiting: z.number().int() })), // queues from which I ask for the next, and how many wait there
})
export type MySeat = z.infer<typeof mySeatShape>

export const getMySeat = endpoint({
  method: 'GET', path: '/api/v1/routing/seat', permission: 'signed-in', summary: 'My seat: whether I am offered work, and what I have in hand', input: nothing, output: mySeatShape,
}) // prettier-ignore
export const putMySeat = endpoint({
  method: 'PUT', path: '/api/v1/routing/seat', permission: 'routing.take', summary: 'I pause, for everything or some channels, or am ready again',
  input: z.object({
    state: z.enum(['ready', 'paused']),
    because: z.string().trim().max(100).default(''),
    until: instant().optional(), // ready again by itself
    channels: z.array(z.string().max(40)).max(20).default([]), // with `ready`: not for these
  }),
  output: mySeatShape,
}) // prettier-ignore
export const putWrapUp = endpoint({
  method: 'PUT', path: '/api/v1/routing/seat/wrap-up', permission: 'routing.take', summary: 'I have wrapped up, or (once) need longer',
  input: z.object({ done: z.boolean() }), output: mySeatShape,
}) // prettier-ignore
export const postNext = endpoint({
  method: 'POST', path: '/api/v1/routing/seat/next', permission: 'routing.take', summary: 'Give me the next: what I would be offered, mine at once',
  input: nothing, output: z.object({ found: z.boolean(), item: itemShape.nullable() }),
}) // prettier-ignore
export const listSeats = endpoint({
  method: 'GET', path: '/api/v1/routing/seats', permission: 'routing.read', summary: 'How everybody stands before their work',
  input: z.object({ ...pageInput, team: id<'team'>().optional() }), output: pageOf(seatShape),
}) // prettier-ignore
export const putOthersSeat = endpoint({
  method: 'PUT', path: '/api/v1/routing/seats/:person', permission: 'presence.set_others', summary: 'Somebody else pauses, or is ready again',
  input: z.object({ person: person(), state: z.enum(['ready', 'paused']), because: z.string().trim().max(100).default(''), until: instant().optional() }),
  output: seatShape,
}) // prettier-ignore

export const listBreaks = endpoint({
  method: 'GET', path: '/api/v1/routing/breaks', permission: 'signed-in', summary: 'Breaks planned from an instant on: mine, or somebody’s (routing.read)',
  input: z.object({ ...pageInput, person: person().optional(), from: instant().optional() }), output: pageOf(breakShape),
}) // prettier-ignore
export const postBreak = endpoint({
  method: 'POST', path: '/api/v1/routing/breaks', permission: 'signed-in', summary: 'Plan a break: mine, or somebody’s (presence.set_others); nothing is offered that would run into it',
  input: z.object({
    person: person().optional(), kind: breakShape.shape.kind.default('pause'), starts_at: instant(), ends_at: instant(),
  }),
  output: breakShape,
}) // prettier-ignore
export const deleteBreak = endpoint({
  method: 'DELETE', path: '/api/v1/routing/breaks/:id', permission: 'signed-in', summary: 'Take back a planned break', input: z.object({ id: id<'break'>() }), output: nothing,
}) // prettier-ignore
