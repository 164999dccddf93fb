// A staffing of groups tried out: one interval played for hours by the simulator, on the same chance for every staffing.
import { isReady, readScenario, rehearse } from '#rehearsal/engine'
import type { Figure, Report, ScenarioInput, ServiceFormula } from '#rehearsal/contract'
import type { Load } from '../../contract/load.ts'
import type { Simulation, SkillGroup } from '../../contract/staff-ask.ts'
import type { Target } from '../../contract/target.ts'
import { keeps } from '../meets.ts'

export type SkilledQueue = { name: string; load: Load; targets: readonly Target[] }
export type Skilled = { queues: readonly SkilledQueue[]; groups: readonly SkillGroup[]; simulation: Simulation }

type Sure = { mean: number | null; low: number | null; high: number | null }
export type Tried = { target: Target; reached: Sure; met: boolean; sure: boolean }
/** Per queue, per target, as they were asked. `shortfall`: how far the missed ones are off, 0 when all are kept. */
export type Trial = { queues: Tried[][]; kept: boolean; shortfall: number }

const WARM_UP_S = 1_800
const nothing: Sure = { mean: null, low: null, high: null }

/** `counts`: people of each group, in the order of the groups. */
export function tryOut(skilled: Skilled, counts: readonly number[]): Trial {
  const reports = new Map<string, Report | null>()
  const queues = skilled.queues.map(({ name, load, targets }) =>
    targets.map((target): Tried => {
      if (load.calls_per_hour === 0) return { target, reached: nothing, met: true, sure: true }
      const key = passOf(target)
      if (!reports.has(key)) reports.set(key, played(skilled, counts, target))
      return judged(target, reachedIn(reports.get(key) ?? null, { name, target, skilled }))
    }),
  )
  const all = queues.flat()
  return {
    queues,
    kept: all.every(({ met }) => met),
    shortfall: all.reduce((sum, { target, reached, met }) => sum + (met ? 0 : missedBy(target, reached.mean)), 0),
  }
}

// A report counts the service level in one way; targets that count it otherwise are played once more, on the same chance.
const passOf = (target: Target): string => ('share' in target ? `${target.formula} ${target.within_s}` : '')

function played(skilled: Skilled, counts: readonly number[], target: Target): Report | null {
  const read = readScenario(
    scenarioOf(skilled, counts, 'share' in target ? { within_s: target.within_s, formula: target.formula } : undefined),
  )
  if ('fields' in read) throw new Error(`a staffing made a scenario that is refused: ${JSON.stringify(read.fields[0])}`)
  return isReady(read.scenario) ? rehearse(read.scenario) : null
}

function scenarioOf(
  { queues, groups, simulation }: Skilled,
  counts: readonly number[],
  level?: { within_s: number; formula: ServiceFormula },
): ScenarioInput {
  const coming = queues.filter(({ load }) => load.calls_per_hour > 0)
  return {
    seed: simulation.seed,
    replications: simulation.replications,
    days: (WARM_UP_S / 3_600 + simulation.hours) / 24,
    warm_up_s: WARM_UP_S,
    ...(level && { service_level: level }),
    queues: queues.map(({ name }) => ({ name, deferred: false })),
    channels: Object.fromEntries(
      queues.map(({ load }, i) => [
        channelOf(i),
        { deferred: false, at_once: load.chats?.at_once ?? 1, ...(load.chats && { speeds: speedsOf(load.chats) }) },
      ]),
    ),
    traffic: coming.map(({ name, load }) => ({
      name,
      queue: name,
      channel: channelOf(queues.findIndex((queue) => queue.name === name)),
      arrivals: { per_hour: load.calls_per_hour },
      handling: { law: 'exponential', mean_s: load.handling_s },
      patience:
        typeof load.patience === 'number'
          ? { law: 'exponential', mean_s: load.patience }
          : load.patience === 'never'
            ? 'never'
            : { law: 'survival', at_s: [...load.patience.at_s], surviving: [...load.patience.surviving] },
    })),
    staff: groups.flatMap(({ name, queues: served }, i) =>
      (counts[i] ?? 0) > 0 ? [{ name, team: name, count: counts[i], queues: [...served] }] : [],
    ),
  }
}

const channelOf = (queue: number): string => `channel ${queue}`
const speedsOf = ({ at_once, speeds }: NonNullable<Load['chats']>): number[] =>
  speeds ? [...speeds] : Array.from({ length: at_once }, (_, i) => 1 / (i + 1))

function reachedIn(report: Report | null, { name, target, skilled }: { name: string; target: Target; skilled: Skilled }): Sure {
  const side = report?.today
  if (!side) return nothing
  if (target.formula === 'occupancy') {
    const teams = skilled.groups
      .filter(({ queues }) => queues.includes(name))
      .map((group) => side.teams.find((team) => team.name === group.name)?.figures.occupancy)
    return sure(teams.reduce((most, each) => ((each?.mean ?? 0) > (most?.mean ?? 0) ? each : most), undefined))
  }
  const figures = side.queues.find((queue) => queue.name === name)?.figures
  return sure('share' in target ? figures?.service_level : figures?.[target.formula])
}

const sure = (figure: Figure | undefined): Sure => (figure ? { mean: figure.mean, low: figure.low, high: figure.high } : nothing)

function judged(target: Target, reached: Sure): Tried {
  const worse = 'share' in target ? reached.low : reached.high
  const met = reached.mean !== null && keeps(target, reached.mean)
  return { target, reached, met, sure: met && worse !== null && keeps(target, worse) }
}

function missedBy(target: Target, reached: number | null): number {
  if (reached === null) return 1
  if ('share' in target) return target.share - reached
  return 'most_s' in target ? Math.min(1, reached / target.most_s - 1) : reached - target.most_share
}
