// Where a request stands, for whoever made it. Pure. From what both sides can see: who spoke last, what is promised, whether it is over.
import { asksIn } from './asks-in.ts'

export const statuses = ['received', 'with_us', 'promised', 'late', 'with_you', 'answered', 'solved', 'owed'] as const
export type Status = (typeof statuses)[number]

export type Standing = {
  closed_at: Temporal.Instant | null
  looked: boolean // the owner opened it since
  promise: { due_at: Temporal.Instant } | null // the first owed
  last: { direction: 'in' | 'out'; text: string } | null // the last thing said between us
  now: Temporal.Instant
}

/**
 * `solved`: closed · `owed`: closed, and something is still promised · `late`: a promise has gone by · `promised`: one is owed · `with_you`: we spoke last and asked something · `answered`: we
 * spoke last · `with_us`: they spoke last and somebody looked, or we had answered before · `received`: nobody looked yet.
 */
export function statusOf({ closed_at, looked, promise, last, now }: Standing): Status {
  if (closed_at) return promise ? 'owed' : 'solved'
  const isOurs = last?.direction === 'out'
  if (isOurs && asksIn(last.text)) return 'with_you'
  if (promise) return Temporal.Instant.compare(promise.due_at, now) < 0 ? 'late' : 'promised'
  if (isOurs) return 'answered'
  return looked ? 'with_us' : 'received'
}
