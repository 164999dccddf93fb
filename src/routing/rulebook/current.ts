// The rules in force, and any other version. A version never changes, so what was read once is kept; a few of them, for all houses of this program.
import { refuse, type Work } from '#base/work'
import { rulebookUnknown, type RulebookVersionId } from '../contract/rulebook-endpoints.ts'
import { rulebookShape, type Rulebook } from '../contract/rulebook.ts'
import * as store from './store.ts'

export type KeptRulebook = { id: RulebookVersionId; number: number; title: string; document: Rulebook }

/** The rules for everybody; null: nothing is routed. */
export async function currentRulebook(work: Work): Promise<KeptRulebook | null> {
  const last = await store.lastInForce(work)
  return last?.rulebook_id ? await rulebookOf(work, last.rulebook_id) : null
}

/** For whoever changes what is in force: until this work is done nobody else does. Held before the rules are read. */
export const holdRules = (work: Work): Promise<unknown> => store.oneAtATime(work)

const MOST_KEPT = 100
const kept = new Map<string, KeptRulebook>()

/** A version by its id, refused where there is none. */
export async function rulebookOf(work: Work, id: RulebookVersionId): Promise<KeptRulebook> {
  const key = `${work.tenant} ${id}`
  const known = kept.get(key)
  if (known) return known
  const row = await store.findVersion(work, id)
  if (!row) throw refuse(rulebookUnknown, {})
  const found = { id: row.id, number: row.number, title: row.title, document: rulebookShape.parse(row.document) } // fields that came since have their defaults
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, found)
  return found
}
