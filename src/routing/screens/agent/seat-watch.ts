// For the seat menu: how I stand, in a word and a load. Undefined until it is known, and where nothing is routed to me.
import type { MySeat } from '../../contract.ts'
import { heldNow, listenHeld } from './held.ts'
import { openSeat } from './seat-open.ts'

export type SeatAtAGlance = { state: MySeat['state']; used: number; most: number; open: () => void }

let last: { seat: MySeat; glance: SeatAtAGlance } | null = null

export const seatWatch = () => ({ listen: listenHeld, count: glance })

// The same answer while nothing changed: whoever watches compares by identity.
function glance(): SeatAtAGlance | undefined {
  const { seat } = heldNow()
  if (!seat?.routed) return undefined
  if (last?.seat !== seat) last = { seat, glance: { state: seat.state, ...seat.load, open: () => openSeat() } }
  return last.glance
}
