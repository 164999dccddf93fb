// M/M/c/K: `places` contacts at most, served ones included; whoever finds them all taken hears the busy tone and is gone.
import { gammaShare } from './gamma.ts'
import { timeAt } from './birth-death.ts'
import { offeredTo, type Queue } from './queue.ts'

export type LimitedPlaces = {
  blocked: number // share of contacts that find no place
  occupancy: number
  waits: number // of those let in, the share that waits at all
  mean_wait_s: number // of those let in
  mean_waiting: number
}

/**
 * The steady state of M/M/c/K, also where more is offered than can be served. `places` ≥ servers (RangeError otherwise).
 * Source: Kleinrock, "Queueing systems" I, §3.8; arrivals see what time sees (Wolff 1982).
 */
export function limitedPlaces(queue: Queue, places: number): LimitedPlaces {
  const { shares, service_per_s } = placesTaken(queue, places)
  const blocked = shares[places] ?? 0
  const let_in_per_s = queue.arrivals_per_s * (1 - blocked)
  const mean_waiting = shares.reduce((sum, share, n) => sum + share * Math.max(0, n - queue.servers), 0)
  const waits = shares.slice(queue.servers, places).reduce((sum, share) => sum + share, 0) / (1 - blocked)
  const occupancy = let_in_per_s / (service_per_s * queue.servers)
  return { blocked, occupancy, waits, mean_wait_s: mean_waiting / let_in_per_s, mean_waiting }
}

/**
 * Of those let in, the share answered within `within_s` seconds: whoever finds n ≥ c there waits for n − c + 1 ends of service,
 * which is an Erlang time.
 */
export function answeredWithin(queue: Queue, places: number, within_s: number): number {
  const { shares, service_per_s } = placesTaken(queue, places)
  const let_in = 1 - (shares[places] ?? 0)
  const answered = shares.slice(0, places).reduce((sum, share, n) => {
    const ends = n - queue.servers + 1
    return sum + share * (ends <= 0 ? 1 : gammaShare(ends, queue.servers * service_per_s * within_s))
  }, 0)
  return answered / let_in
}

function placesTaken(queue: Queue, places: number) {
  offeredTo(queue)
  if (!(Number.isInteger(places) && places >= queue.servers))
    throw new RangeError(`${places} places for ${queue.servers} servers`)
  const service_per_s = 1 / queue.service_s
  const shares = timeAt({ up: () => queue.arrivals_per_s, down: (n) => Math.min(n, queue.servers) * service_per_s }, places)
  return { shares, service_per_s }
}
