// From groups of staff, as a scenario writes them, to people with hours: who is at work when, and what it costs.
import { daySeconds, secondsOf } from '../contract/clock.ts'
import type { Group } from '../contract/staff.ts'

export const READY = 1
export const PAUSED = 2
export const OFF = 3

export type Person = { name: string; group: Group }

/** Changes of everybody in order of time; what is true at second 0 is in `first`. */
export type Roster = {
  readonly at: Float64Array
  readonly person: Int32Array
  readonly change: Uint8Array // READY, PAUSED or OFF
  readonly first: Uint8Array // of each person
  readonly workedSeconds: Float64Array // of each person, within the counted part of the period, breaks left out
  readonly paidSeconds: Float64Array // likewise, breaks included
}

type Window = { from: number; to: number; end: number } // counted from…to; shifts are followed until `end`
type Spell = { from: number; to: number; change: number }

export const peopleOf = (staff: readonly Group[]): Person[] =>
  staff.flatMap((group) => {
    const count = group.pattern ? Math.max(...group.pattern.people) : group.count
    return Array.from({ length: count }, (_, i) => ({ name: count === 1 ? group.name : `${group.name} ${i + 1}`, group }))
  })

export function rosterOf(staff: readonly Group[], window: Window): Roster {
  const spells = staff.flatMap((group) => spellsOfGroup(group, window))
  const first = new Uint8Array(spells.length).fill(OFF)
  const worked = new Float64Array(spells.length)
  const paid = new Float64Array(spells.length)
  const changes: { at: number; person: number; change: number }[] = []
  for (const [person, own] of spells.entries()) {
    for (const { from, to, change } of own) {
      if (change === READY) worked[person] = worked[person]! + overlap(from, to, window) // as many as spells
      paid[person] = paid[person]! + overlap(from, to, window) // likewise
    }
    for (const { at, change } of changesOf(own, window.end)) {
      if (at <= 0) first[person] = change
      else changes.push({ at, person, change })
    }
  }
  changes.sort((a, b) => a.at - b.at || a.change - b.change || a.person - b.person) // who comes comes before who goes
  return {
    at: Float64Array.from(changes, ({ at }) => at),
    person: Int32Array.from(changes, ({ person }) => person),
    change: Uint8Array.from(changes, ({ change }) => change),
    first,
    workedSeconds: worked,
    paidSeconds: paid,
  }
}

const overlap = (from: number, to: number, window: Window): number =>
  Math.max(0, Math.min(to, window.to) - Math.max(from, window.from))

// The spells of each person of a group, at work or on a break, in order, none overlapping.
function spellsOfGroup(group: Group, { end }: Window): Spell[][] {
  if (group.pattern) return ofPattern(group.pattern, end)
  const own = group.shifts
    ? tidy(group.shifts.flatMap((shift) => ofShift(shift, end)))
    : [{ from: 0, to: Number.POSITIVE_INFINITY, change: READY }]
  return Array.from({ length: group.count }, () => own)
}

type Shift = NonNullable<Group['shifts']>[number]

function ofShift(shift: Shift, end: number): Spell[] {
  if ('from_s' in shift) return withBreaks(shift.from_s, shift.to_s, shift.breaks_s)
  const from = secondsOf(shift.from)
  const to = secondsOf(shift.to)
  const length = to > from ? to - from : to + daySeconds - from
  const days = shift.days ?? Array.from({ length: Math.ceil(end / daySeconds) }, (_, day) => day)
  const nightly = to > from || shift.days || end <= from ? [] : [-1] // who began yesterday is still here
  return [...nightly, ...days].flatMap((day) => {
    const begins = day * daySeconds + from
    const breaks = shift.breaks.map(({ at, for_s }): [number, number] => {
      const into = (secondsOf(at) - from + daySeconds) % daySeconds
      return [begins + into, begins + into + for_s]
    })
    return withBreaks(begins, begins + length, breaks)
  })
}

function withBreaks(from: number, to: number, breaks: readonly (readonly [number, number])[]): Spell[] {
  const spells: Spell[] = []
  let at = from
  for (const [begins, ends] of breaks.toSorted((a, b) => a[0] - b[0])) {
    const begin = Math.min(Math.max(begins, at), to)
    const finish = Math.min(Math.max(ends, begin), to)
    if (begin > at) spells.push({ from: at, to: begin, change: READY })
    if (finish > begin) spells.push({ from: begin, to: finish, change: PAUSED })
    at = finish
  }
  if (to > at) spells.push({ from: at, to, change: READY })
  return spells
}

// Two shifts that overlap are one longer shift: the later begins where the earlier ends.
function tidy(spells: readonly Spell[]): Spell[] {
  const sorted = spells.toSorted((a, b) => a.from - b.from || a.to - b.to)
  const own: Spell[] = []
  for (const { from, to, change } of sorted) {
    const begin = Math.max(from, own.at(-1)?.to ?? Number.NEGATIVE_INFINITY)
    if (to > begin) own.push({ from: begin, to, change })
  }
  return own
}

type Pattern = NonNullable<Group['pattern']>

function ofPattern({ people, interval_s, from, repeats }: Pattern, end: number): Spell[][] {
  const cycle = repeats === 'daily' ? daySeconds : repeats === 'weekly' ? 7 * daySeconds : Number.POSITIVE_INFINITY
  const own: Spell[][] = Array.from({ length: Math.max(...people) }, () => [])
  for (let begin = 0; begin < end; begin += cycle) {
    for (const [i, count] of people.entries()) {
      const at = secondsOf(from) + i * interval_s
      if (at >= cycle) break
      for (const spells of own.slice(0, count))
        spells.push({ from: begin + at, to: begin + Math.min(at + interval_s, cycle), change: READY })
    }
  }
  return own
}

function* changesOf(spells: readonly Spell[], end: number): Generator<{ at: number; change: number }> {
  for (const [i, { from, to, change }] of spells.entries()) {
    const before = spells[i - 1]
    if (from < end && !(before?.to === from && before.change === change)) yield { at: from, change }
    if (to < end && spells[i + 1]?.from !== to) yield { at: to, change: OFF }
  }
}
