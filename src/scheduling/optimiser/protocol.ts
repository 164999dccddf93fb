// What a server and the optimiser's thread say to each other.
import type { Answer, Progress } from '../contract/schedule-answer.ts'
import type { Ask } from '../contract/schedule-ask.ts'

/** Given to the thread when it begins; `stop[0]` is set to 1 when it should end with what it has. */
export type Work = { ask: Ask; stop: Int32Array }
export type Said = { kind: 'progress'; progress: Progress } | { kind: 'done'; answer: Answer }
