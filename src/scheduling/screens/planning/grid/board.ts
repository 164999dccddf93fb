// The plan as it is known here: people, and their shifts by person. What did not change stays the very same object.
import type { BoardPerson } from '../../../contract/plans.ts'
import { workedMinutes, type Bar } from './bars.ts'

export type BoardNow = {
  people: readonly BoardPerson[]
  bars: ReadonlyMap<string, Bar>
  byPerson: ReadonlyMap<string | null, readonly Bar[]>
}

export const emptyBoard: BoardNow = { people: [], bars: new Map(), byPerson: new Map() }

/** A page of people and their shifts more. */
export function boardWith(before: BoardNow, people: readonly BoardPerson[], shifts: readonly Bar[]): BoardNow {
  const bars = new Map(before.bars)
  for (const bar of shifts) bars.set(bar.id, bar)
  const byPerson = Map.groupBy(bars.values(), ({ person }) => person)
  return { people: [...before.people, ...people], bars, byPerson: sorted(byPerson) }
}

/** After a move: these shifts are so now, those are gone. */
export function boardMoved(before: BoardNow, shifts: readonly Bar[], removed: readonly string[]): BoardNow {
  const bars = new Map(before.bars)
  const touched = new Set<string | null>()
  const worked = new Map<string, number>() // minutes more, by person and Monday
  const count = (bar: Bar | undefined, sign: number): void => {
    if (!bar) return
    touched.add(bar.person)
    const key = `${bar.person} ${mondayOf(bar.day)}`
    worked.set(key, (worked.get(key) ?? 0) + sign * workedMinutes(bar))
  }
  for (const id of removed) {
    count(bars.get(id), -1)
    bars.delete(id)
  }
  for (const bar of shifts) {
    count(bars.get(bar.id), -1)
    count(bar, 1)
    bars.set(bar.id, bar)
  }
  const byPerson = new Map(before.byPerson)
  for (const person of touched) byPerson.set(person, [...bars.values()].filter((bar) => bar.person === person).toSorted(byBeginning))
  return { people: before.people.map((person) => rehoured(person, worked)), bars, byPerson }
} // prettier-ignore

function rehoured(person: BoardPerson, worked: ReadonlyMap<string, number>): BoardPerson {
  const more = (week: string): number => worked.get(`${person.id} ${week}`) ?? 0
  if (person.planned_min.every(({ week }) => more(week) === 0)) return person
  return { ...person, planned_min: person.planned_min.map(({ week, min }) => ({ week, min: min + more(week) })) }
}

const mondays = new Map<string, string>()
function mondayOf(day: string): string {
  const known = mondays.get(day)
  if (known) return known
  const date = Temporal.PlainDate.from(day)
  const monday = date.subtract({ days: date.dayOfWeek - 1 }).toString()
  mondays.set(day, monday)
  return monday
}

const byBeginning = (a: Bar, b: Bar): number => a.from - b.from
const sorted = (byPerson: Map<string | null, Bar[]>): Map<string | null, readonly Bar[]> => {
  for (const bars of byPerson.values()) bars.sort(byBeginning)
  return byPerson
}
