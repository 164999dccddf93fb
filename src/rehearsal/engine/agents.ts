// The staff of a scenario as the routing engine knows them.
import type { Agent, AgentState } from '#routing/engine'
import type { Queue } from '../contract/queues.ts'
import { SEAT } from './channels.ts'
import type { Names } from './names.ts'
import { PAUSED, READY, type Person, type Roster } from './people.ts'

type Known = {
  written: readonly Queue[]
  callBacks: Int32Array
  abilities: Names
  roster: Roster
  crewOf: Int32Array // of each person, −1: none
}

// So far apart that no contact's points bridge it: who prefers a queue serves it first.
const STEP = 1e9

export function agentsOf(people: readonly Person[], known: Known): Agent[] {
  return people.map(({ group }, handle) => ({
    state: stateOf(known.roster.first[handle]),
    ...(known.crewOf[handle]! >= 0 && { team: known.crewOf[handle]! }), // as many as people
    capacity: SEAT,
    abilities: Object.entries(group.skills).map(([skill, level]) => ({ ability: known.abilities.of(skill), level })),
    queues: membershipsOf(group, known),
  }))
}

export const stateOf = (change: number | undefined): AgentState =>
  change === READY ? 'ready' : change === PAUSED ? 'paused' : 'off'

function membershipsOf(
  { queues, prefers, skills }: Person['group'],
  { written, callBacks }: Known,
): { queue: number; preference: number }[] {
  const chosen = queues ?? written.filter((queue) => mayServe(queue, skills)).map(({ name }) => name)
  return chosen.flatMap((name, place) => {
    const queue = written.findIndex((each) => each.name === name)
    const preference = prefers && queues ? (queues.length - place) * STEP : 0
    const twin = callBacks[queue] ?? -1
    return [{ queue, preference }, ...(twin >= 0 ? [{ queue: twin, preference }] : [])].filter((each) => each.queue >= 0)
  })
}

/** Whether somebody with these skills may serve a queue sooner or later: its needs at their mildest. */
export const mayServe = (queue: Queue, skills: Readonly<Record<string, number>>): boolean =>
  queue.skills.every(
    ({ skill, level, must, relax }) => !must || (skills[skill] ?? 0) >= Math.min(level, ...relax.map((step) => step.level)),
  )
