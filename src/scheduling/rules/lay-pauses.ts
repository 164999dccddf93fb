// Lunch and breaks of a shift somebody draws by hand, where its pattern wants them. Pure.
import type { Pattern } from '../contract.ts'
import { minutesOf } from '../contract/moments.ts'
import { inOrder, type KeptActivity } from './drawn.ts'

const STEP = 15
const rounded = (minute: number): number => Math.round(minute / STEP) * STEP

type Asked = { length_min: number; starts_minute: number; pattern: Pattern } // starts_minute: of the local day
type Piece = { from: number; to: number }

/**
 * Lunch as near the middle as its hours allow, then breaks in the middle of the longest stretches of work. What does not fit is left out.
 * @returns activities, minutes after the beginning of the shift
 */
export function layPauses({ length_min, starts_minute, pattern }: Asked): KeptActivity[] {
  const lunch = lunchOf({ length_min, starts_minute, pattern })
  const { breaks } = pattern
  if (breaks === 'none') return lunch
  const paid_h = (length_min - lunch.reduce((sum, { from_min, to_min }) => sum + to_min - from_min, 0)) / 60
  const laid = [...lunch]
  for (let left = Math.floor(paid_h / breaks.every_h); left > 0; left--) {
    const piece = longest(laid, length_min)
    const from = rounded(piece.from + (piece.to - piece.from - breaks.minutes) / 2)
    if (from < piece.from + breaks.edge_min || from + breaks.minutes > piece.to - breaks.edge_min) break
    laid.push({
      id: `b${laid.length + 1}`,
      kind: 'break',
      name: '',
      from_min: from,
      to_min: from + breaks.minutes,
      gathering: null,
    })
  }
  return inOrder(laid)
}

function lunchOf({ length_min, starts_minute, pattern: { lunch } }: Asked): KeptActivity[] {
  if (lunch === 'none') return []
  const { minutes, after_h, when_longer_than_h } = lunch
  if ((length_min - minutes) / 60 <= when_longer_than_h) return []
  const earliest = Math.max(after_h * 60, minutesOf(lunch.from) - starts_minute)
  const latest = Math.min(length_min - after_h * 60 - minutes, minutesOf(lunch.to) - starts_minute)
  const middle = (length_min - minutes) / 2
  // A shift in the evening has its meal in its middle, whatever the hours of lunch.
  const from = earliest <= latest ? Math.min(latest, Math.max(earliest, middle)) : middle
  const at = Math.max(0, Math.min(length_min - minutes, rounded(from)))
  return [{ id: 'l1', kind: 'lunch', name: '', from_min: at, to_min: at + minutes, gathering: null }]
}

function longest(laid: readonly KeptActivity[], length_min: number): Piece {
  const edges = inOrder(laid)
  const pieces = [{ from_min: 0, to_min: 0 }, ...edges].map(({ to_min }, nth) => ({
    from: to_min,
    to: edges[nth]?.from_min ?? length_min,
  }))
  return pieces.reduce((best, piece) => (piece.to - piece.from > best.to - best.from ? piece : best))
}
