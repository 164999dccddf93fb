// Which kinds of contact somebody is given on which day, when nothing says so but what they served. Who served a kind that day is given it.
// Who did not is taken to be given it all the same if the day was too short to tell, and they serve it in other days as much as others do.
import type { Call } from './read-calls.ts'

export const isServedByName = <One extends Call>(call: One): call is One & { agent: string } =>
  call.agent !== null && call.served_from_s !== null

/** Kinds in the order of their first call. Unknown people serve everything. */
export function whoServesWhat(calls: readonly Call[]): (day: string, agent: string) => string[] {
  const kinds = [...new Set(calls.map(({ kind }) => kind))]
  const served = calls.filter(isServedByName)
  const all = countsOf(served, () => '')
  const ofAgent = countsOf(served, ({ agent }) => agent)
  const ofDay = countsOf(served, ({ day }) => day)
  const ofBoth = countsOf(served, ({ day, agent }) => `${day} ${agent}`)
  return (day, agent) =>
    kinds.filter((kind) => {
      const own = ofBoth(`${day} ${agent}`)
      if (own.of(kind) > 0) return true
      const expected = own.total * ofDay(day).shareOf(kind)
      return expected < TELLING && ofAgent(agent).shareOf(kind) >= AS_OTHERS * all('').shareOf(kind)
    })
}

// With three expected and none seen, chance would have it so in one day of twenty (Poisson).
const TELLING = 3
const AS_OTHERS = 0.25

function countsOf<One extends Call>(calls: readonly One[], keyOf: (call: One) => string) {
  const counts = new Map<string, Map<string, number>>()
  for (const call of calls) {
    const own = counts.get(keyOf(call)) ?? new Map<string, number>()
    counts.set(keyOf(call), own.set(call.kind, (own.get(call.kind) ?? 0) + 1))
  }
  return (key: string) => {
    const own = counts.get(key) ?? new Map<string, number>()
    const total = own.values().reduce((sum, count) => sum + count, 0)
    return {
      total,
      of: (kind: string) => own.get(kind) ?? 0,
      shareOf: (kind: string) => (total === 0 ? 0 : (own.get(kind) ?? 0) / total),
    }
  }
}
