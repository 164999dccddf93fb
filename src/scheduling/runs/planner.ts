// The optimiser as a run sees it: it thinks somewhere else, tells how far it is, and can be told to give what it has.
import type { Answer, Ask, Progress } from '../contract.ts'

export type Ended = { as: 'done'; answer: Answer } | { as: 'too_much' } | { as: 'fell'; error: unknown } | { as: 'stopped' }
export type Thinking = {
  progress(): Progress | null
  ended: Promise<Ended>
  enough(): void // give what there is
  stop(): Promise<void>
}
export type Planner = (ask: Ask) => Thinking
