// Meetings and training of a plan that lie nowhere yet, or in shifts that are drawn anew: the optimiser places them.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { AskInput, GatheringId } from '../contract.ts'
import { spanOf, type Dated } from '../rules/days.ts'
import { listGatherings, type GatheringRow } from '../store/gathering.ts'
import type { PlanRow } from '../store/plan.ts'
import { gatheringsPlaced } from '../store/shift.ts'
import { uniqueNames } from './names.ts'

const MOST = 200
const QUARTER = 15
const LONGEST_MIN = 480

type For = { window: Dated; names: ReadonlyMap<PersonId, string>; staying: ReadonlySet<string> } // of the plan: those that lie in a shift that stays
type Sessions = { asked: NonNullable<AskInput['sessions']>; named: Map<string, GatheringId> }

export async function sessionsOf(work: Work, plan: PlanRow, { window, names, staying }: For): Promise<Sessions> {
  const rows = await listGatherings(work, plan.id, { after: undefined, most: MOST })
  const lying = await gatheringsPlaced(work, plan.id, rows.map(({ id }) => id)) // prettier-ignore
  // What lies in shifts that are drawn anew is placed anew: else it would be gone with them.
  const placed = new Set(lying.filter(({ gathering, person }) => staying.has(gathering) || (person !== null && !names.has(person))).map(({ gathering }) => gathering)) // prettier-ignore
  const open = rows.filter(
    (row) =>
      !placed.has(row.id) &&
      row.length_min <= LONGEST_MIN &&
      row.people.some((person) => names.has(person)) &&
      daysOf(row, window).length > 0,
  )
  const called = uniqueNames(open)
  return {
    asked: open.map((row) => ({
      name: called.get(row.id)!,
      kind: row.kind,
      people: row.people.flatMap((person) => names.get(person) ?? []),
      minutes: Math.max(QUARTER, Math.ceil(row.length_min / QUARTER) * QUARTER),
      ...(row.together ? {} : { at_once: 1 }),
      days: daysOf(row, window),
    })),
    named: new Map([...called].map(([id, name]) => [name, id])),
  }
}

// The days of its window that are planned now.
function daysOf({ from, to }: GatheringRow, window: Dated): string[] {
  const span = spanOf(window)
  const begins = Temporal.Instant.compare(from, span.from) < 0 ? span.from : from
  const ends = Temporal.Instant.compare(to, span.to) > 0 ? span.to : to
  const days: string[] = []
  for (
    let at = begins.toZonedDateTimeISO(window.zone).startOfDay();
    Temporal.Instant.compare(at.toInstant(), ends) < 0 && days.length < 62;
    at = at.add({ days: 1 })
  )
    days.push(at.toPlainDate().toString())
  return days
}
