// Whether a figure keeps what a target promises.
import { figureFor, figureIn } from './figures.ts'
import type { Load } from '../contract/load.ts'
import type { Target } from '../contract/target.ts'
import { solve } from './solve.ts'

export type Judged = { reached: number | null; met: boolean }

/**
 * With nobody coming every target is kept. A figure that does not exist keeps none: nobody answered has no mean wait. Nor does a queue that grows without
 * end: that nobody there gives up, and everybody is busy all the time, is no promise kept.
 */
export function judge(target: Target, load: Load, agents: number): Judged {
  if (load.calls_per_hour === 0) return { reached: agents === 0 ? null : figureFor(target, load, agents), met: true }
  const solved = solve(load, agents)
  const reached = figureIn(target, solved)
  return { reached, met: solved.stable && reached !== null && keeps(target, reached) }
}

export function keeps(target: Target, reached: number): boolean {
  if ('share' in target) return reached >= target.share
  return 'most_s' in target ? reached <= target.most_s : reached <= target.most_share
}
