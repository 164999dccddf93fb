// The trial under way, for whoever routes: which version beside the usual one, and for whom (`rules/draw-arm.ts`).
import type { Work } from '#base/work'
import type { RulebookVersionId } from '../contract/rulebook-endpoints.ts'
import type { TrialId } from '../contract/trial.ts'
import { findLive } from './store.ts'

export type LiveTrial = {
  trial: TrialId
  tried: RulebookVersionId
  usual: RulebookVersionId
  share_per_mille: number
  since: Temporal.Instant
}

export async function liveTrial(work: Work): Promise<LiveTrial | null> {
  const row = await findLive(work)
  return row
    ? { trial: row.id, tried: row.tried_id, usual: row.usual_id, share_per_mille: row.share_per_mille, since: row.started_at }
    : null
}
