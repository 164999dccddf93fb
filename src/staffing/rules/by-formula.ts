// One kind of work, by the closed formulas: how many people, and what so many reach. Pure; what was reckoned once is remembered.
import { agentsFor, defaultWithin, figureFor, figuresOf } from '../engine/index.ts'
import type { Load, Reached, Target } from '../contract.ts'
import { rounded, type Coming, type Waiting } from './moments.ts'

export type Found = { people: number; formula: string } // the formula that decides

export function loadOf(
  { contacts_per_hour, handling_s, patience_s }: Omit<Coming, 'stream'>,
  { chats, lines }: Pick<Waiting, 'chats' | 'lines'>,
): Load {
  return {
    calls_per_hour: rounded(contacts_per_hour),
    handling_s: rounded(handling_s),
    patience: patience_s === null ? 'never' : rounded(patience_s),
    ...(chats && { chats }),
    ...(lines !== null && { lines }),
  }
}

/**
 * The fewest people with whom every target holds; at least one, where anybody comes. A target that no number of people keeps (too few lines) is left
 * aside: then as many as there are lines, as `out_of_reach`.
 */
export function peopleFor(load: Load, targets: readonly Target[]): Found {
  return remembered(`${JSON.stringify(load)} ${JSON.stringify(targets)}`, () => {
    const alone = targets.map((target) => alonePeople(load, target))
    return alone.reduce((most, each) => (each.people > most.people ? each : most), { people: 1, formula: 'somebody' })
  })
}

function alonePeople(load: Load, target: Target): Found {
  const people = agentsFor(load, target)
  return people === null ? { people: load.lines ?? 1, formula: 'out_of_reach' } : { people, formula: target.formula }
}

/** The seconds and the formula by which the service level of a stream is told: those of its first target about it. */
export function levelTold(targets: readonly Target[]): {
  within_s: number
  formula: Extract<Target, { share: number }>['formula']
  share: number | null
} {
  const level = targets.find((target) => 'share' in target)
  return level ?? { within_s: defaultWithin, formula: 'answered_within_of_offered', share: null }
}

/** @param decides the formula of the target that decides */
export function reachedBy(
  load: Load,
  people: number,
  { targets, decides }: { targets: readonly Target[]; decides: string },
): Reached | null {
  if (people <= 0) return null
  const { within_s, formula } = levelTold(targets)
  const decisive = targets.find((target) => target.formula === decides)
  const { figures } = figuresOf(load, people, within_s)
  return {
    service_level: shown(figures.service_level[formula]),
    wait_mean: shown(figures.wait_mean),
    abandoned: shown(figures.abandoned),
    blocked: shown(figures.blocked),
    occupancy: shown(figures.occupancy),
    decisive: decisive ? shown(figureFor(decisive, load, people)) : null,
  }
}

const shown = (value: number | null): number | null => value === null ? null : Number(value.toPrecision(4)) // prettier-ignore

const MOST_KEPT = 50_000
const kept = new Map<string, Found>()
function remembered(key: string, find: () => Found): Found {
  const known = kept.get(key)
  if (known) return known
  const found = find()
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, found)
  return found
}
