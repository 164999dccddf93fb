// What had been forecast against what came.

export type Compared = { came: Float64Array; mean: Float64Array; p10: Float64Array; p90: Float64Array } // NaN: not known, or not forecast
export type Errors = { intervals: number; came: number; wape: number | null; bias: number | null; within: number | null }

/** WAPE = Σ|came − forecast| ÷ Σ came; bias = Σ(forecast − came) ÷ Σ came, above 0 too many were forecast; null where nobody came. Intervals of which both are known. */
export function errorsOf({ came, mean, p10, p90 }: Compared): Errors {
  let [intervals, total, off, over, inside] = [0, 0, 0, 0, 0]
  for (const [i, value] of came.entries()) {
    const expected = mean[i]!
    if (Number.isNaN(value) || Number.isNaN(expected)) continue
    intervals += 1
    total += value
    off += Math.abs(value - expected)
    over += expected - value
    if (value >= Math.floor(p10[i]!) && value <= Math.ceil(p90[i]!)) inside += 1
  }
  const share = (of: number): number | null => (total > 0 ? Math.round((of / total) * 10_000) / 10_000 : null)
  return {
    intervals,
    came: total,
    wape: share(off),
    bias: share(over),
    within: intervals > 0 ? Math.round((inside / intervals) * 1_000) / 1_000 : null,
  }
}
