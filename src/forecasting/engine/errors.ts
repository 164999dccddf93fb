// How far forecasts were from what came. Pure.

/** Sums over intervals of which both are known; every figure is a ratio of them. */
export type Sums = { off: number; over: number; came: number; intervals: number; deviance: number }

export const noSums = (): Sums => ({ off: 0, over: 0, came: 0, intervals: 0, deviance: 0 })

/** Adds a day: what was told, what came (NaN: not known, left out). */
export function addDay(sums: Sums, told: Float64Array, came: Float64Array): void {
  came.forEach((count, s) => {
    if (Number.isNaN(count)) return
    const mean = told[s] ?? 0
    sums.off += Math.abs(mean - count)
    sums.over += mean - count
    sums.came += count
    sums.intervals += 1
    sums.deviance += devianceOf(count, mean)
  })
}

/** Weighted absolute percentage error: Σ|told − came| ÷ Σ came; null where nothing came. Source: Kolassa & Schütz, Foresight 6 (2007). */
export const wape = ({ off, came }: Sums): number | null => (came > 0 ? off / came : null)
/** Σ(told − came) ÷ Σ came. */
export const bias = ({ over, came }: Sums): number | null => (came > 0 ? over / came : null)

/** The least that is believed to be expected where somebody came after all: otherwise a method that tells 0 would be infinitely wrong. */
const LEAST_EXPECTED = 1e-4

function devianceOf(count: number, mean: number): number {
  const expected = Math.max(mean, count > 0 ? LEAST_EXPECTED : 0)
  return 2 * ((count > 0 ? count * Math.log(count / expected) : 0) - (count - expected))
}
