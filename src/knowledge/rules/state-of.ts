import type { ArticleState } from '../contract.ts'

type Facts = { edition: number | null; withdrawn_at: Temporal.Instant | null }

/** Never out: a draft. Out, whatever its draft says since: published. Taken back: withdrawn, until it is published again. Pure. */
export const stateOf = ({ edition, withdrawn_at }: Facts): ArticleState =>
  edition === null ? 'draft' : withdrawn_at ? 'withdrawn' : 'published'
