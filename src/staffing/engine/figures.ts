// What a load comes to with so many people, by the names of a rehearsal's report. Never NaN nor Infinity: null where there is nothing to divide by, or
// where it grows without end.
import type { StaffedFigures } from '../contract/figures.ts'
import type { Target } from '../contract/target.ts'
import type { Load } from '../contract/load.ts'
import { solve, type Solved } from './solve.ts'

/** Figures of `load` with `agents` people seated; `within_s`: what counts as in time. */
export const figuresOf = (load: Load, agents: number, within_s: number): Figured => figuresIn(solve(load, agents), within_s)

export type Figured = { stable: boolean; figures: StaffedFigures }

export function figuresIn(solved: Solved, within_s: number): Figured {
  const { mean, occupancy, stay_s } = solved.served()
  const wait_mean = meanWait(solved)
  const figures: StaffedFigures = {
    service_level: { within_s, ...serviceLevels(solved, within_s) },
    abandoned: ofAll(solved, solved.gives_up),
    blocked: solved.blocked,
    waited: ofAll(solved, solved.waits),
    occupancy: atMostAll(occupancy),
    wait_mean,
    wait_of_all_mean: finite(solved.answered_wait_s + solved.given_up_wait_s),
    wait_p50: solved.waitOfAnswered(0.5),
    wait_p80: solved.waitOfAnswered(0.8),
    wait_p95: solved.waitOfAnswered(0.95),
    abandoned_wait_mean: over(solved.given_up_wait_s, solved.gives_up),
    sojourn_mean: wait_mean === null || stay_s === null ? null : wait_mean + stay_s,
    waiting_mean: finite(solved.mean_waiting),
    served_mean: mean,
  }
  return { stable: solved.stable, figures }
}

/** The one figure a target is about; null where there is none. */
export const figureFor = (target: Target, load: Load, agents: number): number | null => figureIn(target, solve(load, agents))

// oxlint-disable-next-line eslint/complexity -- one line for each formula
export function figureIn(target: Target, solved: Solved): number | null {
  switch (target.formula) {
    case 'answered_within_of_offered':
    case 'answered_within_of_answered':
    case 'answered_within_of_offered_less_short_abandons':
    case 'answered_or_left_within_of_offered':
      return serviceLevels(solved, target.within_s)[target.formula]
    case 'abandoned':
      return ofAll(solved, solved.gives_up)
    case 'blocked':
      return solved.blocked
    case 'waited':
      return ofAll(solved, solved.waits)
    case 'occupancy':
      return atMostAll(solved.served().occupancy)
    case 'wait_mean':
      return meanWait(solved)
    case 'wait_of_all_mean':
      return finite(solved.answered_wait_s + solved.given_up_wait_s)
    case 'wait_p50':
    case 'wait_p80':
    case 'wait_p95':
      return solved.waitOfAnswered(Number(target.formula.slice(6)) / 100)
    case 'sojourn_mean':
      return sojourn(solved)
  }
}

// A sum of shares may be a last digit above one.
const ofAll = ({ blocked }: Solved, letIn: number): number => Math.min(1, (1 - blocked) * letIn)

function sojourn(solved: Solved): number | null {
  const wait = meanWait(solved)
  const { stay_s } = solved.served()
  return wait === null || stay_s === null ? null : wait + stay_s
}

const meanWait = ({ answered_wait_s, answered }: Solved): number | null => over(answered_wait_s, answered)

function serviceLevels(solved: Solved, within_s: number) {
  if (!solved.stable) return neverInTime
  const { answered, gave_up } = solved.fates(within_s)
  const let_in = 1 - solved.blocked
  return {
    answered_within_of_offered: let_in * answered,
    answered_within_of_answered: over(answered, solved.answered, 1),
    answered_within_of_offered_less_short_abandons: over(let_in * answered, 1 - let_in * gave_up, 1),
    answered_or_left_within_of_offered: let_in * Math.min(1, answered + gave_up),
  }
}

const neverInTime = {
  answered_within_of_offered: 0,
  answered_within_of_answered: 0,
  answered_within_of_offered_less_short_abandons: 0,
  answered_or_left_within_of_offered: 0,
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
const over = (part: number, whole: number, most = Number.POSITIVE_INFINITY): number | null =>
  whole > 0 && Number.isFinite(part) ? Math.min(most, part / whole) : null

// Rounding makes it a hair more than all, and nobody is never enough for a target of all.
const atMostAll = (share: number | null): number | null => (share === null ? null : Math.min(1, share))
