// What had been forecast against what came.

type Column = (number | null)[] // null: not known, or not forecast
export type Compared = { came: Column; mean: Column; p10: Column; p90: Column }
export type Errors = { intervals: number; came: number; wape: number | null; bias: number | null; within: number | null }

/** WAPE = Σ|came − forecast| ÷ Σ came; bias = Σ(forecast − came) ÷ Σ came, above 0 too many were forecast; null where nobody came. Intervals of which both are known.
 * Within: the share that came between the bounds, of intervals in which anybody came or might have; a night in which nobody was expected proves nothing. */
export function errorsOf({ came, mean, p10, p90 }: Compared): Errors {
  let [intervals, total, off, over, inside, judged] = [0, 0, 0, 0, 0, 0]
  for (const [i, value] of came.entries()) {
    const [expected, least, most] = [mean[i] ?? null, Math.floor(p10[i] ?? 0), Math.ceil(p90[i] ?? 0)]
    if (value === null || expected === null) continue
    intervals += 1
    total += value
    off += Math.abs(value - expected)
    over += expected - value
    if (value === 0 && most === 0) continue
    judged += 1
    if (value >= least && value <= most) inside += 1
  }
  const share = (of: number): number | null => (total > 0 ? Math.round((of / total) * 10_000) / 10_000 : null)
  return {
    intervals,
    came: total,
    wape: share(off),
    bias: share(over),
    within: judged > 0 ? Math.round((inside / judged) * 1_000) / 1_000 : null,
  }
}
