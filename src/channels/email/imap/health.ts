// How a watched mailbox is doing, as people see it on the post office page and in health.
import type { Mishap } from './mishap.ts'
import type { Clock } from '#base/clock'

export type Health = {
  state: 'connecting' | 'backfilling' | 'watching' | 'waiting' | 'refused'
  since: Temporal.Instant
  lastMailAt: Temporal.Instant | null
  lastSeenAt: Temporal.Instant | null // when the server last answered with the folder open
  behind: number // messages known to wait on the server
  error?: Mishap
}

const TOO_LONG = Temporal.Duration.from({ minutes: 10 })

/** Nothing can be expected from this mailbox without somebody's help: refused, or not seen for ten minutes. */
export function isDead(health: Health, now: Temporal.Instant): boolean {
  if (health.state === 'refused') return true
  return Temporal.Instant.compare((health.lastSeenAt ?? health.since).add(TOO_LONG), now) < 0
}

export type Chart = {
  readonly health: Health
  /** Another state, with its reason if it has one; `since` moves only when the state does. */
  enter(state: Health['state'], error?: Mishap): void
  seen(behind: number): void
  mail(behind: number): void
}

export function openChart(clock: Clock, onHealth: (health: Health) => void): Chart {
  let health: Health = { state: 'connecting', since: clock.now(), lastMailAt: null, lastSeenAt: null, behind: 0 }
  const tell = (next: Health) => {
    health = next
    onHealth(next)
  }
  tell(health)
  return {
    get health() {
      return health
    },
    enter(state, error) {
      const { error: _, ...rest } = health
      // A mailbox that was never seen is not seen any better for having tried again: `since` stays with the first try.
      const neverSeen = health.lastSeenAt === null && state !== 'refused' && health.state !== 'refused'
      const since = state === health.state || neverSeen ? health.since : clock.now()
      tell({ ...rest, state, since, ...(error ? { error } : {}) })
    },
    seen: (behind) => tell({ ...health, behind, lastSeenAt: clock.now() }),
    mail: (behind) => tell({ ...health, behind, lastMailAt: clock.now(), lastSeenAt: clock.now() }),
  }
}
