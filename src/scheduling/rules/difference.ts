// What publishing changes: shifts as they are drawn, beside those people see. Pure.
import type { PersonId } from '#base/contract'
import type { ShiftChange, ShiftId } from '../contract.ts'
import type { DrawnShift } from './drawn.ts'

type Hours = { starts_at: string; ends_at: string }
export type Seen = DrawnShift & { person: PersonId } // as it is in force
export type Different = {
  shift: ShiftId
  person: PersonId
  day: string
  change: ShiftChange['change']
  before: Hours | null
  after: Hours | null
}

/** Of one shift: nothing; or new, moved, changed, gone; or, where it goes from one to another, gone for one and new for the other. */
export function differenceOf(drawn: DrawnShift | undefined, seen: Seen | undefined): Different[] {
  if (drawn?.person && seen?.person === drawn.person) {
    const [before, after] = [hours(seen), hours(drawn)]
    const change = before.starts_at === after.starts_at && before.ends_at === after.ends_at ? 'changed' : 'moved'
    return isSame(drawn, seen) ? [] : [{ shift: drawn.id, person: drawn.person, day: drawn.day, change, before, after }]
  }
  return [
    ...(seen
      ? [{ shift: seen.id, person: seen.person, day: seen.day, change: 'gone' as const, before: hours(seen), after: null }]
      : []),
    ...(drawn?.person
      ? [{ shift: drawn.id, person: drawn.person, day: drawn.day, change: 'new' as const, before: null, after: hours(drawn) }]
      : []),
  ]
}

const hours = ({ starts_at, ends_at }: Hours): Hours => ({ starts_at, ends_at })

/** Whether the person sees it as it is drawn: locks and patterns are nothing they see. */
export const isSame = (one: DrawnShift, other: DrawnShift): boolean => told(one) === told(other)
const told = ({ person, starts_at, ends_at, site, note, activities }: DrawnShift): string =>
  JSON.stringify([
    person,
    starts_at,
    ends_at,
    site,
    note,
    activities.map(({ kind, name, from_min, to_min }) => [kind, name, from_min, to_min]),
  ])
