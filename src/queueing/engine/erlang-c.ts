// M/M/c: everybody waits until served, however long.
import { erlangB } from './erlang-b.ts'
import { offeredTo, type Queue } from './queue.ts'

export type ErlangC = {
  occupancy: number // share of the servers' time that is busy
  waits: number // share of contacts that wait at all
  mean_wait_s: number // over all contacts, also those who do not wait
  mean_wait_of_waiting_s: number
  mean_waiting: number // contacts waiting, over time
}

/**
 * The steady state of M/M/c. With as much offered as there are servers, or more, the queue grows for ever: everybody waits, infinitely long.
 * Source: Erlang (1917), C = B / (1 − ρ(1 − B)); Little (1961) for those waiting.
 */
export function erlangC(queue: Queue): ErlangC {
  const offered = offeredTo(queue)
  const load = offered / queue.servers
  if (load >= 1) return NEVER_SERVED
  const blocked = erlangB(queue.servers, offered)
  const waits = blocked / (1 - load * (1 - blocked))
  const mean_wait_of_waiting_s = queue.service_s / (queue.servers - offered)
  const mean_wait_s = waits * mean_wait_of_waiting_s
  return { occupancy: load, waits, mean_wait_s, mean_wait_of_waiting_s, mean_waiting: queue.arrivals_per_s * mean_wait_s }
}

/** The share of contacts answered within `within_s` ≥ 0 seconds: those who do not wait, and an exponential wait for those who do. */
export function answeredWithin(queue: Queue, within_s: number): number {
  const { waits, mean_wait_of_waiting_s } = erlangC(queue)
  return 1 - waits * Math.exp(-within_s / mean_wait_of_waiting_s)
}

/** The wait in seconds that a share `share` (0…1) of the contacts does not exceed: 0 when so many do not wait at all. */
export function waitQuantile(queue: Queue, share: number): number {
  const { waits, mean_wait_of_waiting_s } = erlangC(queue)
  return Math.max(0, mean_wait_of_waiting_s * Math.log(waits / (1 - share)))
}

const INFINITY = Number.POSITIVE_INFINITY
const NEVER_SERVED: ErlangC = {
  occupancy: 1,
  waits: 1,
  mean_wait_s: INFINITY,
  mean_wait_of_waiting_s: INFINITY,
  mean_waiting: INFINITY,
}
