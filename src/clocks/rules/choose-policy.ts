// Which service level a case has: the most specific that fits, and why. Pure.
import type { Match, Policy, Priority, TargetGrid, Targets } from '../contract.ts'

export type CaseTraits = { brand: string; entry_point: string; reason: string | null; priority: Priority }
export type Carried = { policy_id: string; name: string; of: 'customer' | 'company'; holder: string; ends_on: string | null }
export type Candidate = Pick<Policy, 'id' | 'name' | 'match' | 'by_contract'>
// What of it made it fit. `contract`: the one that carries it.
export type Because = { contract?: Carried; reason?: true; priority?: Priority; entry_point?: true; brand?: true }
export type Chosen<P> = { policy: P; because: Because }

// Each weighs more than all that come after it together.
const WEIGHTS = { contract: 16, reason: 8, priority: 4, entry_point: 2, brand: 1 } as const

/**
 * Contract before reason before priority before entry point before brand; of two that say as much, the one that comes first. A customer's own
 * contract comes before their company's. Null when none fits.
 */
export function choosePolicy<P extends Candidate>(
  policies: readonly P[],
  of: CaseTraits,
  contracts: readonly Carried[],
): Chosen<P> | null {
  const own = contracts.toSorted((a, b) => Number(a.of === 'company') - Number(b.of === 'company'))
  const strongest = own[0]
  let best: (Chosen<P> & { weight: number }) | null = null
  for (const policy of policies) {
    const carried = strongest?.policy_id === policy.id ? strongest : undefined
    if ((policy.by_contract && !carried) || !fits(policy.match, of)) continue
    const because = becauseOf(policy, of, carried)
    const weight = weigh(because)
    if (!best || weight > best.weight) best = { policy, because, weight }
  }
  return best && { policy: best.policy, because: best.because }
}

const among = (wanted: readonly string[] | null, value: string | null): boolean =>
  wanted === null || (value !== null && wanted.includes(value))
const fits = (match: Match, of: CaseTraits): boolean =>
  among(match.brands, of.brand) &&
  among(match.entry_points, of.entry_point) &&
  among(match.reasons, of.reason) &&
  among(match.priorities, of.priority)

function becauseOf({ match }: Candidate, { priority }: CaseTraits, contract: Carried | undefined): Because {
  return {
    ...(contract ? { contract } : {}),
    ...(match.reasons ? { reason: true as const } : {}),
    ...(match.priorities ? { priority } : {}),
    ...(match.entry_points ? { entry_point: true as const } : {}),
    ...(match.brands ? { brand: true as const } : {}),
  }
}

const weigh = (because: Because): number => Object.keys(because).reduce((sum, name) => sum + WEIGHTS[name as keyof Because], 0) // the keys of a because are its names

/** The targets of a priority, in minutes; what is not said of it is as for a normal one. */
export function targetsFor({ normal, ...others }: TargetGrid, priority: Priority): Targets {
  const own = priority === 'normal' ? undefined : others[priority]
  const of = (kind: keyof Targets): number | null => (own?.[kind] === undefined ? normal[kind] : own[kind])
  return { first_answer: of('first_answer'), next_answer: of('next_answer'), resolution: of('resolution') }
}
