// The figures that are compared: which come first, which way is better, and from when on a difference is worth a word.
import type { FigureName, Figures } from '../contract.ts'

export type Unit = 'share' | 's' | 'count' | 'money' | 'h'
type Known = { unit: Unit; better: 'more' | 'less' | null; notable: number } // notable: smaller differences are called none; in the unit, of money a share of it

export const known = {
  service_level: { unit: 'share', better: 'more', notable: 0.005 },
  wait_mean: { unit: 's', better: 'less', notable: 1 },
  wait_p95: { unit: 's', better: 'less', notable: 2 },
  abandoned: { unit: 'share', better: 'less', notable: 0.002 },
  blocked: { unit: 'share', better: 'less', notable: 0.002 },
  unserved: { unit: 'share', better: 'less', notable: 0.002 },
  due_kept: { unit: 'share', better: 'more', notable: 0.005 },
  person_first: { unit: 'share', better: 'more', notable: 0.005 },
  people_met: { unit: 'count', better: 'less', notable: 0.01 },
  occupancy: { unit: 'share', better: null, notable: 0.005 },
  cost: { unit: 'money', better: 'less', notable: 0.002 },
} as const satisfies Partial<Record<FigureName, Known>>

export type ComparedName = keyof typeof known
const order = Object.keys(known) as ComparedName[] // the keys of a literal are its names
const always: ReadonlySet<string> = new Set<ComparedName>(['service_level', 'wait_mean', 'abandoned', 'occupancy'])

export const knownOf = (name: ComparedName): Known => known[name]

/** What there is to compare: the main figures, and of the others those that are not nothing on both sides. */
export function comparable(today: Figures, tomorrow: Figures | null): ComparedName[] {
  const of = (figures: Figures | null, name: ComparedName) => figures?.[name]?.mean ?? null
  return order.filter((name) => {
    const [one, other] = [of(today, name), of(tomorrow, name)]
    return (one !== null || other !== null) && (always.has(name) || (one ?? 0) !== 0 || (other ?? 0) !== 0)
  })
}
