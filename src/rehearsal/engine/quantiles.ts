// Quantiles of waits, out of histograms (tally.ts).
import { BUCKETS, endsOf } from './tally.ts'

/**
 * The wait in seconds that the given shares (rising, 0…1) of all did not exceed, linear within a bucket: right to 0.8 % of itself. `parts`: where the
 * histograms that are looked at together begin in `counts`. NaN for each when nobody is in them.
 */
export function quantilesOf(counts: Int32Array, parts: readonly number[], shares: readonly number[]): number[] {
  const sum = new Float64Array(BUCKETS)
  let total = 0
  for (const part of parts) {
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const count = counts[part + bucket]! // parts lie within
      sum[bucket] = sum[bucket]! + count // likewise
      total += count
    }
  }
  return total === 0
    ? shares.map(() => Number.NaN)
    : walk(
        sum,
        shares.map((share) => share * total),
      )
}

function walk(sum: Float64Array, wanted: readonly number[]): number[] {
  const found: number[] = []
  let below = 0
  for (let bucket = 0; bucket < BUCKETS && found.length < wanted.length; bucket++) {
    const count = sum[bucket]! // within its length
    while (count > 0 && found.length < wanted.length && below + count >= wanted[found.length]!) {
      const { from, to } = endsOf(bucket)
      found.push(from + (to - from) * Math.max(0, (wanted[found.length]! - below) / count)) // within its length
    }
    below += count
  }
  return found
}
