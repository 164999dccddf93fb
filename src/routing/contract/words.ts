// The words of routing: what waits, how it stands, how it may end.
import { z } from 'zod'
import { id, type Id } from '#base/contract'

export type ItemId = Id<'item'>
export type OfferId = Id<'offer'>
export type BreakId = Id<'break'>

// What the item stands for: a chat that is held, an answer owed in a case, a task asked of a team, a call-back that was promised, or what a
// door or a program gave us (a call, a visit, a letter).
export const itemKinds = ['chat', 'message', 'task', 'promise', 'given'] as const
export type ItemKind = (typeof itemKinds)[number]

// waiting: nobody is asked; offered: somebody is; in_hand: somebody has it; over: see how it ended.
export const itemStates = ['waiting', 'offered', 'in_hand', 'over'] as const
export type ItemState = (typeof itemStates)[number]

// done: somebody did it; left: the customer went away first; refused: by the rules (closed hours, too many waiting); call_back: the customer is
// called back instead; withdrawn: it need not be done any more, or nobody routes it any more.
export const itemEndings = ['done', 'left', 'refused', 'call_back', 'withdrawn'] as const
export type ItemEnding = (typeof itemEndings)[number]

// lapsed: nobody answered in time; withdrawn: somebody else took it, it was taken away, or the person went away.
export const offerEndings = ['accepted', 'declined', 'lapsed', 'withdrawn'] as const
export type OfferEnding = (typeof offerEndings)[number]

// ready: may be offered work; paused: there, but asked for a pause; wrapping: finishing what was just done; off: not available, absent, gone.
export const seatStates = ['ready', 'paused', 'wrapping', 'off'] as const
export type SeatState = (typeof seatStates)[number]

export const itemId = () => id<'item'>()
export const offerId = () => id<'offer'>()
export const named = z.object({ id: id<'person'>(), name: z.string() })
export const queueNamed = z.object({ key: z.string(), name: z.string() }) // the key is the same in every version of the rulebook
export const keyOfQueue = () => z.string().trim().min(1).max(60)
