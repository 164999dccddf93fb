/**
 * How long to wait before trying a lost line again: doubled at every attempt up to a ceiling, spread over its upper half so that the visitors of a
 * restarted server do not all come back in the same instant (equal jitter: M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015).
 * @param attempt how many have failed since the line last stood, from 1
 * @param chance 0 ≤ chance < 1
 * @returns milliseconds, between half of and the whole of min(most, first · 2^(attempt − 1))
 */
export function backoff(attempt: number, chance: number, { first, most }: Pace): number {
  const whole = Math.min(most, first * 2 ** Math.min(attempt - 1, 20))
  return Math.round((whole / 2) * (1 + chance))
}

export type Pace = { first: number; most: number } // milliseconds
export const calmly: Pace = { first: 600, most: 30_000 }
