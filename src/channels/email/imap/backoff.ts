/**
 * How long to wait before trying again: doubled at every attempt up to a ceiling, and spread so that a hundred mailboxes of one server
 * do not come back in the same second (equal jitter: M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015).
 * @param attempt how many attempts have failed since the last progress, from 1
 * @param chance 0 ≤ chance < 1
 * @returns milliseconds, between half of and the whole of min(most, first · 2^(attempt − 1))
 */
export function backoff(attempt: number, chance: number, bounds: { first: number; most: number }): number {
  const whole = Math.min(bounds.most, bounds.first * 2 ** Math.min(attempt - 1, 30))
  return Math.round(whole / 2 + (whole / 2) * chance)
}

export const afterTrouble = { first: 1_000, most: 300_000 }
// A wrong password does not mend itself, and providers lock accounts that insist.
export const afterRefusal = { first: 60_000, most: 1_800_000 }
