import { scopesFor } from '#access'
import type { Work } from '#base/work'
import { standsInFor } from './cover.ts'
import { countCovered, countsFor } from './store/lists.ts'

const NONE = {
  new: 0,
  waiting_for_us: 0,
  waiting_for_others: 0,
  suspected: 0,
  hand_overs: 0,
  failed: 0,
  mentions: 0,
  covered: 0,
  handling: 0,
}

export async function count(work: Work): Promise<typeof NONE> {
  if (work.actor.kind !== 'person') return NONE
  const scopes = scopesFor(work.actor, 'case.read')
  const [counts, by] = await Promise.all([countsFor(work, work.actor.id, scopes), standsInFor(work, work.actor.id)])
  const covered = by.owners.length + by.pairs.length > 0 ? (await countCovered(work, by, scopes)).n : 0
  return { ...counts, covered }
}
