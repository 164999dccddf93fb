// What a server and the thread of a rehearsal say to each other.
import type { Outcome } from '../store/result.ts'
import type { Really } from '../contract.ts'
import type { Given } from '../traffic/given.ts'

export type Work =
  | { kind: 'period'; given: Given } // then slices, then 'go'
  | { kind: 'scenario'; scenario: unknown; packed: string | undefined; really: readonly Really[] } // then 'go'
export type Slice = { kind: 'slice'; of: 'contacts' | 'presence'; lines: string }
export type Told = Work | Slice | { kind: 'go' }

export type Failure = { code: string; status: number; fr: string; en: string; details?: unknown }
export type Said =
  | { kind: 'heard' } // one slice is understood, the next may come
  | { kind: 'progress'; share: number }
  | { kind: 'refused'; failure: Failure }
  | { kind: 'done'; outcome: Outcome; contacts: number }
