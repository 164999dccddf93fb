// How much somebody may still do: a bucket that fills at a steady pace and holds a burst. Pure; the clock is whatever runs forward.

export type Allowance = { left: number; at: number }
export type Bound = { burst: number; per_second: number }

/** Takes one, and gives the seconds to wait when there is none (0: go on). `now` in milliseconds. */
export function take(allowance: Allowance, { burst, per_second }: Bound, now: number): number {
  const filled = Math.min(burst, allowance.left + ((now - allowance.at) * per_second) / 1_000)
  allowance.at = now
  allowance.left = filled < 1 ? filled : filled - 1
  return filled < 1 ? (1 - filled) / per_second : 0
}
