// How a clock runs: its segments, how much working time went by, and when it falls due. Pure; the calendar's arithmetic is passed in.
import type { PauseReason } from '../contract.ts'
import type { Round, Stop } from './story.ts'

/** Working time in epoch milliseconds. `after` gives null where the hours never open again. */
export type WorkingTime = {
  between(from: number, until: number): number
  after(from: number, milliseconds: number): number | null
}
export type Stretch = { from: number; until: number | null; because: PauseReason | null } // because null: it ran
export type Run = {
  segments: Stretch[]
  paused: PauseReason | null // now
  due: number | null // null while it stands still, or where the hours never open
  worked: number // milliseconds of working time until now, or until it ended
}

/** The segments of a round: it runs from its start to its end, but for the stops that its policy lets stand. They never overlap. */
export function segmentsOf({ start, end, stops }: Round, stands: (because: PauseReason) => boolean): Stretch[] {
  const inOrder = stops
    .filter((stop) => stands(stop.because) && (stop.until === null || stop.until > stop.from))
    .toSorted((a, b) => a.from - b.from)
  const segments: Stretch[] = []
  let at = start
  const running = (until: number | null): void =>
    void ((until === null || until > at) && segments.push({ from: at, until, because: null }))
  for (const stop of inOrder) {
    const from = Math.max(stop.from, at)
    const until = ending(stop, end)
    if (until !== null && until <= from) continue
    running(from)
    segments.push({ from, until, because: stop.because })
    if (until === null) return segments
    at = until
  }
  if (end === null || end > at || segments.length === 0) segments.push({ from: at, until: end, because: null })
  return segments
}

const ending = ({ until }: Stop, end: number | null): number | null =>
  until === null || end === null ? (until ?? end) : Math.min(until, end)

/**
 * Runs a clock over its segments up to `now` (epoch milliseconds).
 * @param target milliseconds of working time, more than none
 * `due` is the first instant at which the target has gone by; of one that ended, where it would have been, had it gone on.
 */
export function run(segments: readonly Stretch[], target: number, { time, now }: { time: WorkingTime; now: number }): Run {
  let worked = 0
  let due: number | null = null
  for (const { from, until, because } of segments) {
    if (because !== null) continue
    const here = time.between(from, Math.max(from, until ?? now))
    if (due === null && worked <= target && (until === null || worked + here >= target)) due = time.after(from, target - worked)
    worked += here
  }
  const last = segments.at(-1)!
  const paused = last.until === null ? last.because : null
  if (due === null && paused === null && last.until !== null) due = time.after(last.until, Math.max(1, target - worked))
  return { segments: [...segments], paused, due, worked }
}
