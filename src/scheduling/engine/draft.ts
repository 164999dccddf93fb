// A plan with some days of some people drawn otherwise, to see what it would change: coverage is counted on, law and contract are asked, and all of it
// can be taken back.
import type { Shift, Trouble, TroubleCode } from '../contract/plan-shapes.ts'
import type { Ask } from '../contract/schedule-ask.ts'
import { check } from './law/check.ts'
import { mondayOf } from './law/week.ts'
import { dayAfter } from './following.ts'
import { heldAt, shiftOfHeld, slotsOf, type Held } from './held.ts'
import { mayWork, type Planned } from './person.ts'
import { FROZEN, type Rota } from './rota.ts'
import { add, remove } from './supply.ts'

export type Turn = { person: Planned; day: number; after: Held | null }
export type Draft = {
  rota: Rota
  weights: Ask['weights'] // of the ask, where the plan is judged by others
  drawn: Map<number, Held | null> // by person and day, where it is other than in the plan
  around: ReadonlyMap<string, readonly Shift[]> // shifts before the plan and after it, by person
  troubles: Map<number, readonly Trouble[]> // of the plan as it is, by person
}

export const newDraft = (rota: Rota, weights: Ask['weights']): Draft => ({
  rota,
  weights,
  drawn: new Map(),
  around: Map.groupBy([...rota.problem.ask.before, ...rota.problem.ask.after], ({ person }) => person),
  troubles: new Map(),
})

const keyOf = ({ rota }: Draft, person: Planned, day: number): number => person.index * rota.days + day

export function heldIn(draft: Draft, person: Planned, day: number): Held | null {
  const drawn = draft.drawn.get(keyOf(draft, person, day))
  return drawn === undefined ? heldAt(draft.rota, person, day) : drawn
}

/** Draws these days so. Returns what takes it back. */
export function draw(draft: Draft, turns: readonly Turn[]): () => void {
  const back = turns.map(({ person, day, after }): (() => void) => {
    const key = keyOf(draft, person, day)
    const [was, before] = [draft.drawn.get(key), heldIn(draft, person, day)]
    const undo = coverInstead(draft.rota, person, [slotsOf(before), slotsOf(after)])
    draft.drawn.set(key, after)
    return () => {
      undo()
      if (was === undefined) draft.drawn.delete(key)
      else draft.drawn.set(key, was)
    }
  })
  return () => {
    for (const undo of back.toReversed()) undo()
  }
}

function coverInstead({ supply }: Rota, { type }: Planned, [before, after]: [readonly number[], readonly number[]]): () => void {
  if (type < 0) return () => {}
  const [was, is] = [new Set(before), new Set(after)]
  const left = before.filter((slot) => !is.has(slot))
  const taken = after.filter((slot) => !was.has(slot))
  for (const slot of left) remove(supply, type, slot)
  for (const slot of taken) add(supply, type, slot)
  return () => {
    for (const slot of taken) remove(supply, type, slot)
    for (const slot of left) add(supply, type, slot)
  }
}

/** Whether nobody’s weeks would break the law by it, nor their contract but where `agreed` says that a person decides on it. */
export function isLawful(draft: Draft, turns: readonly Turn[], agreed: readonly TroubleCode[]): boolean {
  const { grid } = draft.rota.problem
  if (!turns.every(({ person, day, after }) => after === null || mayWork(grid, person, { day, start: after.start, end: after.end }))) return false // prettier-ignore
  const people = [...new Set(turns.map(({ person }) => person))]
  const before = people.map((person) => known(draft, person))
  const back = draw(draft, turns)
  const after = people.map((person) => troublesOf(draft, person))
  back()
  return after.every((now, p) =>
    now.every((trouble) => agreed.includes(trouble.code) || before[p]!.some((was) => isNoBetter(was, trouble))),
  )
}

// The same was there before, and was as bad.
const isNoBetter = (before: Trouble, now: Trouble): boolean =>
  before.code === now.code && before.day === now.day && Math.abs(before.found - before.bound) >= Math.abs(now.found - now.bound)

// Of the plan as it is; where some of it is drawn otherwise already, nothing is kept.
function known(draft: Draft, person: Planned): readonly Trouble[] {
  if (draft.drawn.size > 0) return troublesOf(draft, person)
  const kept = draft.troubles.get(person.index) ?? troublesOf(draft, person)
  draft.troubles.set(person.index, kept)
  return kept
}

function troublesOf(draft: Draft, person: Planned): Trouble[] {
  const { rota, around } = draft
  const { grid, law } = rota.problem
  const shifts = [...(around.get(person.name) ?? [])]
  for (let day = 0; day < rota.days; day++) {
    const held = heldIn(draft, person, day)
    if (rota.choice[person.index * rota.days + day] === FROZEN) shifts.push(...(person.frozen[day]?.shifts ?? []))
    else if (held) shifts.push(shiftOfHeld(rota, person, { day, held }))
  }
  return check(
    shifts,
    { law, contract: person.contract },
    {
      person: person.name,
      minor: person.asked.minor,
      zone: grid.zone,
      from: grid.names[0]!,
      to: dayAfter(grid),
      credit_h: creditOf(person, grid.names),
    },
  )
}

// A day of leave stands for a day of the contract, or for the hours it says.
function creditOf({ asked: { away }, contract }: Planned, days: readonly string[]): Record<string, number> {
  const credit: Record<string, number> = {}
  for (const { from, to, paid_h } of away) {
    const gone = days.filter((day) => day >= from && day <= to && Temporal.PlainDate.from(day).dayOfWeek <= 5)
    for (const day of gone) {
      const monday = mondayOf(day)
      const each = paid_h === undefined ? contract.hours_week / contract.days_most : paid_h / gone.length
      credit[monday] = Math.min(contract.hours_week, (credit[monday] ?? 0) + each)
    }
  }
  return credit
}
