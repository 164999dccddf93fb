// The optimiser’s shifts beside those of the plan: what changes, person by person and day by day. Pure.
import type { PersonId } from '#base/contract'
import type { GatheringId, PatternId, Shift, ShiftId } from '../contract.ts'
import {
  canonical,
  drawnOf,
  MINUTE,
  ms,
  sameDrawn,
  type Change,
  type Drawn,
  type DrawnShift,
  type KeptActivity,
} from './drawn.ts'

export type Names = {
  people: ReadonlyMap<string, PersonId>
  patterns: ReadonlyMap<string, PatternId>
  sessions: ReadonlyMap<string, GatheringId>
}
export type Now = {
  shifts: readonly DrawnShift[] // of the days planned, as they are
  versions: ReadonlyMap<ShiftId, number> // as they were when it was asked
  from: string // the days planned
  to: string
  people: ReadonlySet<PersonId>
  isDecided(shift: DrawnShift): boolean
  fresh(): ShiftId
}

/** What was changed by hand since it was asked stays, with the whole day of that person. */
export function changesFrom(answer: readonly Shift[], names: Names, now: Now): { changes: Change[]; left_alone: number } {
  const touched = new Set(now.shifts.filter(({ id, version }) => now.versions.get(id) !== version).map(dayKey))
  const decided = new Set(now.shifts.filter((shift) => now.isDecided(shift)).map(dayKey))
  const theirs = now.shifts.filter(
    (shift) => shift.person !== null && now.people.has(shift.person) && !touched.has(dayKey(shift)) && !now.isDecided(shift),
  )
  const old = Map.groupBy(theirs, dayKey)
  const changes: Change[] = []
  let left_alone = 0
  for (const shift of answer) {
    const after = drawn(shift, names)
    if (!after || after.day < now.from || after.day > now.to) continue
    if (touched.has(dayKey(after)) || decided.has(dayKey(after))) {
      left_alone += touched.has(dayKey(after)) ? 1 : 0
      continue
    }
    const before = old.get(dayKey(after))?.shift()
    const kept = before
      ? {
          ...after,
          note: before.note,
          activities: sameHours(before, after) && sameActivities(before, after) ? before.activities : after.activities,
        }
      : after
    if (!before) changes.push({ shift: now.fresh(), before: null, after: kept })
    else if (!sameDrawn(drawnOf(before), kept)) changes.push({ shift: before.id, before: drawnOf(before), after: kept })
  }
  for (const shift of [...old.values()].flat()) changes.push({ shift: shift.id, before: drawnOf(shift), after: null })
  return { changes, left_alone }
}

const dayKey = ({ person, day }: Pick<Drawn, 'person' | 'day'>): string => `${person} ${day}`
const sameHours = (one: Drawn, other: Drawn): boolean => one.starts_at === other.starts_at && one.ends_at === other.ends_at
const sameActivities = (one: Drawn, other: Drawn): boolean => told(one) === told(other)
const told = ({ activities }: Drawn): string =>
  JSON.stringify(activities.map(({ kind, name, from_min, to_min }) => [kind, name, from_min, to_min]))

function drawn(
  { person, day, starts_at, ends_at, activities, site, pattern }: Shift,
  { people, patterns, sessions }: Names,
): Drawn | null {
  const id = people.get(person)
  if (!id) return null
  const start = ms(starts_at)
  return {
    person: id,
    day,
    starts_at: canonical(starts_at),
    ends_at: canonical(ends_at),
    activities: activities
      .filter(({ kind }) => kind !== 'work')
      .map(({ kind, label, starts_at: from, ends_at: to }, nth): KeptActivity => ({
        id: `o${nth + 1}`,
        kind: kind as KeptActivity['kind'], // work was left out
        name: label ?? '',
        from_min: (ms(from) - start) / MINUTE,
        to_min: (ms(to) - start) / MINUTE,
        gathering: (label ? sessions.get(label) : undefined) ?? null,
      })),
    pattern: (pattern ? patterns.get(pattern) : undefined) ?? null,
    site: site ?? null,
    note: '',
    locked: false,
  }
}
