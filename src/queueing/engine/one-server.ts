// M/G/1: one server, service of any shape, first come first served.

/**
 * Mean wait in seconds before service, given arrivals per second, mean service and its coefficient of variation (standard deviation ÷ mean;
 * 0 always the same, 1 exponential). Infinity when as much is offered as one can serve.
 * Source: Pollaczek (1930), Khinchine (1932): W = ρ/(1 − ρ) · (1 + cv²)/2 · service.
 */
export function pollaczekKhinchine({
  arrivals_per_s,
  service_s,
  cv,
}: {
  arrivals_per_s: number
  service_s: number
  cv: number
}): number {
  const load = arrivals_per_s * service_s
  return load >= 1 ? Number.POSITIVE_INFINITY : (load / (1 - load)) * ((1 + cv * cv) / 2) * service_s
}
