// What becomes of each single contact, for finding those that other rules would hurt most.
import type { Flow } from './traffic.ts'

export const NO_FATE = 0
export const WAS_ANSWERED = 1
export const GAVE_UP = 2
export const WAS_REFUSED = 3
export const WAS_CALLED_BACK = 4
export const STILL_WAITS = 5

export type Fates = {
  readonly outcome: Uint8Array
  readonly wait: Float64Array // milliseconds, whole: sums of them are exact in whatever order they are added
  readonly at: Float64Array // when it came, in seconds
}

/** Room for every contact of the flows; places are given by `Flow.first`. */
export function newFates(flows: readonly Flow[]): Fates {
  const room = flows.reduce((sum, flow) => sum + flow.room, 0)
  return { outcome: new Uint8Array(room), wait: new Float64Array(room), at: new Float64Array(room) }
}

export function clearFates({ outcome, wait, at }: Fates): void {
  outcome.fill(NO_FATE)
  wait.fill(0)
  at.fill(0)
}
