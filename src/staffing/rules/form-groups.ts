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
  const people = new Map(keys.map((key) => [key, served.filter(({ streams }) => streams.has(key))]))
  const group = keys.map((_, place) => place)
  const rootOf = (place: number): number => (group[place] === place ? place : rootOf(group[place]!))
  keys.forEach((one, a) =>
    keys.slice(0, a).forEach((other, b) => {
      if (share(people.get(one)!, people.get(other)!) >= SHARED_ENOUGH) group[rootOf(a)] = rootOf(b)
    }),
  )
  const places = Map.groupBy(keys.keys(), rootOf)
  return [...places.values()].map((members) => formed(members.map((place) => keys[place]!), served)) // prettier-ignore
}

function share(one: readonly Served[], other: readonly Served[]): number {
  const fewer = Math.min(one.length, other.length)
  if (fewer === 0) return 0
  const ids = new Set(one.map(({ id }) => id))
  return other.filter(({ id }) => ids.has(id)).length / fewer
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
