import type { PromiseState } from '../contract.ts'

type Facts = { [Moment in 'broken_at' | 'kept_at' | 'moved_at' | 'withdrawn_at']: Temporal.Instant | null }

/** What the facts of a promise amount to. Pure. The table's constraints leave at most one ending; a late keeping is one that was broken first. */
export function stateOf({ broken_at, kept_at, moved_at, withdrawn_at }: Facts): PromiseState {
  if (withdrawn_at) return 'withdrawn'
  if (moved_at) return 'moved'
  if (kept_at) return broken_at ? 'kept_late' : 'kept'
  return broken_at ? 'broken' : 'open'
}

export const isOwed = (facts: Facts): boolean => ['open', 'broken'].includes(stateOf(facts))
