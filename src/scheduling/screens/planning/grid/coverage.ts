// How many people are at work in each interval, counted from the bars themselves so that a drag is felt at once.
import { activityTraits } from '../../../contract/activity.ts'
import type { PlanCoverage as Coverage } from '../../../contract/plans.ts'
import { standingOf, type Standing } from '../../../rules/standing.ts'
import type { Bar, Lasting } from './bars.ts'
import type { Turned } from './lift.ts'

export type Group = { id: string; label: string; need: readonly number[]; present: readonly number[]; surge?: readonly number[] } // surge: on a day that only one in ten exceeds
export type Covered = {
  from: number
  step: number
  groups: readonly Group[]
  beside: readonly (readonly number[])[] // need of groups that nobody here serves, but people counted do
  kinds: readonly (readonly number[])[] // people at work, by kind
  kindOf: Readonly<Record<string, number>>
  stand: Standing // who of them stands where
}

export const coveredOf = ({ from, interval_min, groups, beside, kinds, kind_of }: Coverage): Covered => ({
  from: Date.parse(from),
  step: interval_min * 60_000,
  groups: groups.map(({ group, label, need, present }) => ({ id: group, label, need, present })),
  beside,
  kinds: kinds.map(({ present }) => present),
  kindOf: kind_of,
  stand: standingOf(kinds.map(({ serves }) => serves), groups.length + beside.length), // prettier-ignore
})

export type Felt = Turned & { present: ReadonlyMap<string, readonly number[]> } // of each group, all intervals
type AwayOf = (person: string) => readonly Lasting[]

/** Who would be at work, and what that does to the need: counted as the server does, in the intervals that change. */
export function feltBy(covered: Covered, bars: readonly { before: Bar; after: Bar }[], awayOf: AwayOf): Felt {
  const { groups, beside, kinds, step } = covered
  const more = moreByKind(covered, bars, awayOf)
  const touched = new Set([...more.values()].flatMap((change) => [...change.keys()]))
  const present = groups.map((group) => [...group.present])
  const felt = { less: 0, more: 0 }
  for (const at of touched) {
    if (at < 0 || at >= (present[0]?.length ?? 0)) continue
    const here = kinds.map((people, kind) => (people[at] ?? 0) + (more.get(kind)?.get(at) ?? 0))
    const need = [...groups.map((group) => group.need), ...beside].map((wanted) => wanted[at] ?? 0)
    const levels = covered.stand(here, need)
    for (const [nth, counts] of present.entries()) {
      const [was, is, wanted] = [counts[at] ?? 0, Math.round(levels[nth]! * 1_000) / 1_000, need[nth]!] // one of each group
      const by = ((Math.max(0, wanted - is) - Math.max(0, wanted - was)) * step) / 60_000
      if (by < 0) felt.less -= by
      else felt.more += by
      counts[at] = is
    }
  }
  return { ...felt, present: new Map(groups.map(({ id }, nth) => [id, present[nth]!])) }
}

function moreByKind(covered: Covered, bars: readonly { before: Bar; after: Bar }[], awayOf: AwayOf): Map<number, Map<number, number>> {
  const more = new Map<number, Map<number, number>>()
  const count = (bar: Bar, change: ReadonlyMap<number, number>): void => {
    const kind = bar.person === null ? undefined : covered.kindOf[bar.person]
    if (kind === undefined) return
    const sums = more.get(kind) ?? new Map<number, number>()
    for (const [at, by] of change) sums.set(at, (sums.get(at) ?? 0) + by)
    more.set(kind, sums)
  }
  for (const { before, after } of bars) {
    count(before, difference(covered, before, null))
    count(after, difference(covered, null, { ...after, away: after.person === null ? [] : awayOf(after.person) }))
  }
  for (const sums of more.values()) for (const [at, by] of sums) if (Math.abs(by) < 1e-9) sums.delete(at)
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
