// How many people are at work in each interval, counted from the bars themselves so that a drag is felt at once.
import { activityTraits } from '../../../contract/activity.ts'
import type { PlanCoverage as Coverage } from '../../../contract/plans.ts'
import type { Bar, Lasting } from './bars.ts'

export type Group = { id: string; label: string; need: readonly number[]; present: readonly number[]; surge?: readonly number[] } // surge: on a day that only one in ten exceeds
export type Covered = { from: number; step: number; groups: readonly Group[] }

export const coveredOf = ({ from, interval_min, groups }: Coverage): Covered => ({
  from: Date.parse(from),
  step: interval_min * 60_000,
  groups: groups.map(({ group, label, need, present }) => ({ id: group, label, need, present })),
})

/** The pieces of a shift in which somebody answers customers. */
export function atWork(bar: Bar): Lasting[] {
  const gaps = [...bar.parts.filter(({ kind }) => !activityTraits[kind].productive), ...bar.away].toSorted((a, b) => a.from - b.from)
  const pieces: Lasting[] = []
  let from = bar.from
  for (const gap of gaps) {
    if (gap.from > from) pieces.push({ from, to: Math.min(gap.from, bar.to) })
    from = Math.max(from, gap.to)
  }
  if (from < bar.to) pieces.push({ from, to: bar.to })
  return pieces
} // prettier-ignore

/** What one bar in the place of another adds to each interval: a share where it covers only a part of it. */
export function difference({ from, step }: Pick<Covered, 'from' | 'step'>, before: Bar | null, after: Bar | null): Map<number, number> {
  const change = new Map<number, number>()
  const count = (bar: Bar, sign: number): void => {
    for (const piece of atWork(bar))
      for (let at = Math.floor((piece.from - from) / step); at * step + from < piece.to; at++) {
        const share = (Math.min(piece.to, from + (at + 1) * step) - Math.max(piece.from, from + at * step)) / step
        change.set(at, (change.get(at) ?? 0) + sign * share)
      }
  }
  if (before?.person) count(before, -1)
  if (after?.person) count(after, 1)
  for (const [at, share] of change) if (Math.abs(share) < 1e-9) change.delete(at)
  return change
} // prettier-ignore

/** The same count after a change; the same array when nothing in it changed. */
export function changed(present: readonly number[], change: ReadonlyMap<number, number>): readonly number[] {
  if (change.size === 0) return present
  const after = [...present]
  for (const [at, by] of change) if (at >= 0 && at < after.length) after[at] = (after[at] ?? 0) + by
  return after
}

/** Person-minutes below the need. */
export const missing = (need: readonly number[], present: readonly number[], step: number): number =>
  need.reduce((sum, wanted, at) => sum + (Math.max(0, wanted - (present[at] ?? 0)) * step) / 60_000, 0)

const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0)

/** The group asked for; else the one that misses most, else the one that needs most. */
export function shownGroup({ groups, step }: Covered, chosen: string | undefined): Group | undefined {
  const worst = groups.toSorted(
    (a, b) =>
      missing(b.need, b.present, step) - missing(a.need, a.present, step) ||
      total(b.need) - total(a.need) ||
      total(b.present) - total(a.present),
  )
  return groups.find(({ id }) => id === chosen) ?? worst[0]
}

/** Groups of which anything is known on these days. */
export const knownGroups = ({ groups }: Covered): readonly Group[] =>
  groups.filter(({ need, present }) => need.some((people) => people > 0) || present.some((people) => people > 0))
