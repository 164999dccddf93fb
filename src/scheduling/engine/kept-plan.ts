// The best plan so far in few words, so that it can be written down while the search goes on, and taken up where somebody left off.
import type { Shift } from '../contract/plan-shapes.ts'
import { slotOf, type Grid } from './grid.ts'
import type { Option } from './options.ts'
import type { Problem } from './problem.ts'
import { costOfChoice, cover, MOST_PAUSES, newRota, OFF, ownCost, workAt, type Rota } from './rota.ts'

/** A shift: whose, on which day of the plan, its first and last slot, and where its pauses begin. */
export type KeptShift = [person: string, day: number, start: number, end: number, pauses: number[]]

const MOST_KEPT = 20_000 // a longer plan is not kept: it is found anew

export function keptOf(rota: Rota): KeptShift[] {
  const kept: KeptShift[] = []
  for (const person of rota.problem.people)
    for (let day = 0; day < rota.days; day++) {
      const place = rota.choice[person.index * rota.days + day]!
      if (place < 0) continue
      const { start, end, pauses } = person.catalog.days[day]![place]!
      const at = (person.index * rota.days + day) * MOST_PAUSES
      kept.push([person.name, day, start, end, [...rota.pauses.subarray(at, at + pauses.length)]])
    }
  return kept.length > MOST_KEPT ? [] : kept
}

/** The plan there was before, as if it had been kept: what no pattern of today gives is left out. */
export function keptOfShifts({ grid, people }: Problem, shifts: readonly Shift[]): KeptShift[] {
  const byName = new Map(people.map((person) => [person.name, person]))
  return shifts.flatMap((shift): KeptShift[] => {
    const [person, day] = [byName.get(shift.person), grid.names.indexOf(shift.day)]
    const [start, end] = [slotOf(grid, shift.starts_at), slotOf(grid, shift.ends_at)]
    for (const place of person?.allowed[day] ?? []) {
      const option = person!.catalog.days[day]![place]! // it has places
      const pauses = pausesLike(grid, option, shift)
      if (option.start === start && option.end === end && fits(option, pauses)) return [[shift.person, day, start, end, pauses]]
    }
    return []
  })
}

function pausesLike(grid: Grid, { pauses }: Option, { activities }: Shift): number[] {
  const left = activities.toSorted((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at))
  return pauses.flatMap(({ kind }) => {
    const found = left.findIndex((activity) => activity.kind === kind)
    return found < 0 ? [] : left.splice(found, 1).map(({ starts_at }) => Math.floor(slotOf(grid, starts_at)))
  })
}

/** The plan as it was kept; what may no longer be given to somebody (they are away by now, their contract is another) is left out with their week. */
export function taken(problem: Problem, kept: readonly KeptShift[]): Rota {
  const rota = newRota(problem)
  const byName = new Map(problem.people.map((person) => [person.name, person]))
  for (const [name, day, start, end, pauses] of kept) {
    const person = byName.get(name)
    const place = person?.allowed[day]?.find((each) => {
      const option = person.catalog.days[day]![each]!
      return option.start === start && option.end === end && fits(option, pauses)
    })
    if (!person || place === undefined) continue
    rota.choice[person.index * rota.days + day] = place
    rota.pauses.set(pauses, (person.index * rota.days + day) * MOST_PAUSES)
  }
  for (const person of problem.people) {
    if (!isWhole(rota, person.index)) clear(rota, person.index)
    for (let day = 0; day < rota.days; day++) cover(rota, person, { day, by: 1 })
    rota.own[person.index] = ownCost(rota, person)
  }
  return rota
}

const fits = (
  { start, pauses }: { start: number; pauses: readonly { from: number; to: number }[] },
  slots: readonly number[],
): boolean =>
  pauses.length === slots.length && pauses.every(({ from, to }, i) => slots[i]! >= start + from && slots[i]! <= start + to)

// Hours and rests hold: what was kept under other shifts of the weeks before may not.
function isWhole(rota: Rota, index: number): boolean {
  const { problem, choice, days } = rota
  const person = problem.people[index]!
  let last = person.before
  for (let day = 0; day < days; day++) {
    const held = workAt(rota, person, day)
    if (!held) continue
    if (held.start - last < person.rest) return false
    last = held.end
  }
  return Number.isFinite(costOfChoice(problem, person, choice.subarray(index * days, (index + 1) * days)))
}

function clear({ choice, days }: Rota, index: number): void {
  for (let day = 0; day < days; day++) if (choice[index * days + day]! >= 0) choice[index * days + day] = OFF
}
