// What a mend of the optimiser changes, as it is kept until somebody presses it: each day of each person as the optimiser left it, and as it would be. Pure.
import type { PersonId } from '#base/contract'
import type { Answer, ShiftId } from '../contract.ts'
import { drawnOf, type Change, type Drawn, type DrawnShift } from './drawn.ts'
import { drawn, type Names } from './from-answer.ts'

type KeptDay = { person: PersonId; day: string; was: string | null; after: Drawn | null }
export type KeptMend = { nth: string; changes: KeptDay[] }

const MOST_DAYS = 2_000 // of all mends together; the worst moments are first

/** How a mend is called within its run: the moment it helps, and its place among what helps there. */
export const nthOf = (why: number, mend: number): string => `${why}.${mend}`

export function keptMends({ why, shifts }: Pick<Answer, 'why' | 'shifts'>, names: Names): KeptMend[] {
  const left = new Map(shifts.map((shift) => [`${shift.person} ${shift.day}`, drawn(shift, names)]))
  const kept: KeptMend[] = []
  let days = 0
  for (const [w, { mends }] of why.entries())
    for (const [m, { changes }] of mends.entries()) {
      days += changes?.length ?? 0
      if (!changes || days > MOST_DAYS) continue
      const own = changes.flatMap(({ person, day, shift }): KeptDay[] => {
        const id = names.people.get(person)
        return id ? [{ person: id, day, was: told(left.get(`${person} ${day}`)), after: shift && drawn(shift, names) }] : []
      })
      if (own.length === changes.length) kept.push({ nth: nthOf(w, m), changes: own })
    }
  return kept
}

/** The mend done to the plan as it is; null where one of its days is no longer as the optimiser left it, or is locked. */
export function changesOfMend({ changes }: KeptMend, shifts: readonly DrawnShift[], fresh: () => ShiftId): Change[] | null {
  const done: Change[] = []
  for (const { person, day, was, after } of changes) {
    const now = shifts.filter((shift) => shift.person === person && shift.day === day)
    const [before] = now
    if (now.length > 1 || before?.locked || told(before) !== was) return null
    if (before && after) done.push({ shift: before.id, before: drawnOf(before), after: likeBefore(before, after) })
    else if (before) done.push({ shift: before.id, before: drawnOf(before), after: null })
    else if (after) done.push({ shift: fresh(), before: null, after })
  }
  return done
}

const likeBefore = ({ note, pattern, site }: Drawn, after: Drawn): Drawn => ({ ...after, note, pattern, site })

// The hours and what lies in them; not what people wrote beside it.
function told(shift: Drawn | null | undefined): string | null {
  if (!shift) return null
  const inside = shift.activities.map(({ kind, from_min, to_min }) => `${kind} ${from_min}-${to_min}`)
  return [shift.starts_at, shift.ends_at, ...inside].join(' ')
}
