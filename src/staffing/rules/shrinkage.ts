// Shrinkage added up the right way round. Pure.
import { isPlannedKind, shrinkageKinds, type Shrinkage, type ShrinkagePart } from '../contract/shrinkage.ts'

/**
 * The share of paid time that is lost, 0 … < 1. Leave and illness take people away altogether; breaks, training and meetings take a share of those who
 * came. So 10 % leave and 10 % breaks are 1 − 0.9 × 0.9 = 19 %, not 20 %; two reasons for not being there do add up, as nobody is away twice.
 * People paid = people seated ÷ (1 − shrinkage). Source: B. Cleveland, Call Center Management on Fast Forward (rostered staff factor); the division and
 * not seated × (1 + shrinkage), which leaves too few: at 30 %, 100 seated take 143 people, not 130.
 */
export function shrinkageOf(parts: readonly ShrinkagePart[]): number {
  const sum = (of: 'paid' | 'present'): number =>
    parts.reduce((total, { kind, share }) => total + (shrinkageKinds[kind] === of ? share : 0), 0)
  return 1 - Math.max(0, 1 - sum('paid')) * Math.max(0, 1 - sum('present'))
}

/** What no plan shows: illness, lateness, other. A plan whose shifts, without breaks and meetings, cover need ÷ (1 − this) has the people it needs. */
export const unplannedOf = (parts: readonly ShrinkagePart[]): number =>
  shrinkageOf(parts.filter(({ kind }) => !isPlannedKind(kind)))

/** From so much on nobody would be left: what is seated would take ten times the people. */
export const MOST_SHRINKAGE = 0.9

/** People for so many seated, to two decimals. */
export const scheduledFor = (seated: number, shrinkage: number): number => Math.round((100 * seated) / (1 - shrinkage)) / 100

type Place = { queues: readonly string[]; sites: ReadonlyMap<string | null, number> }

/**
 * The shrinkage of a group: what is said of one of its queues (the greatest, if several are), else what is said of sites, by how many of its people
 * work at each, else what is said of all; nothing said is none.
 * @param sites how many of the group's people work at which site; null: at none that is named
 */
export function shrinkageAt(said: readonly Shrinkage[], { queues, sites }: Place): { all: number; unplanned: number } {
  const ofQueues = said.filter(({ queue }) => queue !== null && queues.includes(queue))
  const first = ofQueues.toSorted((a, b) => shrinkageOf(b.parts) - shrinkageOf(a.parts))[0]
  if (first) return both(first.parts)
  const everywhere = said.find(({ queue, site }) => queue === null && site === null)?.parts ?? []
  const people = [...sites.values()].reduce((sum, count) => sum + count, 0)
  if (people === 0) return both(everywhere)
  // Sites share the work by their people at work: 1 ÷ (1 − s) would weigh the one that loses more too heavily.
  let all = 0
  let unplanned = 0
  for (const [site, count] of sites) {
    const here = both(said.find((each) => each.queue === null && site !== null && each.site === site)?.parts ?? everywhere)
    all += (here.all * count) / people
    unplanned += (here.unplanned * count) / people
  }
  return { all, unplanned }
}

const both = (parts: readonly ShrinkagePart[]): { all: number; unplanned: number } => ({
  all: shrinkageOf(parts),
  unplanned: unplannedOf(parts),
})
