// The one place that reads the machine's clock. PostgreSQL keeps microseconds and browsers milliseconds, so a moment is rounded
// once, here, and is the same wherever it is read back.
export type Clock = { now(): Temporal.Instant }

export const wallClock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) }

export function handClock(start: string): Clock & { advance(duration: Temporal.DurationLike): void; set(to: string): void } {
  let at = Temporal.Instant.from(start)
  return {
    now: () => at,
    advance: (duration) => void (at = at.add(duration)),
    set: (to) => void (at = Temporal.Instant.from(to)),
  }
}
