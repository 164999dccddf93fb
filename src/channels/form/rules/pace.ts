// How fast an address, and a form, may send; and how much work is asked of the next one. The counting is pure: who holds the book gives the time.
export type Bound = { most: number; seconds: number }

// Generous to a household or a shop behind one address, closed to a flood.
export const PER_ADDRESS: readonly Bound[] = [{ most: 5, seconds: 60 }, { most: 20, seconds: 3_600 }, { most: 60, seconds: 86_400 }] // prettier-ignore
export const PER_FORM: readonly Bound[] = [{ most: 300, seconds: 60 }]
export const UNPROVEN: readonly Bound[] = [{ most: 2, seconds: 600 }] // without the work of a script: beyond it a question is asked
const LEAST_BITS = 13 // about 8,000 hashes: a twentieth of a second on a telephone
const MOST_BITS = 19

/** Seconds until one more fits the bounds, 0 when it fits. `times`: when the earlier ones were, in milliseconds, oldest first. */
export function waitFor(times: readonly number[], now: number, bounds: readonly Bound[]): number {
  const waits = bounds.map(({ most, seconds }) => {
    const within = times.filter((at) => at > now - seconds * 1_000)
    const blocking = within.at(-most)
    return within.length < most || blocking === undefined ? 0 : (blocking + seconds * 1_000 - now) / 1_000
  })
  return Math.max(0, ...waits)
}

/** Zero bits asked of the next proof: one more, twice the work, for every two that came from there within ten minutes. */
export const bitsFor = (times: readonly number[], now: number): number =>
  Math.min(MOST_BITS, LEAST_BITS + Math.floor(times.filter((at) => at > now - 600_000).length / 2))

const MOST_CALLERS = 20_000
const MOST_TIMES = 400
export type Book = { times(caller: string): readonly number[]; note(caller: string, now: number): void }

/** The latest callers and when they came. The map keeps the order of use: the longest silent is forgotten first. */
export function openBook(): Book {
  const kept = new Map<string, number[]>()
  return {
    times: (caller) => kept.get(caller) ?? [],
    note: (caller, now) => {
      const times = [...(kept.get(caller) ?? []), now].slice(-MOST_TIMES)
      kept.delete(caller)
      kept.set(caller, times)
      const [first] = kept.keys()
      if (kept.size > MOST_CALLERS && first !== undefined) kept.delete(first)
    },
  }
}
