// What the closed formulas take and tell. Times in seconds, rates per second, shares 0…1.

/** A queue with one kind of contact: Poisson arrivals, `servers` who all can serve it, exponential service. */
export type Queue = {
  servers: number // whole, ≥ 1
  arrivals_per_s: number // > 0
  service_s: number // mean, > 0
}

/** Refuses what no queue can be, so that a formula never answers NaN in silence. */
export function offeredTo({ servers, arrivals_per_s, service_s }: Queue): number {
  if (!(Number.isInteger(servers) && servers >= 1)) throw new RangeError(`${servers} servers`)
  if (!(arrivals_per_s > 0 && service_s > 0)) throw new RangeError(`${arrivals_per_s} arrivals a second, ${service_s} s each`)
  return arrivals_per_s * service_s
}
