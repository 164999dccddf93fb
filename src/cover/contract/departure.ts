// Somebody leaves the house: everything that rests on them goes to somebody, and only then do they go.
import { z } from 'zod'
import { endpoint, event, id, instant, type Id } from '#base/contract'
import { itemKinds, MOST_CHOSEN, portfolioShape } from '#handovers/contract'

export type DepartureId = Id<'departure'>
const personId = () => id<'person'>()
const departure = () => id<'departure'>()
const person = z.object({ id: personId(), name: z.string() })

export const restingShape = z.object({
  kind: z.string(),
  count: z.number().int(),
  offered: z.number().int(), // of them, waiting for somebody's answer
  items: z.array(z.object({ id: z.string(), name: z.string(), path: z.string().nullable() })), // the first ones
  way: z.enum(['offer', 'pass', 'end']), // offered to a receiver; passed at once; ends with the departure
})
export type RestingKind = z.infer<typeof restingShape>
export const departureShape = z.object({
  id: departure(),
  person,
  last_day: z.iso.date(),
  begun_at: instant(),
  begun_by: z.string(),
  finished_at: instant().nullable(),
  called_off_at: instant().nullable(),
  resting: z.array(restingShape),
  left: z.number().int(), // how many things still rest on them
  offers: z.array(portfolioShape),
  may_finish: z.boolean(),
})
export type Departure = z.infer<typeof departureShape>
const brief = departureShape.omit({ resting: true, offers: true, may_finish: true, left: true })

// To whom: one person; a team, evenly, each customer whole; or whoever knows about it best.
export const receiverShape = z.union([
  z.object({ person: personId() }),
  z.object({ team: id<'team'>() }),
  z.object({ directory: z.literal(true) }),
])
export type Receiver = z.infer<typeof receiverShape>

const one = z.object({ id: departure() })
export const listDepartures = endpoint({
  method: 'GET', path: '/api/v1/departures', permission: 'staff.manage', summary: 'Who is about to leave', input: z.object({}), output: z.object({ items: z.array(brief) }),
}) // prettier-ignore
export const postDeparture = endpoint({
  method: 'POST', path: '/api/v1/departures', permission: 'staff.manage', summary: 'Somebody will leave: begin, or go on with, their departure',
  input: z.object({ person: personId(), last_day: z.iso.date() }), output: departureShape,
}) // prettier-ignore
export const getDeparture = endpoint({
  method: 'GET', path: '/api/v1/departures/:id', permission: 'staff.manage', summary: 'What still rests on somebody who leaves, and how far it has passed', input: one, output: departureShape,
}) // prettier-ignore
export const postPassing = endpoint({
  method: 'POST', path: '/api/v1/departures/:id/passings', permission: 'staff.manage', summary: 'Offer what rests on them to one person, or share it out over a team; managers, deputies and the like pass at once',
  input: z.object({
    id: departure(), kinds: z.array(z.string().max(40)).min(1).max(20), to: receiverShape, message: z.string().trim().max(4_000).default(''), introduce: z.boolean().default(true),
    customers: z.array(z.uuid()).max(MOST_CHOSEN).optional(), companies: z.array(z.uuid()).max(MOST_CHOSEN).optional(),
    items: z.array(z.object({ kind: z.enum(itemKinds), id: z.uuid() })).max(MOST_CHOSEN).optional(),
  }),
  output: departureShape,
}) // prettier-ignore
export const getSplit = endpoint({
  method: 'POST', path: '/api/v1/departures/:id/splits', permission: 'staff.manage', summary: 'How it would be shared out, before it is',
  input: z.object({ id: departure(), kinds: z.array(z.enum(itemKinds)).min(1), to: receiverShape }),
  output: z.object({ shares: z.array(z.object({ person, things: z.number().int(), customers: z.number().int(), open_cases: z.number().int() })), nobody: z.number().int() }),
}) // prettier-ignore
export const putInTheirPlace = endpoint({
  method: 'PUT', path: '/api/v1/departures/:id/accepted', permission: 'case.assign', summary: 'A manager accepts, in the place of those who were asked, all that still waits',
  input: z.object({ id: departure(), because: z.string().trim().min(1).max(4_000) }), output: departureShape,
}) // prettier-ignore
export const putFinished = endpoint({
  method: 'PUT', path: '/api/v1/departures/:id/finished', permission: 'staff.manage', summary: 'They leave: only when nothing rests on them; `successor` is named for what still comes for them later',
  input: z.object({ id: departure(), successor: personId() }), output: departureShape,
}) // prettier-ignore
export const deleteDeparture = endpoint({
  method: 'DELETE', path: '/api/v1/departures/:id', permission: 'staff.manage', summary: 'They stay after all; what has passed has passed', input: one, output: z.object({}),
}) // prettier-ignore

const about = { departure: departure(), person: personId() }
export const departureBegun = event('cover.departure_begun', z.object(about))
export const departureEnded = event('cover.departure_ended', z.object({ ...about, as: z.enum(['finished', 'called_off']) }))
