// Which of several published forecasts counts, quarter by quarter: the latest of those that are valid by then.
import type { Span } from './quarters.ts'

export type Stretch<Of> = Span & { of: Of }

/** @param latestFirst each with the span it is valid for; answers stretches in order of time, without those nothing speaks of */
export function inForce<Of extends Span>(latestFirst: readonly Of[], span: Span): Stretch<Of>[] {
  let open: Span[] = [span]
  const found: Stretch<Of>[] = []
  for (const of of latestFirst) {
    const still: Span[] = []
    for (const gap of open) {
      const [from, to] = [Math.max(gap.from, of.from), Math.min(gap.to, of.to)]
      if (from >= to) {
        still.push(gap)
        continue
      }
      found.push({ from, to, of })
      if (gap.from < from) still.push({ from: gap.from, to: from })
      if (to < gap.to) still.push({ from: to, to: gap.to })
    }
    open = still
    if (open.length === 0) break
  }
  return found.sort((a, b) => a.from - b.from)
}
