// How a burden is spread over people: how many had how much of it.
import type { Fairness } from '../../contract/work-terms.ts'

export const burdens = ['late', 'weekend', 'night', 'early', 'extra', 'wishes'] as const
export type Burden = (typeof burdens)[number]

const counted: Record<Burden, (of: Fairness) => number> = {
  late: ({ late_shifts }) => late_shifts,
  weekend: ({ saturdays, sundays }) => saturdays + sundays,
  night: ({ nights }) => nights,
  early: ({ early_shifts }) => early_shifts,
  wishes: ({ wishes_declined }) => wishes_declined,
  extra: ({ extra_min }) => Math.round(extra_min / 60), // whole hours: finer ones tell nothing here
}
export const countOf = (burden: Burden, of: Fairness): number => counted[burden](of)

export type Step = { from: number; to: number; people: number } // from and to included
const MOST_STEPS = 12

/** Every count there is between the least and the most, also those nobody has; several in one step where there are too many. */
export function spreadOf(counts: readonly number[]): Step[] {
  if (counts.length === 0) return []
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  const wide = Math.ceil((most - least + 1) / MOST_STEPS)
  return Array.from({ length: Math.ceil((most - least + 1) / wide) }, (_, at) => {
    const [from, to] = [least + at * wide, least + (at + 1) * wide - 1]
    return { from, to, people: counts.filter((count) => count >= from && count <= to).length }
  })
}

/** Half of them had no more. */
export function middleOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
