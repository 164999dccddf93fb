// M/M/c with priorities: whoever matters more is served first, but nobody's service is broken off.
import { erlangC } from './erlang-c.ts'

/** A class of contacts, the most urgent first in its list. */
export type UrgentClass = { arrivals_per_s: number }

/**
 * Mean wait in seconds of each class, the most urgent first; all have exponential service of the same mean `service_s`. A class that
 * those before it leave no room for waits for ever (Infinity).
 * Source: Cobham, "Priority assignment in waiting line problems" (1954); Kella & Yechiali (1985):
 * W(k) = C(c, a) · service / c / ((1 − σ(k−1)) (1 − σ(k))), σ(k) the load of the classes up to k.
 */
export function waitsByPriority(servers: number, service_s: number, classes: readonly UrgentClass[]): number[] {
  const all_per_s = classes.reduce((sum, { arrivals_per_s }) => sum + arrivals_per_s, 0)
  const { waits } = erlangC({ servers, service_s, arrivals_per_s: all_per_s })
  let before = 0
  return classes.map(({ arrivals_per_s }) => {
    const until = before + (arrivals_per_s * service_s) / servers
    const wait = until >= 1 ? Number.POSITIVE_INFINITY : (waits * service_s) / servers / ((1 - before) * (1 - until))
    before = until
    return wait
  })
}

/** A class served by one server, with service of any shape: mean, and mean of its square in s². */
export type ClassOfOne = { arrivals_per_s: number; service_s: number; service_squared_s2: number }

/**
 * The same for one server and services of any shape that may differ by class (M/G/1, nobody's service broken off).
 * Source: Cobham (1954); Kleinrock, "Queueing systems" II, 3.31. Total load ≥ 1 makes the last classes wait for ever; the
 * residual service then counts the classes that are served.
 */
export function waitsOfOneServer(classes: readonly ClassOfOne[]): number[] {
  const residual_s = classes.reduce((sum, one) => sum + (one.arrivals_per_s * one.service_squared_s2) / 2, 0)
  let before = 0
  return classes.map((one) => {
    const until = before + one.arrivals_per_s * one.service_s
    const wait = until >= 1 ? Number.POSITIVE_INFINITY : residual_s / ((1 - before) * (1 - until))
    before = until
    return wait
  })
}
