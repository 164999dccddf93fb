// The optimiser as a run sees it: it thinks in a thread of its own, tells how far it is, and can be told to give what it has.
import type { Ask, Progress } from '../contract.ts'
import { openOptimiser, type Ended } from '../optimiser/open-optimiser.ts'

export type { Ended }
export type Thinking = {
  progress(): Progress | null
  ended: Promise<Ended>
  enough(): void // give what there is
  stop(): Promise<void>
}
export type Planner = (ask: Ask) => Thinking

export const optimiser: Planner = (ask) => {
  let last: Progress | null = null
  const { ended, finishNow, stop } = openOptimiser(ask, (progress) => (last = progress))
  return { progress: () => last, ended, enough: finishNow, stop }
}
