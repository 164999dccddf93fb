// Whether new rules, tried on a share of the traffic, still serve people well enough. Pure: five counts for each side in, a verdict out.
//
// The figure itself is judged, not the bound of its interval: to go back costs a click, to go on costs customers. What keeps chance away is the
// fewest contacts one must have counted, and `falseAlarm` says what that is worth.
import { chanceBelow, difference, wilson, type Share } from './proportions.ts'
import { countBy, type FormulaId, type Tally } from './service-level.ts'

export type Guard = {
  formula: FormulaId
  least: number | null // the share may not be below this (0 to 1)
  below_others: number | null // nor this much below those served by the rules of today (0 to 1: 0.05 is five points)
  window_minutes: number // of contacts that arrived so lately
  fewest: number // contacts counted, below which nothing is judged
}
export type Arms = { candidate: Tally; current: Tally }
export type Figures = {
  candidate: Share | null
  current: Share | null
  difference: { by: number; low: number; high: number } | null
}
export type Verdict =
  | ({ verdict: 'too_few' } & Figures)
  | ({ verdict: 'holds' } & Figures)
  | ({ verdict: 'falls'; because: 'least' | 'below_others' } & Figures)

export function figuresOf(formula: FormulaId, { candidate, current }: Arms): Figures {
  const one = countBy(formula, candidate)
  const other = countBy(formula, current)
  const [mine, theirs] = [wilson(one.kept, one.of), wilson(other.kept, other.of)]
  return { candidate: mine, current: theirs, difference: mine && theirs ? difference(mine, theirs) : null }
}

/** `too_few`: nothing can be said yet, which is neither good nor bad. The others are compared with only when there are enough of them too. */
export function judge(guard: Guard, arms: Arms): Verdict {
  const figures = figuresOf(guard.formula, arms)
  const { candidate, current } = figures
  if (!candidate || candidate.of < guard.fewest) return { verdict: 'too_few', ...figures }
  if (guard.least !== null && candidate.share < guard.least) return { verdict: 'falls', because: 'least', ...figures }
  const comparable = current !== null && current.of >= guard.fewest
  if (guard.below_others !== null && comparable && isBelow(candidate.share, current.share - guard.below_others))
    return { verdict: 'falls', because: 'below_others', ...figures }
  if (guard.least === null && !comparable) return { verdict: 'too_few', ...figures }
  return { verdict: 'holds', ...figures }
}

// 0.75 is not below 0.8 − 0.05, whatever binary fractions make of it.
const isBelow = (share: number, least: number): boolean => share < least - 1e-9

/**
 * The chance that one look rolls back rules exactly as good as those of today, which keep `usual` (0 to 1), when the fewest contacts have just been
 * counted: by chance alone. The others are taken as known well, for they are many.
 */
export function falseAlarm(guard: Guard, usual: number): number {
  const least = Math.max(guard.least ?? 0, guard.below_others === null ? 0 : usual - guard.below_others)
  return chanceBelow({ of: guard.fewest, share: usual, least: least - 1e-9 })
}
