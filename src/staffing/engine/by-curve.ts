// Patience as it was measured: M/M/c+G with the survival curve of Kaplan and Meier.
import { risingTo, settleByCurve, type Curve } from '#queueing/engine'
import { erlangsOf, type Load } from '../contract/load.ts'
import type { Solved } from './solve.ts'

/** One at a time, without a bound on lines; both are refused before. `calls_per_hour` and `agents` are above 0. */
export function solvedByCurve(load: Load & { patience: Curve }, agents: number): Solved {
  const arrivals_per_s = load.calls_per_hour / 3_600
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
