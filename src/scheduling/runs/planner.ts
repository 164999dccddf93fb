// The optimiser as a run sees it: it thinks somewhere else, tells how far it is, and can be told to give what it has.
import type { Answer, Ask, Progress } from '../contract.ts'
import type { KeptShift } from '../engine/kept-plan.ts'

export type Ended =
  | { as: 'done'; answer: Answer }
  | { as: 'too_much' }
  | { as: 'fell'; error: unknown }
  | { as: 'stopped'; told?: true } // told: by somebody, or by the server that stops
export type Thinking = {
  progress(): Progress | null
  incumbent?(): Incumbent | null // the best so far, in few words
  ended: Promise<Ended>
  enough(): void // give what there is
  stop(): Promise<void>
}
export type Incumbent = readonly KeptShift[]
/** `begun`: the best of a search that did not come to its end. */
export type Planner = (ask: Ask, begun?: Incumbent) => Thinking
