// The ladder: which steps have come, and when the next one comes. Pure.
import type { Cause, Step } from '../contract.ts'

// One thing that may be escalated: a clock, a silence, a standstill. Epoch milliseconds.
export type Stretch = {
  cause: Cause
  started: number
  due: number | null // null: it stands still, and nobody climbs meanwhile
  late: boolean // its moment went by
  share: (percent: number) => number | null // when so much of the target will have gone by
  after: (milliseconds: number) => number | null // of working time after its moment
}
export type Climb = { due: { step: Step; nth: number }[]; next: number | null }

/**
 * Steps of this cause that are to be taken now, each once, and when to look again. Steps before the moment are over once it went by: a server
 * that slept does not warn of what has happened.
 * @param done ids of steps that were taken in this stretch
 */
export function climb(
  ladder: readonly Step[],
  stretch: Stretch,
  { done, now }: { done: ReadonlySet<string>; now: number },
): Climb {
  const found: Climb = { due: [], next: null }
  ladder.forEach((step, place) => {
    if (done.has(step.id) || !step.of.includes(stretch.cause)) return
    const at = momentOf(step, stretch)
    if (at === null) return
    if (at <= now) found.due.push({ step, nth: place + 1 })
    else found.next = Math.min(at, found.next ?? at)
  })
  return found
}

function momentOf({ when }: Step, { due, late, share, after }: Stretch): number | null {
  if (due === null) return null
  if ('percent' in when) return late ? null : share(when.percent)
  return after(when.after_minutes * 60_000)
}
