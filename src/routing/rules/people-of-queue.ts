// How those who may take from a queue stand now, counted. Pure.
import type { FloorPerson, FloorState, Roster } from '../contract/floor.ts'

export type PeopleOfQueue = { ready: number; busy: number; wrapping: number; paused: number; here: number }
const nobody = (): PeopleOfQueue => ({ ready: 0, busy: 0, wrapping: 0, paused: 0, here: 0 })
const counted: Record<FloorState, keyof PeopleOfQueue | null> = {
  ready: 'ready',
  busy: 'busy',
  ringing: 'busy',
  wrapping: 'wrapping',
  paused: 'paused',
  off: null,
}

export function peopleOfQueues(
  roster: Pick<Roster, 'queues' | 'people'>,
  people: readonly FloorPerson[],
): Map<string, PeopleOfQueue> {
  const states = new Map(people.map(({ id, state }) => [id, counted[state]]))
  const counts = roster.queues.map(nobody)
  for (const { id, queues } of roster.people) {
    const as = states.get(id)
    if (!as) continue
    for (const place of queues) {
      const count = counts[place]
      if (!count) continue
      count[as]++
      count.here++
    }
  }
  return new Map(roster.queues.map((queue, place) => [queue, counts[place]!]))
}
