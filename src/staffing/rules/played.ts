// Several kinds of work for the same people, played by the routing engine on another clock: what so many of each kind of person reach. Pure.
import { isReady, readScenario, rehearse } from '#rehearsal/engine'
import type { Figures, ScenarioInput, ServiceFormula } from '#rehearsal/contract'
import { keeps } from '../engine/index.ts'
import type { Reached, StaffKind, Target } from '../contract.ts'
import { levelTold } from './by-formula.ts'
import type { Coming, Waiting } from './moments.ts'

export type Team = readonly number[] // how many of each kind are at work
export type Missed = { stream: string | null; formula: string; by: number } // by how much, as a share of what was aimed at
export type Played = { reached: Reached; missed: Missed[]; tightest: Missed; told: ReadonlyMap<string, number | null> } // told: the figure of each target, by `toldKey`
export type Stage = { waiting: readonly Waiting[]; kinds: readonly StaffKind[]; coming: readonly Coming[] }

// So many contacts that a service level is known to about a point, and no longer than some weeks of few of them.
const CONTACTS = 6_000
const LEAST_DAYS = 1
const MOST_DAYS = 30
const WARM_UP_S = 3_600
const LITTLE = 0.01 // what chance alone takes or gives

export function play(stage: Stage, team: Team): Played {
  const read = readScenario(scenarioOf(stage, team))
  if ('fields' in read || !isReady(read.scenario))
    throw new Error(`a group cannot be simulated: ${JSON.stringify('fields' in read ? read.fields[0] : null)}`)
  const { today } = rehearse(read.scenario)
  const figures = new Map(today.queues.map(({ name, figures: told }) => [name, told]))
  return judged(stage, figures, today.whole)
}

function scenarioOf({ waiting, kinds, coming }: Stage, team: Team): ScenarioInput {
  const per_hour = coming.reduce((sum, { contacts_per_hour }) => sum + contacts_per_hour, 0)
  const level = levelTold(waiting[0]?.targets ?? [])
  return {
    name: 'need',
    replications: 1,
    days: Math.min(MOST_DAYS, Math.max(LEAST_DAYS, CONTACTS / per_hour / 24)),
    warm_up_s: WARM_UP_S,
    finish_s: 0,
    service_level: { within_s: level.within_s, formula: formulaOf(waiting) },
    queues: waiting.map(({ stream, targets, lines }) => ({ name: stream, within_s: levelTold(targets).within_s, ...(lines !== null && { most_waiting: lines }) })), // prettier-ignore
    channels: Object.fromEntries(waiting.map(({ channel, chats }) => [channel, { deferred: false, at_once: chats?.at_once ?? 1, ...(chats && { speeds: chats.speeds ?? shared(chats.at_once) }) }])), // prettier-ignore
    traffic: coming.map(({ stream, contacts_per_hour, handling_s, patience_s }) => ({
      name: stream,
      queue: stream,
      channel: waiting.find((each) => each.stream === stream)!.channel,
      arrivals: { per_hour: contacts_per_hour },
      handling: { law: 'exponential', mean_s: handling_s },
      patience: patience_s === null ? 'never' : { law: 'exponential', mean_s: patience_s },
    })),
    staff: kinds.flatMap(({ streams }, place) => (team[place] ? [{ name: `kind ${place}`, count: team[place], queues: streams }] : [])), // prettier-ignore
  }
}

const shared = (at_once: number): number[] => Array.from({ length: at_once }, (_, n) => 1 / (n + 1))

// One formula a run: where streams are told by several, the one that is hardest to please.
function formulaOf(waiting: readonly Waiting[]): ServiceFormula {
  const formulas = new Set(waiting.map(({ targets }) => levelTold(targets).formula))
  const [only] = formulas
  return formulas.size === 1 && only ? only : 'answered_within_of_offered'
}

function judged({ waiting, coming }: Stage, figures: ReadonlyMap<string, Figures>, whole: Figures): Played {
  const missed: Missed[] = []
  const told = new Map<string, number | null>()
  let tightest: Missed = { stream: null, formula: 'somebody', by: Number.NEGATIVE_INFINITY }
  for (const { stream, targets } of waiting.filter((each) => coming.some((comes) => comes.stream === each.stream)))
    for (const target of targets) {
      const ofAll = target.formula === 'occupancy'
      const reached = (ofAll ? whole : figures.get(stream))?.[nameOf(target)]?.mean ?? null
      const by = missedBy(target, reached)
      const said = { stream: ofAll ? null : stream, formula: target.formula, by }
      told.set(toldKey(said), reached === null ? null : Number(reached.toPrecision(4)))
      if (by > 0) missed.push(said)
      if (by > tightest.by) tightest = said
    }
  return { reached: reachedIn(coming, figures, whole), missed: missed.toSorted((a, b) => b.by - a.by), tightest, told }
}

export const toldKey = ({ stream, formula }: { stream: string | null; formula: string }): string => `${stream ?? ''} ${formula}`

const nameOf = (target: Target): keyof Figures | 'sojourn_mean' => ('share' in target ? 'service_level' : target.formula)

// > 0: missed. What cannot be told is missed altogether.
function missedBy(target: Target, reached: number | null): number {
  const aimed = 'share' in target ? target.share : 'most_s' in target ? target.most_s : target.most_share
  if (reached === null) return 'share' in target ? 1 : 0
  const away = 'share' in target ? aimed - reached : reached - aimed
  const size = Math.max(aimed, 'most_s' in target ? 1 : LITTLE)
  return keeps(target, reached) ? Math.min(0, away / size) : Math.max(Number.EPSILON, away / size)
}

// Of all who come, whatever stream: figures of each by how many it is.
function reachedIn(coming: readonly Coming[], figures: ReadonlyMap<string, Figures>, whole: Figures): Reached {
  const mean = (name: 'service_level' | 'wait_mean' | 'abandoned' | 'blocked'): number | null => {
    let [sum, weight] = [0, 0]
    for (const { stream, contacts_per_hour } of coming) {
      const value = figures.get(stream)?.[name]?.mean
      if (value === null || value === undefined) continue
      sum += value * contacts_per_hour
      weight += contacts_per_hour
    }
    return weight > 0 ? Number((sum / weight).toPrecision(4)) : null
  }
  const occupancy = whole.occupancy?.mean ?? null
  return {
    service_level: mean('service_level'),
    wait_mean: mean('wait_mean'),
    abandoned: mean('abandoned'),
    blocked: mean('blocked'),
    occupancy: occupancy === null ? null : Number(occupancy.toPrecision(4)),
    decisive: null, // which target decides is not known yet
  }
}
