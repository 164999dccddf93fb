// What the sender carries, and who keeps its books: the messages of cases, and the letters of the house. Composing once, trying again, saying
// "uncertain" where nobody knows: that is the sender's, and the same for both.
import type { Work } from '#base/work'
import type { SentEnvelope } from './store/sent.ts'

export type Seals = { open(sealed: Buffer): string; url?: string } // url: where pages of ours are found
// begun: that its first attempt begins was noted as it was written down
export type Composed = { file_id: string; bytes: Buffer; envelope: SentEnvelope; attempts: number; begun: boolean }
export type Before = {
  file_id: string
  envelope: SentEnvelope
  attempts: number
  attempt_began_at: Temporal.Instant | null
  attempt_ended_at: Temporal.Instant | null
}
export type Look = {
  taken: boolean // it is ours to carry, as long as the unit of work lasts; false: somebody else has it, or it is not to leave any more
  before: Before | undefined // it was composed already
  write: ((leaves: boolean) => Promise<Composed | null>) | null // leaves: at once, else it is only kept; null: there is nothing to say (any more)
}
export type Settled = { state: 'handed_over' | 'kept' | 'failed' | 'uncertain' | 'queued'; detail: string | null; lost?: boolean }
export type Bag<Key extends string> = {
  look(work: Work, id: Key): Promise<Look>
  beginAttempt(work: Work, id: Key): Promise<unknown> // of what was written down before
  endAttempt(work: Work, id: Key, answer: string): Promise<unknown>
  settle(work: Work, id: Key, outcome: Settled): Promise<unknown>
}
