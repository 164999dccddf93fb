// Where a case stands for its owner. Pure; the store's filter says the same in SQL and a test holds the two together.
type Facts = {
  closed_at: Temporal.Instant | null
  failed_at: Temporal.Instant | null
  last_in_at: Temporal.Instant | null
  last_out_at: Temporal.Instant | null
  owner_looked_at: Temporal.Instant | null
  suspected_at: Temporal.Instant | null
}
export type Stands = 'new' | 'waiting_for_us' | 'waiting_for_others' | 'suspected' | 'closed'

export function stands(c: Facts): Stands {
  if (c.closed_at) return 'closed'
  if (c.suspected_at) return 'suspected'
  if (!isOurs(c)) return 'waiting_for_others'
  return c.owner_looked_at ? 'waiting_for_us' : 'new'
}

function isOurs({ failed_at, last_in_at, last_out_at }: Facts): boolean {
  if (failed_at || !last_out_at) return true
  return last_in_at !== null && Temporal.Instant.compare(last_in_at, last_out_at) > 0
}
