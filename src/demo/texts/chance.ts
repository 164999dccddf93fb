// Chance that can be told again: the same seed gives the same centre, the same customers and the same letters.
export type Chance = {
  below(most: number): number // 0 … most - 1
  between(least: number, most: number): number // both included
  happens(likelihood: number): boolean // 0 … 1
  one<Item>(items: readonly Item[]): Item
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for made-up people and far too weak for secrets. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number): number => Math.floor(next() * most)
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    happens: (likelihood) => next() < likelihood,
    one: (items) => {
      const found = items[below(items.length)]
      if (found === undefined) throw new Error('there is nothing to choose from')
      return found
    },
  }
}
