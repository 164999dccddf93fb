// How many people are at work in each interval, counted from the bars themselves so that a drag is felt at once.
import { activityTraits } from '../../../contract/activity.ts'
import type { PlanCoverage as Coverage } from '../../../contract/plans.ts'
import { standingOf } from '../../../rules/standing.ts'
import type { Bar, Lasting } from './bars.ts'
import type { Turned } from './lift.ts'
import { triedLevels, type More, type TriedLevels } from './tried-levels.ts'

export type Group = { id: string; label: string; need: readonly number[]; present: readonly number[]; surge?: readonly number[] } // surge: on a day that only one in ten exceeds
export type Covered = {
  from: number
  step: number
  groups: readonly Group[]
  kindOf: Readonly<Record<string, number>>
  levels: TriedLevels // who stands where; also at groups beside these that nobody here serves, but people counted do
}

export function coveredOf({ from, interval_min, groups, beside, kinds, kind_of }: Coverage): Covered {
  const needs = [...groups.map(({ need }) => need), ...beside]
  const stand = standingOf(kinds.map(({ serves }) => serves), needs.length) // prettier-ignore
  return {
    from: Date.parse(from),
    step: interval_min * 60_000,
    groups: groups.map(({ group, label, need, present }) => ({ id: group, label, need, present })),
    kindOf: kind_of,
    levels: triedLevels({ kinds: kinds.map(({ present }) => present), needs, stand }),
  }
}

export type Felt = Turned & { present: ReadonlyMap<string, readonly number[]> } // of each group, all intervals
type AwayOf = (person: string) => readonly Lasting[]

/** Who would be at work, and what that does to the need: counted as the server does, in the intervals that change. */
export function feltBy(covered: Covered, bars: readonly { before: Bar; after: Bar }[], awayOf: AwayOf): Felt {
  const { groups, step } = covered
  const more = moreAt(covered, bars, awayOf)
  const present = groups.map((group) => [...group.present])
  const felt = { less: 0, more: 0 }
  for (const [at, changes] of more) {
    if (at < 0 || at >= (present[0]?.length ?? 0)) continue
    const levels = covered.levels(at, changes)
    for (const [nth, counts] of present.entries()) {
      const [was, is, wanted] = [counts[at] ?? 0, Math.round(levels[nth]! * 1_000) / 1_000, groups[nth]!.need[at] ?? 0] // one of each group
      const by = ((Math.max(0, wanted - is) - Math.max(0, wanted - was)) * step) / 60_000
      if (by < 0) felt.less -= by
      else felt.more += by
      counts[at] = is
    }
  }
  return { ...felt, present: new Map(groups.map(({ id }, nth) => [id, present[nth]!])) }
}

// In each interval that changes: of which kinds there are more people or fewer.
function moreAt(covered: Covered, bars: readonly { before: Bar; after: Bar }[], awayOf: AwayOf): Map<number, More[]> {
  const more = new Map<number, More[]>()
  const count = (bar: Bar, change: ReadonlyMap<number, number>): void => {
    const kind = bar.person === null ? undefined : covered.kindOf[bar.person]
    if (kind === undefined) return
    for (const [at, by] of change) {
      const there = more.get(at) ?? []
      const same = there.find((each) => each.kind === kind)
      if (same) same.by += by
      else there.push({ kind, by })
      more.set(at, there)
    }
  }
  for (const { before, after } of bars) {
    count(before, difference(covered, before, null))
    count(after, difference(covered, null, { ...after, away: after.person === null ? [] : awayOf(after.person) }))
  }
  for (const [at, changes] of more) {
    const left = changes.filter(({ by }) => Math.abs(by) >= 1e-9)
    if (left.length > 0) more.set(at, left)
    else more.delete(at)
  }
  return more
} // prettier-ignore

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

/** Person-minutes below the need. */
export const missing = (need: readonly number[], present: readonly number[], step: number): number =>
  need.reduce((sum, wanted, at) => sum + (Math.max(0, wanted - (present[at] ?? 0)) * step) / 60_000, 0)

const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0)

/** The group asked for; else the one that misses most, else the one that needs most. */
export function shownGroup({ groups, step }: Covered, chosen: string | undefined): Group | undefined {
  const asked = groups.find(({ id }) => id === chosen)
  if (asked) return asked
  const weighed = groups.map((group) => ({
    group,
    missing: missing(group.need, group.present, step),
    need: total(group.need),
    present: total(group.present),
  }))
  return weighed.toSorted((a, b) => b.missing - a.missing || b.need - a.need || b.present - a.present)[0]?.group
}

/** Groups of which anything is known on these days. */
export const knownGroups = ({ groups }: Covered): readonly Group[] =>
  groups.filter(({ need, present }) => need.some((people) => people > 0) || present.some((people) => people > 0))
