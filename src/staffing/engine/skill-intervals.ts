// People with skills, interval by interval: each begins with the staffing of the one before, and the same load is not looked for twice.
import { scheduledFor } from '../contract/load.ts'
import type { Note } from '../contract/figures.ts'
import { simulationShape, type StaffAsk } from '../contract/staff-ask.ts'
import type { SkillInterval } from '../contract/staff-report.ts'
import { intervalsOf, intervalsOfQueue, shrinkageAt } from './lay-intervals.ts'
import { findStaffing, type FoundStaffing } from './skills/search.ts'
import { leastCost } from './skills/least-cost.ts'
import type { Skilled } from './skills/trial.ts'

type MomentOf = (i: number) => { interval: number; at: string | null }

export function skillIntervals(ask: StaffAsk, momentOf: MomentOf, progress: (share: number) => void): SkillInterval[] {
  const count = intervalsOf(ask)
  const byQueue = ask.queues.map((queue) => ({ queue, intervals: intervalsOfQueue(ask, queue) }))
  const known = new Map<string, FoundStaffing>()
  let near: readonly number[] | undefined
  return Array.from({ length: count }, (_, i) => {
    const queues = byQueue.flatMap(({ queue, intervals }) =>
      intervals[i] ? [{ name: queue.name, load: intervals[i].load, targets: queue.targets ?? [] }] : [],
    )
    const skilled: Skilled = { queues, groups: ask.groups ?? [], simulation: ask.simulation ?? simulationShape.parse({}) }
    const key = JSON.stringify(queues)
    const found = known.get(key) ?? staffingOf(skilled, { near, heard: (share) => progress((i + share) / count) })
    known.set(key, found)
    near = found.counts.some((people) => people > 0) ? found.counts : undefined
    progress((i + 1) / count)
    return told(skilled, found, { ...momentOf(i), shrinkage: shrinkageAt(ask, i) })
  })
}

// When nobody comes nobody is needed, and nothing need be played.
function staffingOf(skilled: Skilled, wish: Parameters<typeof findStaffing>[1]): FoundStaffing {
  if (skilled.queues.some(({ load }) => load.calls_per_hour > 0)) return findStaffing(skilled, wish)
  const queues = skilled.queues.map(({ targets }) =>
    targets.map((target) => ({ target, reached: { mean: null, low: null, high: null }, met: true, sure: true })),
  )
  return { counts: skilled.groups.map(({ least }) => least), trial: { queues, kept: true, shortfall: 0 }, trials: 0 }
}

function told(
  skilled: Skilled,
  { counts, trial, trials }: FoundStaffing,
  { shrinkage, ...moment }: { interval: number; at: string | null; shrinkage: number },
): SkillInterval {
  const { groups, queues } = skilled
  return {
    ...moment,
    groups: groups.map(({ name }, i) => ({ name, agents: counts[i] ?? 0, scheduled: scheduledFor(counts[i] ?? 0, shrinkage) })),
    queues: queues.map(({ name }, i) => ({ name, targets: trial.queues[i] ?? [] })),
    kept: trial.kept,
    cost_per_hour: groups.reduce((sum, { cost_per_hour }, i) => sum + cost_per_hour * (counts[i] ?? 0), 0),
    least_cost_per_hour: leastCost(skilled),
    trials,
    notes: notes(trial.kept),
  }
}

const notes = (kept: boolean): Note[] =>
  kept
    ? []
    : [
        {
          code: 'not_kept',
          en: 'No staffing was found that keeps every target: these groups may not have enough people for one of the queues.',
          fr: 'Aucun effectif trouvé ne tient tous les objectifs : ces groupes n’ont peut-être pas assez de monde pour une des files.',
        },
      ]
