// For rooms above, which decide who sees it: the cases a person answered for and that went to somebody else within a time, however they went.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from './contract.ts'
import { takenBetween as find, type Span } from './store/taken-between.ts'

const MOST = 500

export type Taken = { case_id: CaseId; to_id: PersonId; at: Temporal.Instant }
export const takenBetween = async (work: Work, person: PersonId, span: Span): Promise<Taken[]> =>
  await find(work, person, { ...span, most: MOST })
