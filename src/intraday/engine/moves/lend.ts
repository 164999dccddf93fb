// People of other queues lend a hand: from queues that are quiet (overflow), or from work that can wait (mail, letters), which then waits longer.
import { peopleOn, workOf, type PersonNow, type QueueNow, type Situation } from '../situation.ts'
import { MINUTE, named, text, type Candidate } from './candidate.ts'
import { pressureOn, type Pressure } from './pressure.ts'

const MOST_HELPERS = 5
/** As gladly as their own work, or before it. */
const BESIDE = 3
const FIRST = 5

/** The queue of the group that lacks most. */
const worstOf = ({ queues }: Situation): QueueNow | undefined =>
  queues.filter((queue) => queue.own && !queue.deferred).toSorted((a, b) => missed(b) - missed(a))[0]
const missed = ({ so_far: { kept, of }, target }: QueueNow): number => of * target - kept

export function openOverflow(situation: Situation, pressure: Pressure): Candidate[] {
  const queue = worstOf(situation)
  if (!queue || !pressure.pinch) return []
  const idle = helpersFor(situation, queue, (serves) => serves.some(({ deferred }) => !deferred)).filter((person) => isToSpare(person, situation, pressure))
  return lent(situation, { id: 'open_overflow', kind: 'open_overflow', queue, people: idle.slice(0, MOST_HELPERS), preference: BESIDE })
} // prettier-ignore

export function callMailIn(situation: Situation): Candidate[] {
  const queue = worstOf(situation)
  if (!queue) return []
  const writing = helpersFor(situation, queue, (serves) => serves.length > 0 && serves.every(({ deferred }) => deferred))
  return [Math.min(2, writing.length), Math.min(MOST_HELPERS, writing.length)]
    .filter((count, at, all) => count > 0 && all.indexOf(count) === at)
    .flatMap((count) => lent(situation, { id: `call_mail_in.${count}`, kind: 'call_mail_in', queue, people: writing.slice(0, count), preference: FIRST }))
} // prettier-ignore

type Lending = { id: string; kind: Candidate['kind']; queue: QueueNow; people: readonly PersonNow[]; preference: number }

function lent(situation: Situation, { id, kind, queue, people, preference }: Lending): Candidate[] {
  if (people.length === 0) return []
  const until = text(situation.until)
  const steps = people.map((person) => ({
    does: 'place' as const,
    person: named(person),
    queue: queue.key,
    label: queue.label,
    preference,
    until,
  }))
  return [{ id, kind, steps, cost: { people: people.length, rests_moved: 0, extra_min: 0, training_min: 0 } }]
}

function helpersFor(situation: Situation, queue: QueueNow, wanted: (serves: QueueNow[]) => boolean): PersonNow[] {
  return situation.people
    .filter((person) => person.could.includes(queue.key) && !((person.queues[queue.key] ?? 0) > 0))
    .filter((person) => wanted(situation.queues.filter(({ key }) => (person.queues[key] ?? 0) > 0)))
    .map((person) => ({ person, minutes: workOf(person, situation).reduce((sum, { from, to }) => sum + to - from, 0) / MINUTE }))
    .filter(({ minutes }) => minutes >= 30)
    .toSorted((a, b) => b.minutes - a.minutes || (a.person.id < b.person.id ? -1 : 1))
    .map(({ person }) => person)
} // prettier-ignore

// Of somebody whose queues hold without them while the others need help, as long as they are at work: who comes at half past is not missed before.
function isToSpare(person: PersonNow, situation: Situation, { pinch }: Pressure): boolean {
  const keys = Object.entries(person.queues).filter(([, preference]) => preference > 0).map(([key]) => key)
  const instant = situation.queues.filter(({ key, deferred }) => keys.includes(key) && !deferred)
  return instant.every(({ key }) => {
    const { at, people, need } = pressureOn(situation, key)
    const own = peopleOn({ ...situation, people: [person] }, new Set([key]))
    const during = [...at.keys()].filter((n) => at[n]! >= pinch!.from && at[n]! < pinch!.to && own[n]! > 0)
    return during.length > 0 && during.every((n) => people[n]! - own[n]! >= need[n]!)
  })
} // prettier-ignore
