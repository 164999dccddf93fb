// Mends for a stretch in which people are missing: each is done on the plan, law and contracts are asked, what it takes away is read, and it is undone.
import type { Mend } from '../contract/schedule-answer.ts'
import { draw, isLawful, type Draft } from './draft.ts'
import { SLOTS_PER_HOUR } from './grid.ts'
import { shiftOfHeld } from './held.ts'
import { kinds, type Kind, type Way } from './mend-kinds.ts'
import type { Planned } from './person.ts'
import type { Rota } from './rota.ts'
import { sayMend } from './say-why.ts'
import type { Stretch } from './why.ts'

const MOST_TIMES = 12
const MOST_REFUSED = 4 // ways that help and are against the law, before somebody is passed over
const LEAST_GAIN_H = 0.2

/** What helps, the cheapest for each hour gained first. */
export function mendsFor(draft: Draft, stretch: Stretch): Mend[] {
  const { rota } = draft
  const able = rota.problem.people.filter(({ type }) => type >= 0 && rota.problem.types[type]!.includes(stretch.need))
  const found = [...kinds.map((kind) => tried(draft, able, { kind, stretch })), taught(rota, stretch)].filter((mend) => mend !== null) // prettier-ignore
  if (found.length === 0) return [mend('less_work', { people: [], times: 1, gain_h: hours(stretch.missing / SLOTS_PER_HOUR), cost: 0 })] // prettier-ignore
  return found.toSorted((a, b) => a.cost / a.gain_h - b.cost / b.gain_h)
}

type Asked = { kind: Kind; stretch: Stretch }

// Person by person, as long as the stretch is short: each does what helps most, if it helps.
function tried(draft: Draft, able: readonly Planned[], { kind, stretch }: Asked): Mend | null {
  const { rota } = draft
  const before = rota.supply.cost
  const done: { way: Way; undo: () => void }[] = []
  for (const person of able) {
    if (done.length === MOST_TIMES || missingIn(rota, stretch) <= 1e-9) break
    const way = bestWay(draft, person, { kind, stretch })
    if (way) done.push({ way, undo: draw(draft, way.turns) })
  }
  const gain = before - rota.supply.cost
  for (const { undo } of done.toReversed()) undo()
  if (done.length === 0) return null
  const turns = done.flatMap(({ way }) => way.turns)
  const lunches = done.filter(({ way }) => way.lunch).length
  return mend(kind.code, {
    lunches,
    people: [...new Set(turns.map(({ person }) => person.name))].slice(0, 20),
    times: done.length,
    gain_h: hours(gain),
    cost: done.reduce((sum, { way }) => sum + kind.price(draft.weights, way), 0),
    changes: turns.map(({ person, day, after }) => ({
      person: person.name, day: rota.problem.grid.names[day]!, shift: after && shiftOfHeld(rota, person, { day, held: after }),
    })),
  }) // prettier-ignore
}

// What helps most in the whole plan, and helps here, and may be done.
function bestWay(draft: Draft, person: Planned, { kind, stretch }: Asked): Way | null {
  const { supply } = draft.rota
  const [cost, missing] = [supply.cost, missingIn(draft.rota, stretch)]
  const helping = kind
    .ways(draft, person, stretch)
    .map((way) => {
      const undo = draw(draft, way.turns)
      const found = { way, gain: cost - supply.cost, here: missing - missingIn(draft.rota, stretch) }
      undo()
      return found
    })
    .filter(({ gain, here }) => gain >= LEAST_GAIN_H && here > 1e-9)
    .toSorted((a, b) => b.gain - a.gain)
  return helping.slice(0, MOST_REFUSED).find(({ way }) => isLawful(draft, way.turns, kind.agreed))?.way ?? null
}

const hours = (value: number): number => Math.round(value * 100) / 100

type Facts = Pick<Mend, 'people' | 'times' | 'gain_h' | 'cost' | 'changes'> & { lunches?: number }
const mend = (code: Mend['code'], { lunches = 0, ...facts }: Facts): Mend => ({
  code,
  ...facts,
  ...sayMend(code, { ...facts, lunches }),
})

// People × slots missing in the stretch, of this need and of those that the same people serve: whoever comes may free another for it.
function missingIn({ problem, supply }: Rota, { need, from, to }: Stretch): number {
  const together = new Set(problem.types.filter((serves) => serves.includes(need)).flat())
  let missing = 0
  for (const each of together)
    for (let slot = from; slot < to; slot++) missing += Math.max(0, problem.needs[each]![slot]! - supply.level[each * supply.room + slot]!)
  return missing
} // prettier-ignore

// People at work meanwhile who are more than needed, but cannot do this.
function taught({ problem, supply }: Rota, { need, from, to }: Stretch): Mend | null {
  let [gain, most] = [0, 0]
  for (let slot = from; slot < to; slot++) {
    const missing = problem.needs[need]![slot]! - supply.level[need * supply.room + slot]!
    const idle = problem.needs.reduce(
      (sum, slots, n) => sum + Math.max(0, supply.level[n * supply.room + slot]! - slots[slot]!),
      0,
    )
    gain += Math.max(0, Math.min(missing, idle)) / SLOTS_PER_HOUR
    most = Math.max(most, Math.min(Math.ceil(missing), idle))
  }
  if (gain < LEAST_GAIN_H) return null
  const elsewhere = problem.ask.needs[need]!.site !== undefined
  return mend(elsewhere ? 'other_site' : 'teach', { people: [], times: Math.round(most), gain_h: hours(gain), cost: 10 * gain })
}
