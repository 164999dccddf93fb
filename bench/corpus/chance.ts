// Chance that can be repeated: the same seed gives the same corpus on every machine (mulberry32, public domain).
export type Chance = { next(): number; below(n: number): number; one<T>(from: readonly T[]): T }

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { next, below, one: (from) => from[below(from.length)]! }
}
