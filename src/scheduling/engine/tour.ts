// The best week of one person while all others stay as they are: exact, by dynamic programming over days, hours, days worked and rests. Each option's
// pauses are placed where they hurt least, which is exact too, since their windows do not overlap. Tour generation after Dantzig (1954) and its
// pricing in branch-and-price (Desaulniers, Desrosiers, Solomon, Column Generation, 2005, chapter 2).
import type { Planned, WeekAsked } from './person.ts'
import type { Problem } from './problem.ts'
import { restsOf, type Rests } from './rests.ts'

export type Frame = {
  rests: Rests
  unit: number // slots: all paid lengths are multiples of it
  groups: readonly Group[][] // by day: options alike in what they ask of the other days
  groupOf: readonly Int16Array[]
}
export type Group = { paid: number; startClass: number; endClass: number; late: boolean }

const frames = new WeakMap<Planned['catalog'], Map<string, Frame>>()

/** What the options of a catalog ask of each other; made once for each catalog, rest, and evenings beside it. */
export function frameOf({ grid }: Problem, { catalog, rest, owed }: Pick<Planned, 'catalog' | 'rest' | 'owed'>): Frame {
  const known = frames.get(catalog) ?? new Map<string, Frame>()
  frames.set(catalog, known)
  const key = owed.length === 0 ? `${rest}` : `${rest} ${owed.join(' ')}`
  const frame = known.get(key) ?? newFrame(catalog, restsOf(catalog, { rest, dayStart: grid.dayStart, owed }))
  known.set(key, frame)
  return frame
}

function newFrame({ days }: Planned['catalog'], rests: Rests): Frame {
  const lengths = days.flatMap((options) => options.map(({ paid }) => paid))
  const groups = days.map((): Group[] => [])
  const groupOf = days.map((options, day) =>
    Int16Array.from(options, ({ paid, late }, o) => {
      const group = { paid, startClass: rests.startClass[day]![o]!, endClass: rests.endClass[day]![o]!, late }
      const own = groups[day]!
      const found = own.findIndex(
        (g) => g.paid === paid && g.startClass === group.startClass && g.endClass === group.endClass && g.late === late,
      )
      return found >= 0 ? found : own.push(group) - 1
    }),
  )
  return { rests, unit: Math.max(1, lengths.reduce(gcd, 0)), groups, groupOf }
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

export type Prices = { plus: Float64Array; at: number; room: number } // cost of one more in each slot, from `at`

/** Cost of an option with its pauses where they hurt least. `sums` are running sums of the prices: sums[i] of all slots before i. */
export function pricedOption(
  option: { start: number; end: number; pauses: Planned['catalog']['days'][number][number]['pauses'] },
  sums: Float64Array,
): number {
  let cost = sums[option.end]! - sums[option.start]!
  for (const { from, to, length } of option.pauses) {
    if (length === 0) continue
    let most = -Infinity
    for (let slot = option.start + from; slot <= option.start + to; slot++) {
      const spared = sums[slot + length]! - sums[slot]!
      if (spared > most) most = spared
    }
    cost -= most
  }
  return cost
}

/** Where the pauses of an option hurt least: their first slots. */
export function placedPauses(
  option: { start: number; pauses: Planned['catalog']['days'][number][number]['pauses'] },
  sums: Float64Array,
): number[] {
  return option.pauses.map(({ from, to, length }) => {
    let [best, most] = [option.start + from, -Infinity]
    for (let slot = option.start + from; slot <= option.start + to; slot++) {
      const spared = sums[slot + length]! - sums[slot]!
      if (spared > most + 1e-9) [best, most] = [slot, spared]
    }
    return best
  })
}

export type WeekOf = { person: Planned; week: WeekAsked }
