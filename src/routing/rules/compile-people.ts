// Somebody who may be offered work, as the engine knows them. Pure.
import type { Agent, Membership } from '../engine/people.ts'
import { weightsOf, workChannels, type PersonFactsOfRouting, type Queue, type Rulebook } from '../contract/rulebook.ts'
import type { Handles, Lane } from './compile.ts'

/** A step of preference is worth so many minutes of waiting. */
export const PREFERENCE_STEP_MIN = 5
const USUAL_PREFERENCE = 3

/**
 * How gladly somebody serves a queue, in steps from the usual: -2 to 2; null: it is not theirs. 0 in their settings takes them off any queue; a queue
 * that only the named serve is theirs only when they were put on it.
 */
export function preferenceFor(person: Pick<PersonFactsOfRouting, 'queues'>, queue: Pick<Queue, 'key' | 'who'>): number | null {
  const level = person.queues[queue.key] ?? (queue.who.people === 'named' ? 0 : USUAL_PREFERENCE)
  return level === 0 ? null : level - USUAL_PREFERENCE
}

type With = { lanes: readonly Lane[]; handles: Handles; book: Rulebook }

export function agentOf(person: PersonFactsOfRouting, { lanes, handles, book }: With): Omit<Agent, 'state'> {
  const abilities = [
    ...Object.entries(person.skills).map(([ref, level]) => ({ ability: handles.ability('skill', ref), level })),
    ...Object.entries(person.languages).map(([ref, level]) => ({ ability: handles.ability('language', ref), level })),
  ]
  return {
    team: handles.team(person.teams),
    capacity: person.seat_units ?? book.seat_units,
    most: mostOf(person, book),
    abilities,
    degree: person.degree,
    queues: lanes.flatMap(({ queue }, at): Membership[] => {
      const steps = preferenceFor(person, queue)
      return steps === null ? [] : [{ queue: at, preference: steps * PREFERENCE_STEP_MIN }]
    }),
  }
}

// Somebody may hold fewer or more than the rules say; what they hold must fit into their seat all the same.
function mostOf({ most }: PersonFactsOfRouting, book: Rulebook): { channel: number; most: number }[] {
  const weights = weightsOf(book)
  return workChannels.flatMap((channel, at) => {
    const own = most[channel]
    return own === undefined || own === weights.get(channel)!.most ? [] : [{ channel: at, most: own }]
  })
}
