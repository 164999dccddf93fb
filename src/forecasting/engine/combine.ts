// A mean of the best methods: what each does badly, the others do not do badly in the same way. Pure.
import type { Runner, Scored, Told } from './race.ts'

const MOST_MADE_OF = 3
/** Whoever is worse than the best by more is left out. */
const NEAR_THE_BEST = 1.2

/**
 * The mean of the best, weighted by 1 ÷ loss². Each trial is combined with weights from the other trials only, so that the combination is judged on
 * days that had no say in it. null where there are not two near each other.
 * Source: Bates & Granger, "The combination of forecasts", Operational Research Quarterly 20 (1969); weights as in the "inverse MSE" form.
 * @param lossOf the loss of a method over all trials but `without` (null: over all)
 */
export function combination(scored: readonly Scored[], lossOf: (one: Scored, without: number | null) => number): Runner | null {
  const weightsFrom = (without: number | null): number[] => {
    const losses = scored.map((one) => lossOf(one, without))
    const sorted = losses.toSorted((a, b) => a - b)
    const best = sorted[0] ?? 0
    const worst = sorted[Math.min(MOST_MADE_OF, sorted.length) - 1] ?? 0
    const weights = losses.map((loss) => (loss <= worst && loss <= best * NEAR_THE_BEST ? 1 / Math.max(loss, 1e-12) ** 2 : 0))
    const sum = weights.reduce((all, weight) => all + weight, 0)
    return weights.map((weight) => weight / sum)
  }
  const weights = weightsFrom(null)
  if (!(weights.filter((weight) => weight > 0).length >= 2)) return null
  return {
    method: 'combination',
    trials: (scored[0]?.trials ?? []).map((_, t) => {
      const without = weightsFrom(t)
      return mean(
        scored.map(({ trials }) => trials[t] ?? []),
        without,
      )
    }),
    final: mean(
      scored.map(({ final }) => final),
      weights,
    ),
    made_of: scored.flatMap(({ method }, i) => ((weights[i] ?? 0) > 0 ? [{ method, weight: weights[i] ?? 0 }] : [])),
  }
}

function mean(told: readonly Told['final'][], weights: readonly number[]): Float64Array[] {
  return (told[0] ?? []).map((day, d) =>
    day.map((_, s) => told.reduce((sum, days, i) => sum + (weights[i] ? (weights[i] ?? 0) * (days[d]?.[s] ?? 0) : 0), 0)),
  )
}
