// Who could ever take what waits in a queue: everybody on it, or everybody who can once every need has given way as far as it does. Pure.
import type { PersonFactsOfRouting, Queue, Rulebook, SkillNeed } from '../contract/rulebook.ts'
import { preferenceFor } from './compile-people.ts'
import { teamsNamed } from './compile-queue.ts'

/** Those who could take it at last, after any wait. */
export const capableAtLast = (
  queue: Queue,
  people: readonly PersonFactsOfRouting[],
  book: Pick<Rulebook, 'sites'>,
): PersonFactsOfRouting[] =>
  people.filter(
    (person) => isOn(person, queue) && isCapable(person, queue, Infinity) && isReached(person, queue, { book, wait_s: Infinity }),
  )

/** Those who could take it after so many seconds of wait. */
export const capableAfter = (
  queue: Queue,
  people: readonly PersonFactsOfRouting[],
  when: { book: Pick<Rulebook, 'sites'>; wait_s: number },
): PersonFactsOfRouting[] =>
  people.filter((person) => isOn(person, queue) && isCapable(person, queue, when.wait_s) && isReached(person, queue, when))

export const isOn = (person: PersonFactsOfRouting, queue: Queue): boolean => preferenceFor(person, queue) !== null

export const isCapable = (person: PersonFactsOfRouting, { who }: Queue, wait_s: number): boolean =>
  person.degree >= who.degree &&
  who.skills.every((need) => need.strength === 'should' || (person.skills[need.skill] ?? 0) >= levelAfter(need, wait_s))

/** The level a need asks for after a wait, in seconds; 0: nothing any more. */
export const levelAfter = ({ level, relax }: Pick<SkillNeed, 'level' | 'relax'>, wait_s: number): number =>
  relax.toSorted((a, b) => a.after_s - b.after_s).reduce((asked, step) => (step.after_s <= wait_s ? step.level : asked), level)

function isReached(
  { teams }: PersonFactsOfRouting,
  { who }: Queue,
  { book, wait_s }: { book: Pick<Rulebook, 'sites'>; wait_s: number },
): boolean {
  if (who.rings.length === 0) return true
  return who.rings.some((ring) => {
    if (ring.after_s > wait_s) return false
    const named = teamsNamed(ring, book)
    return named === null || teams.some((team) => named.has(team))
  })
}
