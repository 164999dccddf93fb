// Steps made smooth. People move one at a time, and a cost with kinks holds them where no single move helps though two would; on a smooth one they go on.
// The kinks come back little by little (graduated optimisation: Blake and Zisserman, Visual Reconstruction, 1987).
import type { Problem } from './problem.ts'

/** Steps as means over so many people more and fewer: a share of the need, at least one. */
export function smoothed({ step, stepAt }: Pick<Problem, 'step' | 'stepAt'>, width: number): Float64Array {
  const rows = [...new Set(stepAt)].toSorted((a, b) => a - b)
  const out = new Float64Array(step.length)
  for (const [r, from] of rows.entries()) {
    const to = rows[r + 1] ?? step.length
    let need = from
    while (need < to && step[need]! < 0) need++
    const reach = Math.max(1, Math.ceil(width * (need - from)))
    for (let i = from; i < to; i++) out[i] = meanAround(step, { from, to, i, reach })
  }
  return out
}

function meanAround(step: Float64Array, { from, to, i, reach }: { from: number; to: number; i: number; reach: number }): number {
  let [sum, weights] = [0, 0]
  for (let o = -reach; o <= reach; o++) {
    const weight = reach + 1 - Math.abs(o)
    sum += weight * step[Math.max(from, Math.min(to - 1, i + o))]!
    weights += weight
  }
  return sum / weights
}
