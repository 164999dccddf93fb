// A cheap staffing of groups that keeps every target: begun where formulas put it, mended and thinned by simulation.
import { agentsFor } from '../require.ts'
import { tryOut, type Skilled, type Trial } from './trial.ts'

export type FoundStaffing = { counts: number[]; trial: Trial; trials: number }

const MOST_TRIALS = 150
type Search = { skilled: Skilled; known: Map<string, Trial>; heard: (trials: number) => void }

/**
 * Begins with the people each queue would need for itself, of its cheapest group, which ignores that skills pool; shrinks all in proportion as far as
 * the targets hold; adds, where one is missed, whoever mends most for the cost; then takes away, one by one, or two for one of more skills, or a dear
 * one for a cheaper, while they hold. All trials play the same chance, so that two staffings differ by themselves only. It is a local optimum and says
 * what it cannot be cheaper than; not proven. `near`: a staffing to begin with instead, such as that of the interval before.
 * Source: the idea of bounds and simulation in turn is Cezik & L'Ecuyer, "Staffing multiskill call centers via linear programming and simulation" (2008).
 */
export function findStaffing(
  skilled: Skilled,
  { near, heard = () => {} }: { near?: readonly number[] | undefined; heard?: (share: number) => void } = {},
): FoundStaffing {
  const search: Search = { skilled, known: new Map(), heard: (trials) => heard(Math.min(1, trials / MOST_TRIALS)) }
  const alone = clamped(skilled, near ?? aloneOf(skilled))
  const begun = attempt(search, alone).kept ? thinned(search, alone) : alone
  const counts = cheaper(search, mended(search, begun))
  return { counts, trial: attempt(search, counts), trials: search.known.size }
}

function attempt(search: Search, counts: readonly number[]): Trial {
  const key = counts.join(' ')
  const known = search.known.get(key)
  if (known) return known
  const trial = tryOut(search.skilled, counts)
  search.known.set(key, trial)
  search.heard(search.known.size)
  return trial
}

const isTired = ({ known }: Search): boolean => known.size >= MOST_TRIALS

function aloneOf({ queues, groups }: Skilled): number[] {
  const counts = groups.map(() => 0)
  for (const { name, load, targets } of queues) {
    const need = Math.max(0, ...targets.map((target) => agentsFor(load, target) ?? 0))
    const serving = [...groups.keys()].filter((i) => groups[i]?.queues.includes(name))
    const cheapest = serving.toSorted(
      (a, b) =>
        (groups[a]?.cost_per_hour ?? 0) - (groups[b]?.cost_per_hour ?? 0) ||
        (groups[a]?.queues.length ?? 0) - (groups[b]?.queues.length ?? 0),
    )
    let left = need
    for (const i of cheapest) {
      const more = Math.min(left, (groups[i]?.most ?? 0) - (counts[i] ?? 0))
      counts[i] = (counts[i] ?? 0) + more
      left -= more
    }
  }
  return counts
}

const clamped = ({ groups }: Skilled, counts: readonly number[]): number[] =>
  groups.map(({ least, most }, i) => Math.min(most, Math.max(least, counts[i] ?? 0)))

// The same mix, fewer: six halvings find the least share of it that holds.
function thinned(search: Search, counts: readonly number[]): number[] {
  let [fails, holds] = [0.5, 1]
  let best = [...counts]
  for (let i = 0; i < 6; i++) {
    const share = (fails + holds) / 2
    const fewer = clamped(
      search.skilled,
      counts.map((people) => Math.round(people * share)),
    )
    if (attempt(search, fewer).kept) [holds, best] = [share, fewer]
    else fails = share
  }
  return best
}

// One more of whoever mends most for what they cost, until every target holds.
function mended(search: Search, from: readonly number[]): number[] {
  let counts = [...from]
  while (!attempt(search, counts).kept && !isTired(search)) {
    const now = attempt(search, counts)
    const helpful = search.skilled.groups.flatMap(({ queues, cost_per_hour, most }, i) => {
      const serves = search.skilled.queues.some(
        ({ name }, at) => queues.includes(name) && now.queues[at]?.some(({ met }) => !met),
      )
      if (!serves || (counts[i] ?? 0) >= most) return []
      const step = Math.max(1, Math.floor((counts[i] ?? 0) * Math.min(0.2, now.shortfall / 2)))
      const more = withChange(counts, [[i, Math.min(step, most - (counts[i] ?? 0))]])
      return [{ more, gain: (now.shortfall - attempt(search, more).shortfall) / (cost_per_hour * step) }]
    })
    const best = helpful.toSorted((a, b) => b.gain - a.gain)[0]
    if (!best) break
    counts = best.more
  }
  return counts
}

// Every change that saves, the greatest saving first, as long as one of them holds.
function cheaper(search: Search, from: readonly number[]): number[] {
  let counts = [...from]
  if (!attempt(search, counts).kept) return counts
  for (let found = true; found && !isTired(search);) {
    found = false
    for (const change of savings(search.skilled)) {
      const fewer = withChange(counts, change)
      if (isTired(search) || fewer.join() !== clamped(search.skilled, fewer).join()) continue
      if (!attempt(search, fewer).kept) continue
      counts = fewer
      found = true
      break
    }
  }
  return counts
}

type Change = [group: number, by: number][]

function savings({ groups }: Skilled): Change[] {
  const all = [...groups.keys()]
  const changes: Change[] = [
    ...all.map((i): Change => [[i, -1]]),
    ...all.flatMap((i) => all.filter((j) => j !== i).map((j): Change => [[i, -1], [j, 1]])),
    ...all.flatMap((i) => all.filter((j) => j >= i).flatMap((j) => all.filter((m) => m !== i && m !== j).map((m): Change => [[i, -1], [j, -1], [m, 1]]))),
  ] // prettier-ignore
  const saved = (change: Change): number => change.reduce((sum, [i, by]) => sum - by * (groups[i]?.cost_per_hour ?? 0), 0)
  return changes.filter((change) => saved(change) > 1e-9).toSorted((a, b) => saved(b) - saved(a))
}

function withChange(counts: readonly number[], change: Change): number[] {
  const changed = [...counts]
  for (const [i, by] of change) changed[i] = (changed[i] ?? 0) + by
  return changed
}
