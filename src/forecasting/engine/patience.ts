// How long people wait before they give up, from single waits. Pure.
import { kaplanMeier, meanPatience, patienceAt, type Wait } from '#queueing/engine'
import type { SeriesAnswer } from '../contract/answer.ts'

const MOST_POINTS = 100

/** Kaplan–Meier with an exponential tail; waits of 0 s say nothing and are left out. null where nobody waited. */
export function patienceOf(waits: readonly Wait[] | undefined): SeriesAnswer['patience'] {
  const tried = (waits ?? []).filter(({ waited_s }) => waited_s > 0)
  if (tried.length === 0) return null
  const curve = kaplanMeier(tried)
  const mean = meanPatience(curve)
  const median = patienceAt(curve, 0.5)
  const each = Math.max(1, Math.ceil(curve.steps.length / MOST_POINTS))
  return {
    mean_s: Number.isFinite(mean) ? mean : null,
    median_s: Number.isFinite(median) ? median : null,
    n: curve.n,
    gave_up: curve.gave_up,
    survival: curve.steps
      .filter((_, i) => i % each === each - 1 || i === curve.steps.length - 1)
      .map(({ at_s, survival }) => ({ at_s, share: survival })),
  }
}
