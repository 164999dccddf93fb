// More hours, asked for: nobody is ordered to stay or to come. Who is asked could lawfully say yes (the plan's own check told how long); who says no is
// not asked again today.
import type { Situation } from '../situation.ts'
import { MINUTE, named, spanText, type Candidate } from './candidate.ts'
import type { Pressure } from './pressure.ts'

const MOST_ASKED = 3
const LEAST = 30 * MINUTE
const MOST_LONGER = 90 * MINUTE
const LEAST_COMING = 2 * 60 * MINUTE
const MOST_COMING = 4 * 60 * MINUTE
const ON_THE_WAY = 60 * MINUTE
// Shifts begin and end on quarters of an hour: who says yes to anything else is refused by the plan. What is lawful is never rounded beyond.
const QUARTER = 15 * MINUTE
const quarterAfter = (at: number): number => Math.ceil(at / QUARTER) * QUARTER
const quarterBefore = (at: number): number => Math.floor(at / QUARTER) * QUARTER

export function askOvertime(situation: Situation, { pinch }: Pressure): Candidate[] {
  if (!pinch) return []
  const longer = situation.people
    .filter((person) => person.here && person.shift !== null && serves(situation, person.queues))
    .map((person) => ({ person, from: person.shift!.to, to: quarterBefore(Math.min(person.shift!.to + Math.min(person.longer_min * MINUTE, MOST_LONGER), quarterAfter(pinch.to), situation.until)) }))
    .filter(({ from, to }) => from < pinch.to && to > pinch.from && to - from >= LEAST && from > situation.now + LEAST)
    .toSorted((a, b) => b.to - b.from - (a.to - a.from) || (a.person.id < b.person.id ? -1 : 1))
    .slice(0, MOST_ASKED)
  if (longer.length === 0) return []
  return [{
    id: 'ask_overtime', kind: 'ask_overtime',
    steps: longer.map(({ person, from, to }) => ({ does: 'ask', person: named(person), what: 'overtime', shift: person.shift!.id, ...spanText({ from, to }) })),
    cost: costOf(longer),
  }]
} // prettier-ignore

export function callIn(situation: Situation, { pinch }: Pressure): Candidate[] {
  if (!pinch) return []
  const coming = situation.people
    .filter((person) => person.may_come !== null && serves(situation, person.queues))
    .map((person) => {
      const from = quarterAfter(Math.max(person.may_come!.from, pinch.from, situation.now + ON_THE_WAY))
      return { person, from, to: quarterBefore(Math.min(person.may_come!.to, Math.max(quarterAfter(pinch.to), from + LEAST_COMING), from + MOST_COMING, situation.until)) }
    })
    .filter(({ from, to }) => from < pinch.to && to - from >= LEAST_COMING)
    .slice(0, MOST_ASKED)
  if (coming.length === 0) return []
  return [{
    id: 'call_in', kind: 'call_in',
    steps: coming.map(({ person, from, to }) => ({ does: 'ask', person: named(person), what: 'call_in', shift: null, ...spanText({ from, to }) })),
    cost: costOf(coming),
  }]
} // prettier-ignore

function serves({ queues }: Situation, theirs: Readonly<Record<string, number>>): boolean {
  return queues.some(({ key, own, deferred }) => own && !deferred && (theirs[key] ?? 0) > 0)
}

const costOf = (asked: readonly { from: number; to: number }[]): Candidate['cost'] => ({
  people: asked.length,
  rests_moved: 0,
  extra_min: Math.round(asked.reduce((sum, { from, to }) => sum + to - from, 0) / MINUTE),
  training_min: 0,
})
