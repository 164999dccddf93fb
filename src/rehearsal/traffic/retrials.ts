// Who gave up and came again. In the traffic of a period they are there already as contacts of their own; the share is told, and a rehearsal of
// more or less traffic does not need it again.
import { countOf, type Contacts } from './contacts.ts'

export const AGAIN_WITHIN_S = 86_400

export type Retrials = { gave_up: number; came_again: number; mean_after_s: number | null }

/** Of those who gave up and are known (a customer), how many came again by any door within a day. */
export function retrialsOf({ arrived_ms, gone_ms, customer, ...rest }: Contacts): Retrials {
  const order = Array.from({ length: countOf({ arrived_ms, gone_ms, customer, ...rest }) }, (_, i) => i)
  order.sort((a, b) => (arrived_ms[a] ?? 0) - (arrived_ms[b] ?? 0))
  const waiting = new Map<number, number>() // when a customer gave up
  let [gave_up, came_again, after] = [0, 0, 0]
  for (const i of order) {
    const who = customer[i] ?? -1
    if (who < 0) continue
    const gone = waiting.get(who)
    const later_s = gone === undefined ? NaN : ((arrived_ms[i] ?? NaN) - gone) / 1_000
    if (later_s >= 0) waiting.delete(who)
    if (later_s >= 0 && later_s <= AGAIN_WITHIN_S) {
      came_again += 1
      after += later_s
    }
    const left = gone_ms[i] ?? NaN
    if (left >= 0) {
      gave_up += 1
      waiting.set(who, left)
    }
  }
  return { gave_up, came_again, mean_after_s: came_again > 0 ? after / came_again : null }
}
