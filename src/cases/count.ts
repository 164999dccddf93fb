import { scopesFor } from '#access'
import type { Work } from '#base/work'
import { countsFor } from './store/lists.ts'

const NONE = { new: 0, waiting_for_us: 0, waiting_for_others: 0, suspected: 0, hand_overs: 0, failed: 0, mentions: 0 }

export async function count(work: Work): Promise<typeof NONE> {
  return work.actor.kind === 'person' ? await countsFor(work, work.actor.id, scopesFor(work.actor, 'case.read')) : NONE
}
