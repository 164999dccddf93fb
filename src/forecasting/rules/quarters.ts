// Quarters of an hour since 1970, by number: 96 to a day of Greenwich, whatever the clocks of the place do.
export const QUARTER_MS = 900_000
export const QUARTERS_A_DAY = 96

export const quarterOf = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / QUARTER_MS)
/** The first quarter that does not begin before. */
export const quarterAfter = (at: Temporal.Instant): number => Math.ceil(at.epochMilliseconds / QUARTER_MS)
export const instantOf = (quarter: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_MS)
export const dayOf = (quarter: number): string => instantOf(quarter).toString().slice(0, 10)
export const firstOfDay = (day: string): number => Math.floor(Date.parse(day) / QUARTER_MS)

export type Span = { from: number; to: number } // quarters, `to` not included

/** Days of Greenwich that a span touches, first and last. */
export const daysOf = ({ from, to }: Span): { first: string; last: string } => ({
  first: dayOf(from),
  last: dayOf(Math.max(from, to - 1)),
})
export const placeInDay = (quarter: number): number => ((quarter % QUARTERS_A_DAY) + QUARTERS_A_DAY) % QUARTERS_A_DAY
