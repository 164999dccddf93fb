import { refuse } from '#base/refusal'
import { LONGEST_HISTORY_DAYS, MOST_VALUES, spanTooLong, spanUpsideDown } from './contract.ts'
import { quarterAfter, QUARTER_MS, QUARTERS_A_DAY, quarterOf, type Span } from './rules/quarters.ts'

// Before and after that nobody counts, and databases and clocks disagree on years.
const [EARLIEST, LATEST] = [Date.UTC(1980, 0) / QUARTER_MS, Date.UTC(2200, 0) / QUARTER_MS]
const within = (quarter: number): number => Math.min(LATEST, Math.max(EARLIEST, quarter))

/** Whole intervals that begin within the span asked for; refuses one that ends before it begins, or is longer than anybody reads at once. */
export function wantedSpan({ from, to, step }: { from: string; to: string; step: number }): Span {
  const first = within(Math.floor(quarterOf(Temporal.Instant.from(from)) / step) * step)
  const last = within(Math.ceil(quarterAfter(Temporal.Instant.from(to)) / step) * step)
  if (last <= first) throw refuse(spanUpsideDown, {})
  if (last - first > LONGEST_HISTORY_DAYS * QUARTERS_A_DAY) throw refuse(spanTooLong, { most_days: LONGEST_HISTORY_DAYS })
  return { from: first, to: last }
}

export function refuseTooMany(streams: number, { from, to }: Span): void {
  if (streams * (to - from) > MOST_VALUES)
    throw refuse(spanTooLong, { most_days: Math.max(1, Math.floor(MOST_VALUES / QUARTERS_A_DAY / Math.max(1, streams))) })
}
