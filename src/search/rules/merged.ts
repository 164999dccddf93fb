// Two lists of one answer as one, each document once. Pure.
import type { Match } from '../contract.ts'

type Wanted = { order: 'best' | 'latest'; limit: number }

export function merged(some: readonly Match[], others: readonly Match[], { order, limit }: Wanted): Match[] {
  if (some.length === 0) return others.slice(0, limit)
  const byKey = new Map([...some, ...others].map((match) => [`${match.kind} ${match.id}`, match]))
  const newer = (a: Match, b: Match): number => Temporal.Instant.compare(b.at, a.at) || (a.id < b.id ? 1 : -1)
  return [...byKey.values()].toSorted(order === 'latest' ? newer : (a, b) => b.score - a.score || newer(a, b)).slice(0, limit)
}
