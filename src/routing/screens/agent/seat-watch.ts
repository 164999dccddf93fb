// For the seat menu: how I stand, in a word and a load, said in both languages so that the desk need not carry the words. Undefined until it is
// known, and where nothing is routed to me.
import type { MySeat } from '../../contract.ts'
import { heldNow, listenHeld } from './held.ts'
import { said, type Said } from '../../rules/said.ts'
import { openSeat } from './seat-open.ts'
import { words } from './seat-words.ts'

export type SeatAtAGlance = { label: Said; standing: Said; load: string; open: () => void }

const MOST_PIPS = 5
const LABEL = said('Ma place…', 'My seat…')

let last: { seat: MySeat; glance: SeatAtAGlance } | null = null

export const seatWatch = () => ({ listen: listenHeld, count: glance })

// The same answer while nothing changed: whoever watches compares by identity.
function glance(): SeatAtAGlance | undefined {
  const { seat } = heldNow()
  if (!seat?.routed) return undefined
  if (last?.seat !== seat)
    last = {
      seat,
      glance: {
        label: LABEL,
        standing: said(words.fr[seat.state], words.en[seat.state]),
        load: pips(seat.load),
        open: () => openSeat(),
      },
    }
  return last.glance
}

function pips({ used, most }: MySeat['load']): string {
  const full = most > 0 ? Math.ceil(Math.min(1, used / most) * MOST_PIPS) : 0
  return '●'.repeat(full) + '○'.repeat(MOST_PIPS - full)
}
