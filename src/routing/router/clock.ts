// The one timer of a house that routes: a row that rings when the engine, the seats or the hours of queues have something due. It survives
// whatever server set it.
import { cancelJob, jobKind, setTimers } from '#base/jobs'
import type { Work } from '#base/work'
import type { RouterRow, Stepped } from '../store/router.ts'

export const routerTimer = jobKind<object>('routing.router')

type Due = Pick<Stepped, 'wakes_at' | 'seats_at' | 'hours_at' | 'ended_at'>

export function dueAt({ wakes_at, seats_at, hours_at, ended_at }: Due): Temporal.Instant | null {
  const all = [wakes_at, seats_at, hours_at].filter((each) => each !== null)
  return ended_at ? null : (all.toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? null)
}

export async function setClock(work: Work, before: RouterRow, now: Due): Promise<void> {
  const [was, is] = [dueAt(before), dueAt(now)]
  if (is === null) return was === null ? undefined : void (await cancelJob(work, before.timer))
  if (!was?.equals(is)) await setTimers(work, routerTimer, [{ id: before.timer, payload: {}, at: is }])
}

/** Never before it is due: a float of seconds, rounded up to the millisecond. */
export const wakeInstant = (seconds: number): Temporal.Instant | null =>
  Number.isFinite(seconds) ? Temporal.Instant.fromEpochMilliseconds(Math.ceil(seconds * 1_000)) : null
