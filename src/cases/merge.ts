// Two dossiers that are one: the other becomes part of this one. An edge is written and nothing else is: conversations, messages, notes and
// who answered stay where they were and are shown here. From now on one person answers for both.
import { allow, audit } from '#access'
import { newId } from '#base/id'
import { actorId, refuse, type Work } from '#base/work'
import { changeOwner } from './change-owner.ts'
import { caseMerged, mergeImpossible, type CaseId, type MergeId } from './contract.ts'
import { endHandOvers } from './end-hand-overs.ts'
import { holdWhole } from './need.ts'
import { findCase, type CaseRow } from './store/case.ts'
import { insertMerge, lockMerged, recordMain } from './store/merge.ts'

type Wish = { id: CaseId; merged: CaseId; because?: string | undefined }
export type MergedAs = { id: MergeId; case_id: CaseId; version: number }

export async function merge(work: Work, { id, merged, because = '' }: Wish): Promise<MergedAs> {
  const [main, other] = await holdBoth(work, id, merged)
  allow(work, 'case.take', { brand: main.brand_id }) // whoever answered for the other one answers for it no longer
  const edge = newId<'merge'>(work.now)
  await lockMerged(work, other.id)
  await endHandOvers(work, other.id, { by: 'merged' })
  await insertMerge(work, {
    id: edge, main: main.id, merged: other.id, by: actorId(work.actor), because, owner_before: other.owner_id, was_open: other.closed_at === null,
  }) // prettier-ignore
  if (other.owner_id !== main.owner_id)
    await changeOwner(work, other, { person: main.owner_id, chosen_by: 'merged', by: actorId(work.actor) })
  await recordMain(work, other.id, main.id)
  await audit(work, 'case.merged', { about: main.id, details: { merged: other.id, number: other.number } })
  work.publish(caseMerged, { case_id: main.id, merged: other.id, owner: main.owner_id }, { case_id: main.id })
  return { id: edge, case_id: main.id, version: (await findCase(work, main.id))!.version }
}

// In the order of ids, so that two who merge the same two into each other wait instead of embracing.
async function holdBoth(work: Work, id: CaseId, merged: CaseId): Promise<[CaseRow, CaseRow]> {
  const target = await targetOf(work, id, merged)
  if (target === merged) throw refuse(mergeImpossible, { why: 'same' })
  const held = new Map<CaseId, CaseRow>()
  for (const each of [target, merged].toSorted()) held.set(each, await holdWhole(work, each, 'case.edit'))
  const [main, other] = [held.get(target)!, held.get(merged)!]
  if (main.brand_id !== other.brand_id) throw refuse(mergeImpossible, { why: 'other_brand' })
  if (main.closed_at) throw refuse(mergeImpossible, { why: 'main_closed' })
  return [main, other]
}

// Into a case that is part of another is into that other one.
async function targetOf(work: Work, id: CaseId, merged: CaseId): Promise<CaseId> {
  const named = await findCase(work, id)
  const target = named?.main_id ?? id
  if ((await findCase(work, merged))?.main_id === target && target !== merged) throw refuse(mergeImpossible, { why: 'already' })
  return target
}
