// Shifts as the grid shows them: with who is away, and whether people see them so.
import { givingWay } from '#base/give-way'
import type { Work } from '#base/work'
import type { PlannedShift } from '../contract.ts'
import { shownActivities, type DrawnShift } from '../rules/drawn.ts'
import { inForceById, type InForceRow } from '../store/in-force.ts'
import type { KeptShift } from '../store/shift.ts'
import { awayBetween, awayIn, type Away } from './away.ts'
import type { Span } from '../rules/days.ts'

export async function showShifts(work: Work, shifts: readonly KeptShift[], away?: Away): Promise<PlannedShift[]> {
  if (shifts.length === 0) return []
  const inForce = new Map((await inForceById(work, shifts.map(({ id }) => id))).map((row) => [row.shift_id, row])) // prettier-ignore
  const absent = away ?? (await awayBetween(work, around(shifts)))
  const shown: PlannedShift[] = []
  const wayGiven = givingWay()
  for (const { plan, person, ...shift } of shifts) {
    shown.push({
      ...shift,
      plan,
      person,
      activities: shownActivities(shift),
      away: person ? awayIn(absent.get(person), shift) : [],
      published: seenAs({ ...shift, person }, inForce.get(shift.id)),
    })
    await wayGiven()
  }
  return shown
}

function around(shifts: readonly KeptShift[]): Span {
  const begins = shifts.map(({ starts_at }) => starts_at).toSorted()
  const ends = shifts.map(({ ends_at }) => ends_at).toSorted()
  return { from: Temporal.Instant.from(begins[0]!), to: Temporal.Instant.from(ends.at(-1)!) }
}

export function seenAs(shift: DrawnShift, row: InForceRow | undefined): PlannedShift['published'] {
  if (!row) return 'no'
  return isSeenSo(shift, row) ? 'yes' : 'changed'
}

export const isSeenSo = (shift: DrawnShift, row: InForceRow): boolean =>
  row.person_id === shift.person &&
  row.starts_at.toString() === shift.starts_at &&
  row.ends_at.toString() === shift.ends_at &&
  row.site === shift.site &&
  row.note === shift.note &&
  sameActivities(shift, row)

const sameActivities = (one: Pick<DrawnShift, 'activities'>, other: Pick<DrawnShift, 'activities'>): boolean =>
  JSON.stringify(one.activities.map(told)) === JSON.stringify(other.activities.map(told))
const told = ({ kind, name, from_min, to_min }: DrawnShift['activities'][number]): unknown => [kind, name, from_min, to_min]
