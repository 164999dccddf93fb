// Searches over whole and real numbers, for conditions that once true stay true.

/**
 * The smallest whole number in least … most for which `holds`, or null where it holds for none. `holds` must not become false again as the number
 * grows; the answer is proven by having been tried, and the number below it too. Galloping away from `guess`, then halving.
 */
export function smallest(
  holds: (n: number) => boolean,
  { least = 0, most, guess }: { least?: number; most: number; guess: number },
): number | null {
  if (most < least) return null
  let at = Math.min(most, Math.max(least, Math.ceil(guess)))
  let fails = least - 1
  let works: number | null = null
  if (holds(at)) {
    works = at
    for (let step = 1; works > least; step *= 2) {
      at = Math.max(least, works - step)
      if (!holds(at)) {
        fails = at
        break
      }
      works = at
    }
  } else {
    fails = at
    for (let step = 1; fails < most; step *= 2) {
      at = Math.min(most, fails + step)
      if (holds(at)) {
        works = at
        break
      }
      fails = at
    }
  }
  if (works === null) return null
  while (works - fails > 1) {
    const middle: number = Math.floor((works + fails) / 2)
    if (holds(middle)) works = middle
    else fails = middle
  }
  return works
}

/** The largest real number in 0 … most for which `holds`, to a relative 1e-12 from below; `holds` must not become true again. null: not even near 0. */
export function largestReal(holds: (value: number) => boolean, { most, guess }: { most: number; guess: number }): number | null {
  if (holds(most)) return most
  let fails = most
  let works = Math.min(most, guess)
  for (let halved = 0; !holds(works); halved++) {
    if (halved > 100) return null
    fails = works
    works /= 2
  }
  for (let doubled = works * 2; doubled < fails && holds(doubled); doubled *= 2) works = doubled
  fails = Math.min(fails, works * 2)
  for (let i = 0; i < 200 && fails - works > 1e-12 * works; i++) {
    const middle = (works + fails) / 2
    if (holds(middle)) works = middle
    else fails = middle
  }
  return works
}
