// What may be said of a difference. Its interval decides: what lies wholly on one side of nothing is sure; what lies wholly within what nobody
// would notice is no difference; all the rest is not known, however large its middle looks.
import type { Figure, Figures } from '../contract.ts'
import { knownOf, type ComparedName } from './figures.ts'

export const sayings = ['better', 'worse', 'changed', 'same', 'unsure'] as const // changed: sure, but neither good nor bad in itself
export type Saying = (typeof sayings)[number]
export type Verdict = { name: ComparedName; saying: Saying; low: number; high: number }

/** `today`: the figure the difference is measured against; money is judged in relation to it. Null without an interval. */
export function verdictOf(name: ComparedName, difference: Figure | undefined, today: Figure | undefined): Verdict | null {
  if (difference?.low == null || difference.high == null) return null
  const { low, high } = difference
  const { better, notable, unit } = knownOf(name)
  const least = unit === 'money' ? notable * Math.abs(today?.mean ?? 0) : notable
  const said = (saying: Saying): Verdict => ({ name, saying, low, high })
  if (low >= -least && high <= least) return said('same')
  if (low <= 0 && high >= 0) return said('unsure')
  if (better === null) return said('changed')
  return said(low > 0 === (better === 'more') ? 'better' : 'worse')
}

export function verdictsOf(names: readonly ComparedName[], difference: Figures, today: Figures): Verdict[] {
  return names.flatMap((name) => verdictOf(name, difference[name], today[name]) ?? [])
}
