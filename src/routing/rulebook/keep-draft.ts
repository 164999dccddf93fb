import { allow } from '#access'
import { overtaken } from '#base/overtaken'
import type { Work } from '#base/work'
import { draftKept, type RulebookDraft } from '../contract/rulebook-endpoints.ts'
import type { Rulebook } from '../contract/rulebook.ts'
import { draft } from './read.ts'
import * as store from './store.ts'

/** The draft everybody shares, begun (version 0) or kept anew. What was begun from the rules in force remembers so. */
export async function keepDraft(
  work: Work,
  { version, document }: { version: number; document: Rulebook },
): Promise<RulebookDraft> {
  allow(work, 'routing.manage', { team: null, brand: null })
  const changed = version === 0 ? await begin(work, document) : await store.updateDraft(work, document, version)
  const kept = await draft(work)
  if (changed === 0) throw overtaken(kept ?? undefined, version)
  work.publish(draftKept, { version: kept!.version })
  return kept!
}

const begin = async (work: Work, document: Rulebook): Promise<number> =>
  await store.insertDraft(work, document, (await store.lastInForce(work))?.rulebook_id ?? null)

export async function dropDraft(work: Work): Promise<object> {
  allow(work, 'routing.manage', { team: null, brand: null })
  if ((await store.deleteDraft(work)) > 0) work.publish(draftKept, { version: 0 })
  return {}
}
