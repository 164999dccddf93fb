// M/M/c/c: nobody waits; whoever finds all servers busy is lost. Holds for any distribution of service with the same mean.

/**
 * The share of arrivals that find all `servers` (whole, ≥ 0) busy, given `offered` ≥ 0 erlangs (arrivals per second × mean service in seconds).
 * Source: Erlang (1917); recursion B(n) = aB(n−1) / (n + aB(n−1)), which never overflows and loses no digits.
 */
export function erlangB(servers: number, offered: number): number {
  if (offered <= 0) return servers > 0 ? 0 : 1
  let blocked = 1
  for (let n = 1; n <= servers; n++) blocked = (offered * blocked) / (n + offered * blocked)
  return blocked
}
