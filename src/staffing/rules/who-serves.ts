// Who may serve which stream: by the rules in force, as whoever is offered work at all. Pure.
import type { Stream } from '#forecasting/contract'
import { streamKey } from '#forecasting/contract'
import type { PersonFactsOfRouting } from '#routing/contract'

export type Served = { id: string; streams: ReadonlySet<string> }
type Person = Pick<PersonFactsOfRouting, 'id' | 'most'>

/**
 * Per person the streams they may serve. `capable` says who may take what of a queue within the time it aims at; a stream of no queue, or where there
 * are no rules, everybody. Whoever takes none of a channel at once (`most` 0) does not serve it.
 */
export function whoServes(
  streams: readonly Stream[],
  people: readonly Person[],
  capable: (queue: string) => ReadonlySet<string> | null,
): Served[] {
  const able = new Map([...new Set(streams.map(({ queue }) => queue))].map((queue) => [queue, capable(queue)]))
  return people.map(({ id, most }) => ({
    id,
    streams: new Set(
      streams
        .filter(({ queue, channel }) => (able.get(queue)?.has(id) ?? true) && mostOf(most, channel) !== 0)
        .map((stream) => streamKey(stream)),
    ),
  }))
}

const mostOf = (most: Person['most'], channel: string): number | undefined => new Map(Object.entries(most)).get(channel)
