// Patience as it was measured: M/M/c+G with the survival curve of Kaplan and Meier.
import { risingTo, settleByCurve, timesPatient, type Curve } from '#queueing/engine'
import { erlangsOf, type Load } from '../contract/load.ts'
import type { Solved } from './solve.ts'

/** One at a time, without a bound on lines; both are refused before. `calls_per_hour` is above 0. */
export function solvedByCurve(load: Load & { patience: Curve }, agents: number): Solved {
  const arrivals_per_s = load.calls_per_hour / 3_600
  if (agents === 0) return withNobody(load, arrivals_per_s)
  const settled = settleByCurve({ servers: agents, arrivals_per_s, service_s: load.handling_s }, load.patience)
  const mean = erlangsOf(load) * settled.answered
  return {
    ...settled,
    stable: true,
    blocked: 0,
    mean_waiting: arrivals_per_s * (settled.answered_wait_s + settled.given_up_wait_s),
    waitOfAnswered: (share) => {
      const wanted = share * settled.answered
      if (wanted <= settled.at_once) return 0
      return risingTo(wanted, (t) => settled.fates(t).answered, settled.answered_wait_s / settled.answered || 1)
    },
    served: () => ({ mean, occupancy: mean / agents, stay_s: load.handling_s }),
  }
}

// Everybody waits out their patience.
function withNobody(load: Load & { patience: Curve }, arrivals_per_s: number): Solved {
  const { mean_s, surviving } = timesPatient(load.patience)
  const stable = Number.isFinite(mean_s)
  return {
    stable,
    blocked: 0,
    at_once: 0,
    answered: 0,
    gives_up: stable ? 1 : 1 - surviving(Number.POSITIVE_INFINITY),
    answered_wait_s: 0,
    given_up_wait_s: mean_s,
    waits: 1,
    mean_waiting: arrivals_per_s * mean_s,
    fates: (within_s) => ({ answered: 0, gave_up: 1 - surviving(within_s), still_waits: surviving(within_s) }),
    waitOfAnswered: () => null,
    served: () => ({ mean: 0, occupancy: null, stay_s: load.handling_s }),
  }
}
