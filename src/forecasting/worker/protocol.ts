// What a server and the thread of a forecast say to each other.
import type { SeriesAnswer } from '../contract/answer.ts'
import type { AskInput } from '../contract/ask.ts'

export type Told = { kind: 'ask'; number: number; ask: AskInput } // one series each
export type Said = { kind: 'answer'; number: number; answer: SeriesAnswer } | { kind: 'refused'; number: number; why: string }
