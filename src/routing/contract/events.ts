// What routing tells the desk and the rooms above. Facts are small; whoever wants more asks.
import { z } from 'zod'
import { event, id, instant } from '#base/contract'
import { workChannel } from './work-channels.ts'
import { itemEndings, itemId, itemKinds, offerEndings, offerId, seatStates } from './words.ts'

const item = {
  item_id: itemId(),
  kind: z.enum(itemKinds),
  channel: workChannel(),
  queue: z.string(),
  case_id: id<'case'>().nullable(),
}
const person = () => id<'person'>()

export const itemArrived = event('routing.arrived', z.object({ ...item, subject_id: z.string().nullable(), place_at: instant() }))
export const itemOffered = event(
  'routing.offered',
  z.object({ ...item, offer_id: offerId(), person: person(), until: instant().nullable(), ring_all: z.boolean() }),
)
export const offerEnded = event(
  'routing.offer_ended',
  z.object({ ...item, offer_id: offerId(), person: person(), as: z.enum(offerEndings), because: z.string().nullable() }),
)
// by: offer, or by hand without one.
export const itemTaken = event('routing.taken', z.object({ ...item, person: person(), by: z.enum(['offer', 'hand']) }))
export const itemMoved = event(
  'routing.moved',
  z.object({ ...item, from: z.string(), because: z.enum(['overflow', 'by_hand', 'rules']) }),
)
// It went back to its place: whoever had it is gone (`person`), or gave it back.
export const itemBack = event('routing.back', z.object({ ...item, person: person() }))
export const itemEnded = event(
  'routing.ended',
  z.object({ ...item, subject_id: z.string().nullable(), as: z.enum(itemEndings), person: person().nullable() }),
)
// It has waited for long: the customer may be offered a call-back, which keeps the place.
export const callBackOffered = event('routing.call_back_offered', z.object(item))
export const seatChanged = event(
  'routing.seat_changed',
  z.object({ person: person(), state: z.enum(seatStates), since: instant() }),
)
// The rules in force are others: published, a trial begun, widened or ended. Said by rulebook and trial.
export const rulesInForce = event(
  'routing.rules_in_force',
  z.object({ version: z.number().int().nullable(), trial: z.number().int().nullable() }),
)
export const breaksChanged = event('routing.breaks_changed', z.object({ person: person() }))
