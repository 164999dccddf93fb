// How much of a clock's time has gone by since the server last said so: it goes on by itself while the door is open.
import type { RunningClock } from '../contract.ts'

type Shown = Pick<RunningClock, 'worked_minutes' | 'target_minutes' | 'open' | 'state'>

/** Between 0 and 1; `at` and `now` in epoch milliseconds. */
export function shareGone(
  { worked_minutes, target_minutes, open, state }: Shown,
  { at, now }: { at: number; now: number },
): number {
  const since = open && state === 'running' ? Math.max(0, now - at) / 60_000 : 0
  return Math.max(0, Math.min(1, (worked_minutes + since) / target_minutes))
}
