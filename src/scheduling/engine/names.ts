// Tours given names: within people alike, who takes which tour, so that wishes and fairness cost least in all. What is covered stays as it is. An exact
// assignment by shortest augmenting paths (Jonker and Volgenant, Computing 38, 1987).
import type { Planned } from './person.ts'
import { costOfChoice, FROZEN, MOST_PAUSES, OFF, ownCost, type Rota } from './rota.ts'

/** Gives tours to those whom they cost least. Returns how much cheaper. */
export function giveNames(rota: Rota): number {
  const free = rota.problem.people.filter(({ frozen }) => !frozen.some((held) => held !== null))
  const alike = Map.groupBy(free, ({ type, catalog, rest, weeks }) => `${type}|${catalog.key}|${rest}|${JSON.stringify(weeks)}`)
  let gained = 0
  for (const people of alike.values()) if (people.length > 1) gained += assign(rota, people)
  return gained
}

function assign(rota: Rota, people: readonly Planned[]): number {
  const { days, problem } = rota
  const tours = people.map(({ index }) => ({
    choice: rota.choice.slice(index * days, (index + 1) * days),
    pauses: rota.pauses.slice(index * days * MOST_PAUSES, (index + 1) * days * MOST_PAUSES),
  }))
  const now = people.map(({ index }) => rota.own[index]!)
  const costs = people.map((person) =>
    Float64Array.from(tours, ({ choice }) =>
      mayBegin(person, choice) ? Math.min(MOST, costOfChoice(problem, person, choice)) : MOST,
    ),
  )
  const taken = cheapest(costs)
  const before = now.reduce((sum, cost) => sum + cost, 0)
  const after = taken.reduce((sum, tour, p) => sum + costs[p]![tour]!, 0)
  if (after >= before - 1e-9) return 0
  for (const [p, tour] of taken.entries()) {
    const { index } = people[p]!
    rota.choice.set(tours[tour]!.choice, index * days)
    rota.pauses.set(tours[tour]!.pauses, index * days * MOST_PAUSES)
    rota.own[index] = ownCost(rota, people[p]!)
  }
  return before - after
}

const MOST = 1e9

// A tour that begins too soon after the shift before the plan is nobody's but theirs who can.
function mayBegin({ before, rest, catalog }: Planned, choice: Int16Array): boolean {
  const first = choice.findIndex((place) => place !== OFF && place !== FROZEN)
  return first < 0 || before === -Infinity || catalog.days[first]![choice[first]!]!.start - before >= rest
}

/** For each row the column it takes, each column once, at the least sum. Square. */
export function cheapest(costs: readonly Float64Array[]): number[] {
  const n = costs.length
  const [rowPrice, columnPrice] = [new Float64Array(n + 1), new Float64Array(n + 1)]
  const rowOf = new Int32Array(n + 1) // of each column, counted from 1; 0: nobody yet
  const way = new Int32Array(n + 1)
  for (let row = 1; row <= n; row++) {
    rowOf[0] = row
    let column = 0
    const least = new Float64Array(n + 1).fill(Infinity)
    const used = new Uint8Array(n + 1)
    do {
      used[column] = 1
      const own = costs[rowOf[column]! - 1]!
      let [delta, next] = [Infinity, 0]
      for (let c = 1; c <= n; c++) {
        if (used[c]) continue
        const reduced = own[c - 1]! - rowPrice[rowOf[column]!]! - columnPrice[c]!
        if (reduced < least[c]!) [least[c], way[c]] = [reduced, column]
        if (least[c]! < delta) [delta, next] = [least[c]!, c]
      }
      for (let c = 0; c <= n; c++) {
        if (used[c]) {
          rowPrice[rowOf[c]!]! += delta
          columnPrice[c]! -= delta
        } else least[c]! -= delta
      }
      column = next
    } while (rowOf[column] !== 0)
    for (; column !== 0; column = way[column]!) rowOf[column] = rowOf[way[column]!]!
  }
  const taken = Array.from({ length: n }, () => 0)
  for (let c = 1; c <= n; c++) taken[rowOf[c]! - 1] = c - 1
  return taken
}
