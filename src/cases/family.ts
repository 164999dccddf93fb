// A case and what is part of it: what is shown of the main one is shown of all.
import type { Work } from '#base/work'
import type { CaseId } from './contract.ts'
import { mainsOf, mergedIds } from './store/merge.ts'

/** The case first, then the cases that are part of it. For rooms above that list by case what they keep. */
export const familyOf = async (work: Work, id: CaseId): Promise<CaseId[]> => [
  id,
  ...(await mergedIds(work, id)).map((part) => part.id),
]

/** For each of these cases the one it is part of; those that stand by themselves are left out. */
export async function mainOf(work: Work, cases: readonly CaseId[]): Promise<Map<CaseId, CaseId>> {
  const found = cases.length === 0 ? [] : await mainsOf(work, cases)
  return new Map(found.map(({ id, main_id }) => [id, main_id]))
}

/** Whether what happened in `of` is shown in `id`. */
export async function isPartOf(work: Work, of: CaseId, id: CaseId): Promise<boolean> {
  return of === id || (await mainOf(work, [of])).get(of) === id
}

/** Hits in the order of how well they fit; one in a case that is part of another is one in that other. */
export async function familyHits(work: Work, hits: readonly CaseId[]): Promise<Map<CaseId, number>> {
  const main = await mainOf(work, hits)
  const rank = new Map<CaseId, number>()
  for (const [place, id] of hits.entries()) if (!rank.has(main.get(id) ?? id)) rank.set(main.get(id) ?? id, place)
  return rank
}
