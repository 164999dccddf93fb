// How many people are at work at each group, by the shifts of a plan and of others beside it. Everybody counts once. Pure.
import { ms } from './drawn.ts'
import { countIn, type Absent, type Grid, type Working } from './presence.ts'
import { levelsIn, type Cover, type Kinds } from './standing.ts'

export type Counting = Cover & {
  grid: Grid
  kindOf: ReadonlyMap<string, number>
  elsewhere: readonly Working[] // what other published plans hold
  away: ReadonlyMap<string, readonly Absent[]>
}

/** Kinds of people by the groups they are members of; who is of none has no kind. */
export function kindsOf(members: readonly ReadonlySet<string>[]): { kinds: Kinds; kindOf: ReadonlyMap<string, number> } {
  const served = new Map<string, number[]>()
  for (const [group, people] of members.entries())
    for (const person of people) served.set(person, [...(served.get(person) ?? []), group])
  const keys = [...new Set([...served.values()].map(String))].toSorted()
  return {
    kinds: keys.map((key) => key.split(',').map(Number)),
    kindOf: new Map([...served].map(([person, groups]) => [person, keys.indexOf(String(groups))])),
  }
}

type Counted = { shifts: readonly Working[]; away: ReadonlyMap<string, readonly Absent[]>; grid: Grid }

/**
 * People of each kind by interval; of who is there for a part of it, that part. Shifts of nobody cover nothing, and nobody is there twice: where two shifts of
 * somebody overlap (which is told), the second counts from where the first ends.
 */
export function presentByKind(
  { kinds, kindOf }: { kinds: Kinds; kindOf: ReadonlyMap<string, number> },
  { shifts, away, grid }: Counted,
): number[][] {
  const people = kinds.map(() => Array.from({ length: grid.count }, () => 0))
  for (const [person, own] of Map.groupBy(shifts, (shift) => shift.person)) {
    const kind = person === null ? undefined : kindOf.get(person)
    if (person === null || kind === undefined) continue
    let until = -Infinity
    for (const shift of own.length === 1 ? own : own.toSorted((a, b) => ms(a.starts_at) - ms(b.starts_at))) {
      const absent = away.get(person) ?? []
      const begins = ms(shift.starts_at)
      countIn(people[kind]!, grid, { shift, absent: until > begins ? [{ from_ms: begins, to_ms: until }, ...absent] : absent })
      until = Math.max(until, ms(shift.ends_at))
    }
  }
  return people
}

export const together = (some: readonly (readonly number[])[], more: readonly (readonly number[])[]): number[][] =>
  more.map((people, kind) => people.map((there, nth) => there + (some[kind]?.[nth] ?? 0)))

type Within = { first: number; end: number } // intervals
/** Who is there by these shifts of the plan and by others, group by group. */
export function presentIn(
  cover: Counting,
  shifts: readonly Working[],
  within: Within = { first: 0, end: cover.grid.count },
): number[][] {
  return levelsIn(cover, presentByKind(cover, { ...cover, shifts: [...cover.elsewhere, ...shifts] }), within)
}

/** Who is there by these shifts alone. */
export const presentBy = (cover: Counting, shifts: readonly Working[]): number[][] =>
  presentIn({ ...cover, elsewhere: [] }, shifts)
