import type { HurtSums, Replicated } from '../engine/index.ts'

/** What a thread says: a replication it has played, and in the end whom tomorrow would hurt. */
export type Said = { kind: 'played'; replicated: Replicated } | { kind: 'seen'; hurt: HurtSums | null }
