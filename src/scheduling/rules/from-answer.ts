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
  isDecided: (shift: DrawnShift) => boolean
  fresh: () => ShiftId
}

/** What was changed by hand since it was asked stays, with the whole day of that person; what is decided does too. */
export function changesFrom(answer: readonly Shift[], names: Names, now: Now): Change[] {
  const staying = stayingDays(now)
  const theirs = now.shifts.filter(
    (shift) => shift.person !== null && now.people.has(shift.person) && !staying.has(dayKey(shift)),
  )
  const old = Map.groupBy(theirs, dayKey)
  const changes: Change[] = []
  for (const shift of answer) {
    const after = drawn(shift, names)
    if (!after || after.day < now.from || after.day > now.to || staying.has(dayKey(after))) continue
    const before = old.get(dayKey(after))?.shift()
    const change = before ? otherThan(before, after) : { shift: now.fresh(), before: null, after }
    if (change) changes.push(change)
  }
  for (const shift of [...old.values()].flat()) changes.push({ shift: shift.id, before: drawnOf(shift), after: null })
  return changes
}

function stayingDays({ shifts, versions, isDecided }: Now): Set<string> {
  return new Set(shifts.filter((shift) => versions.get(shift.id) !== shift.version || isDecided(shift)).map(dayKey))
}

// Notes stay, and where nothing else is different, so do the names of breaks: then it is no change.
function otherThan(before: DrawnShift, after: Drawn): Change | null {
  const same = before.starts_at === after.starts_at && before.ends_at === after.ends_at && told(before) === told(after)
  const kept = { ...after, note: before.note, activities: same ? before.activities : after.activities }
  return sameDrawn(drawnOf(before), kept) ? null : { shift: before.id, before: drawnOf(before), after: kept }
}

const dayKey = ({ person, day }: Pick<Drawn, 'person' | 'day'>): string => `${person} ${day}`
const told = ({ activities }: Drawn): string =>
  JSON.stringify(activities.map(({ kind, name, from_min, to_min }) => [kind, name, from_min, to_min]))

/** A shift of the optimiser as the plan keeps it; null: of nobody who is known. */
export function drawn(
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
