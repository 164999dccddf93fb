// All that could be done about a situation, each tried on the same contacts, the best first.
import type { Report } from '#rehearsal/contract'
import { isReady, readScenario, rehearse } from '#rehearsal/engine'
import { MOST_OPTIONS, MOST_STEPS, type Guess } from '../../contract/names.ts'
import type { Option } from '../../contract/moves.ts'
import { withSteps } from '../patch.ts'
import { isPlayable, scenarioOf } from '../scenario.ts'
import type { QueueNow, Situation } from '../situation.ts'
import { askOvertime, callIn } from './asks.ts'
import type { Candidate } from './candidate.ts'
import { callMailIn, openOverflow } from './lend.ts'
import { offerCallBacks, raiseChats } from './knobs.ts'
import { pressuresOn, type Pressure } from './pressure.ts'
import { moveRests, moveTrainings } from './rests.ts'

export type Thought = { level_so_far: number | null; level_tonight: Guess | null; options: Option[] }

/** What could be done, in no order; each is lawful as far as the situation knows. */
export function candidatesFor(situation: Situation): Candidate[] {
  const pressures = pressuresOn(situation)
  // Of each kind where it can do something about the worst stretch; what cannot looks at the next.
  const about = (kind: (situation: Situation, pressure: Pressure) => Candidate[]): Candidate[] =>
    pressures.map((pressure) => kind(situation, pressure)).find((found) => found.length > 0) ?? []
  return [
    ...about(moveRests), ...about(moveTrainings), ...about(openOverflow), ...callMailIn(situation),
    ...raiseChats(situation), ...offerCallBacks(situation), ...about(askOvertime), ...about(callIn),
  ].filter(({ steps }) => steps.length <= MOST_STEPS).slice(0, MOST_OPTIONS) // prettier-ignore
}

/** Works a menu out: pure, the same situation gives the same menu. Takes seconds: in a thread. `progress` hears the share that is done. */
export function think(situation: Situation, progress: (share: number) => void = () => {}): Thought {
  const so_far = soFarOf(situation)
  const level_so_far = so_far.of > 0 ? so_far.kept / so_far.of : null
  if (!isPlayable(situation)) return { level_so_far, level_tonight: null, options: [] }
  const candidates = candidatesFor(situation)
  const alone = played(situation, null)
  const own = ownOf(situation)
  const base = levelOfSide(alone, 'today', own)
  const options = candidates.map((candidate, at) => {
    progress((at + 1) / (candidates.length + 1))
    return optionOf(situation, candidate, played(situation, withSteps(situation, candidate.steps)))
  })
  progress(1)
  return {
    level_so_far,
    level_tonight: base && byTonight(base, so_far),
    options: ranked(options.filter((each) => each !== null)),
  }
}

/** Worth more first; of those whose effects differ by no more than chance might, what costs least. Of what is not worth it, the least bad. */
export function ranked(options: readonly Option[]): Option[] {
  const left = options.toSorted(better)
  const order: Option[] = []
  while (left.length > 0) {
    const [best] = left
    const alike = left.filter((each) => isAlike(each, best!)).toSorted((a, b) => price(a) - price(b) || better(a, b)) // never empty: it is like itself
    order.push(alike[0]!)
    left.splice(left.indexOf(alike[0]!), 1)
  }
  return order
}

const better = (a: Option, b: Option): number => Number(b.worth_it) - Number(a.worth_it) || b.difference.mean - a.difference.mean

const HALF_A_POINT = 0.005
const isAlike = (one: Option, best: Option): boolean =>
  one === best ||
  (one.worth_it &&
    best.worth_it &&
    best.difference.mean - one.difference.mean <= Math.max(HALF_A_POINT, best.difference.mean - best.difference.low))

// In minutes of somebody's time: paid in addition; a training put off and letters left count half; a rest that is moved, a few.
const MOVED_REST_MIN = 5
const price = ({ cost: { extra_min, training_min, deferred_later_min, rests_moved } }: Option): number =>
  extra_min + (training_min + deferred_later_min) / 2 + rests_moved * MOVED_REST_MIN

