// The forecast of a day, again, as the day goes.
import type { Spread } from '../contract/answer.ts'

/**
 * What is known within the day. `mean` is the forecast of each interval of the day (as many as it has: 92, 96 or 100 quarters of an hour are
 * alike). `arrived` is what came in its first intervals, one after the other (null: not known, it teaches nothing); it is never longer than
 * `mean`. `elapsed` (0…1, default 1) is how much of the last of them has passed: the interval that is running counts for that share.
 */
export type DayGoing = { mean: readonly number[]; arrived: readonly (number | null)[]; elapsed?: number; spread: Spread }

export type Followed = {
  /** The day's factor: how many times as many as forecast come today, and the bounds between which it lies in 8 days of 10. */
  factor: { mean: number; p10: number; p90: number }
  /** Interval by interval, the whole day: for what is past, what came; for what is to come, mean and bounds. As long as `mean` was. */
  intervals: readonly { mean: number; p10: number; p50: number; p90: number; past: boolean }[]
  /** What is still to come today, and the whole day when it is over. */
  rest: { mean: number; p10: number; p50: number; p90: number }
  total: { mean: number; p10: number; p50: number; p90: number }
  so_far: { arrived: number; expected: number }
}
