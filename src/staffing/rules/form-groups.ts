// Which streams are served by the same people: the groups that needs are reckoned for. Pure.
import type { Served } from './who-serves.ts'

// Two streams are of one group when at least a fifth of those who serve the one with fewer people serve the other as well. One supervisor who can do
// everything would otherwise make a single group of the whole house, and what the few give by being able to do both is little: to leave it out errs on
// the careful side.
const SHARED_ENOUGH = 0.2

export type Formed = { streams: string[]; people: string[]; kinds: { streams: string[]; people: number }[] }

/**
 * Groups of streams, each stream in exactly one, in the order given. Streams that nobody may serve are each alone.
 * @param keys streams, in order
 */
export function formGroups(keys: readonly string[], served: readonly Served[]): Formed[] {
  const people = keys.map((key) => new Set(served.filter(({ streams }) => streams.has(key)).map(({ id }) => id)))
  const group = keys.map((_, place) => place)
  const rootOf = (place: number): number => (group[place] === place ? place : rootOf(group[place]!))
  // Those together already are not compared: hundreds of queues for everybody would be a hundred thousand pairs.
  for (const [a, one] of people.entries())
    for (const [b, other] of people.slice(0, a).entries())
      if (rootOf(a) !== rootOf(b) && share(one, other) >= SHARED_ENOUGH) group[rootOf(a)] = rootOf(b)
  const places = Map.groupBy(keys.keys(), rootOf)
  return [...places.values()].map((members) => formed(members.map((place) => keys[place]!), served)) // prettier-ignore
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const fewer = Math.min(one.size, other.size)
  return fewer === 0 ? 0 : one.intersection(other).size / fewer
}

function formed(streams: string[], served: readonly Served[]): Formed {
  const able = served.flatMap(({ id, streams: theirs }) => {
    const here = streams.filter((key) => theirs.has(key))
    return here.length > 0 ? [{ id, here }] : []
  })
  const kinds = Map.groupBy(able, ({ here }) => here.join('\n'))
  return {
    streams,
    people: able.map(({ id }) => id),
    kinds: [...kinds.values()]
      .map((alike) => ({ streams: alike[0]!.here, people: alike.length }))
      .toSorted((a, b) => b.people - a.people || a.streams.join().localeCompare(b.streams.join())),
  }
}