function played(today: Situation, tomorrow: Situation | null): Report {
  const read = readScenario(scenarioOf(today, tomorrow))
  if ('fields' in read) throw new Error(`a scenario of our own cannot be read: ${JSON.stringify(read.fields).slice(0, 500)}`)
  if (!isReady(read.scenario)) throw new Error('a scenario of our own names a file')
  return rehearse(read.scenario)
}

const ownOf = ({ queues }: Situation): QueueNow[] => queues.filter((queue) => queue.own && !queue.deferred)

function soFarOf(situation: Situation): { kept: number; of: number } {
  const own = ownOf(situation)
  return { kept: own.reduce((sum, { so_far }) => sum + so_far.kept, 0), of: own.reduce((sum, { so_far }) => sum + so_far.of, 0) }
}

type Side = 'today' | 'tomorrow' | 'difference'
type Weighed = Guess & { offered: number }

// Several queues together: each by its contacts. Their errors are taken as independent of each other.
function levelOfSide(report: Report, side: Side, queues: readonly QueueNow[]): Weighed | null {
  const parts = queues.flatMap(({ key }) => {
    const found = report[side]?.queues.find(({ name }) => name === key)?.figures.service_level
    const offered = report.today.queues.find(({ name }) => name === key)?.figures.offered?.mean ?? 0
    return found?.mean === null || found === undefined || offered <= 0 ? [] : [{ mean: found.mean, half: ((found.high ?? found.mean) - (found.low ?? found.mean)) / 2, offered }]
  })
  const offered = parts.reduce((sum, part) => sum + part.offered, 0)
  if (offered === 0) return null
  const mean = parts.reduce((sum, part) => sum + part.mean * part.offered, 0) / offered
  const half = Math.sqrt(parts.reduce((sum, part) => sum + (part.half * part.offered) ** 2, 0)) / offered
  return { mean, low: mean - half, high: mean + half, offered }
} // prettier-ignore

const share = (value: number): number => Math.min(1, Math.max(0, value))

function byTonight({ offered, ...level }: Weighed, { kept, of }: { kept: number; of: number }): Guess {
  const at = (rest: number): number => share((kept + rest * offered) / (of + offered))
  return { mean: at(level.mean), low: at(level.low), high: at(level.high) }
}

function differenceTonight({ offered, mean, low, high }: Weighed, { of }: { of: number }): Guess {
  const weight = offered / (of + offered)
  return { mean: mean * weight, low: low * weight, high: high * weight }
}

function optionOf(situation: Situation, candidate: Candidate, report: Report): Option | null {
  const own = ownOf(situation)
  const so_far = soFarOf(situation)
  const [now, after, gained] = [levelOfSide(report, 'today', own), levelOfSide(report, 'tomorrow', own), levelOfSide(report, 'difference', own)]
  if (!now || !after || !gained) return null
  const difference = differenceTonight(gained, so_far)
  return {
    id: candidate.id, kind: candidate.kind, steps: candidate.steps, by: 'simulation',
    level_now: byTonight(now, so_far).mean, level_after: byTonight(after, so_far), difference,
    queues: situation.queues.filter(({ deferred }) => !deferred).map((queue) => effectOn(report, queue)).filter(({ before }) => before !== null),
    cost: { ...candidate.cost, deferred_later_min: deferredLater(candidate, situation), occupancy: report.tomorrow?.whole.occupancy?.mean ?? null },
    lawful: true,
    worth_it: difference.low > 0 && difference.mean >= WORTH,
  }
} // prettier-ignore
const WORTH = 0.002

function effectOn(report: Report, queue: QueueNow): Option['queues'][number] {
  const [before, after, gained] = (['today', 'tomorrow', 'difference'] as const).map((side) => levelOfSide(report, side, [queue]))
  return {
    queue: queue.key,
    label: queue.label,
    before: before ? byTonight(before, queue.so_far).mean : null,
    after: after ? byTonight(after, queue.so_far) : null,
    difference: gained ? differenceTonight(gained, queue.so_far) : null,
  }
}

// What those who are called in from mail would have written meanwhile.
function deferredLater({ kind, steps }: Candidate, { now, until }: Situation): number {
  return kind === 'call_mail_in' ? Math.round((steps.length * (until - now)) / 60_000) : 0
}
