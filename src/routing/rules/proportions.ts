// What a share counted from few contacts is worth. Pure.

/** A share with the bounds of its 95 % interval, all between 0 and 1. */
export type Share = { kept: number; of: number; share: number; low: number; high: number }

const Z_95 = 1.959963984540054 // the 97.5th percentile of the normal distribution

/** Wilson's score interval (E. B. Wilson, JASA 22, 1927, p. 209): right for few contacts and near 0 and 1, where the usual one is not. */
export function wilson(kept: number, of: number): Share | null {
  if (of <= 0) return null
  const share = kept / of
  const z2 = Z_95 * Z_95
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of)
  const half = (Z_95 / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))
  // where all or none were kept, the bound is the share itself; floating point would say 0.9999…
  return { kept, of, share, low: kept === 0 ? 0 : middle - half, high: kept === of ? 1 : middle + half }
}

/** One share less another, by Newcombe's hybrid of two Wilson intervals (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10). */
export function difference(one: Share, other: Share): { by: number; low: number; high: number } {
  const by = one.share - other.share
  const below = Math.hypot(one.share - one.low, other.high - other.share)
  const above = Math.hypot(one.high - one.share, other.share - other.low)
  return { by, low: by - below, high: by + above }
}

/**
 * How likely it is that of `of` contacts, each kept with chance `share`, so few are kept that their share is below `least`: the lower tail of the
 * binomial distribution, summed from its smallest term in logarithms. `share` and `least` between 0 and 1.
 */
export function chanceBelow({ of, share, least }: { of: number; share: number; least: number }): number {
  if (share <= 0) return least > 0 ? 1 : 0
  if (share >= 1) return 0
  const odds = Math.log(share) - Math.log1p(-share)
  let term = of * Math.log1p(-share) // the logarithm of the chance that none is kept
  let sum = 0
  for (let kept = 0; kept < of && kept / of < least; kept++) {
    sum += Math.exp(term)
    term += Math.log(of - kept) - Math.log(kept + 1) + odds
  }
  return Math.min(1, sum)
}
