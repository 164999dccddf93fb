// What people missing and people idle cost: convex, so that a shortage is spread rather than heaped, and likewise what is over.
import { SLOTS_PER_HOUR } from './grid.ts'

export type CoverWeights = { short: number; over: number } // of one person for one hour

// Shares of the need (and at least one, two people) up to which each price holds.
const SHORT = [{ to: 0.1, least: 1, price: 1 }, { to: 0.25, least: 3, price: 1.5 }, { to: 0, least: Infinity, price: 2.5 }] as const // prettier-ignore
const OVER = [{ to: 0.1, least: 1, price: 1 }, { to: 0.25, least: 3, price: 2 }, { to: 0, least: Infinity, price: 3 }] as const // prettier-ignore

/** Cost of one slot with `here` people (whole) where `need` are needed. */
export function coverCost(need: number, here: number, weights: CoverWeights): number {
  const missing = need - here
  return missing > 0
    ? (weights.short / SLOTS_PER_HOUR) * priced(missing, need, SHORT)
    : (weights.over / SLOTS_PER_HOUR) * priced(-missing, need, OVER)
}

function priced(amount: number, need: number, pieces: typeof SHORT | typeof OVER): number {
  let [sum, from] = [0, 0]
  for (const { to, least, price } of pieces) {
    const until = Math.max(to * need, least)
    if (amount <= until) return sum + (amount - from) * price
    sum += (until - from) * price
    from = until
  }
  return sum
}
