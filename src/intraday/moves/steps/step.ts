// One thing that is done by the verb of the room it belongs to, and how it is taken back. What cannot be done, or not any more, is refused in the words of
// that room; the others of the same move are done all the same.
import type { Step } from '../../contract.ts'
import type { Work } from '#base/work'

export type Does<Kind extends Step['does']> = Extract<Step, { does: Kind }>

/** `before`: all that is needed to take it back. A refusal is thrown. */
export type Deed<Kind extends Step['does']> = {
  apply(work: Work, step: Does<Kind>): Promise<unknown>
  undo(work: Work, step: Does<Kind>, before: unknown): Promise<void>
}
