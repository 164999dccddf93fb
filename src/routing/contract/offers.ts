// Offers: somebody is asked to do something, for some seconds. Part of the contract.
import { z } from 'zod'
import { endpoint, instant, nothing } from '#base/contract'
import { itemShape, receiptShape } from './items.ts'
import { offerId } from './words.ts'

export const offerShape = z.object({
  id: offerId(),
  item: itemShape,
  offered_at: instant(),
  until: instant().nullable(), // null: until somebody takes it
  seconds: z.number().nullable(), // how long it was offered for
  ring_all: z.boolean(), // others are asked at the same time
  receipt: receiptShape.nullable(),
})
export type Offered = z.infer<typeof offerShape>

// `now` is the server's clock: seconds left are counted from it, not from the desk's own.
export const listMyOffers = endpoint({
  method: 'GET', path: '/api/v1/routing/offers', permission: 'routing.take', summary: 'What I am offered at this moment, the first to lapse first',
  input: nothing, output: z.object({ items: z.array(offerShape), now: instant() }),
}) // prettier-ignore
export const putAcceptance = endpoint({
  method: 'PUT', path: '/api/v1/routing/offers/:id/acceptance', permission: 'routing.take', summary: 'I take it',
  input: z.object({ id: offerId() }), output: z.object({ item: itemShape }),
}) // prettier-ignore
export const putDecline = endpoint({
  method: 'PUT', path: '/api/v1/routing/offers/:id/decline', permission: 'routing.take', summary: 'I do not take it, and why; it goes back at its place',
  input: z.object({ id: offerId(), because: z.string().trim().max(300).default('') }), output: nothing,
}) // prettier-ignore
