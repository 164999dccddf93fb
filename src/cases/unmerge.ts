// The other case stands by itself again, with all that was said in it, also since: whoever answered for it before answers again if they are
// still here, else whoever answers for the main one goes on answering for it.
import * as staff from '#staff'
import { audit, mayPerson } from '#access'
import type { PersonId } from '#base/contract'
import { actorId, refuse, type Work } from '#base/work'
import { changeOwner } from './change-owner.ts'
import { caseUnmerged, notMerged, type CaseId } from './contract.ts'
import { holdCase } from './need.ts'
import { findCase, type CaseRow } from './store/case.ts'
import { findMerge, lockMerged, recordMain, undoMerge } from './store/merge.ts'

export async function unmerge(
  work: Work,
  { id, merged }: { id: CaseId; merged: CaseId },
): Promise<{ case_id: CaseId; version: number }> {
  const main = await holdCase(work, id, 'case.edit')
  await lockMerged(work, main.id)
  const part = await holdCase(work, merged, 'case.edit')
  const edge = part.main_id === main.id ? await findMerge(work, merged) : undefined
  if (!edge || (await undoMerge(work, edge.id, actorId(work.actor))) === 0) throw refuse(notMerged, {})
  await recordMain(work, merged, null)
  if (edge.owner_before !== part.owner_id && (await isFit(work, edge.owner_before, part)))
    await changeOwner(work, (await findCase(work, merged))!, {
      person: edge.owner_before,
      chosen_by: 'unmerged',
      by: actorId(work.actor),
    })
  await audit(work, 'case.unmerged', { about: main.id, details: { merged, number: part.number } })
  work.publish(caseUnmerged, { case_id: main.id, merged, owner: main.owner_id }, { case_id: main.id })
  return { case_id: main.id, version: (await findCase(work, main.id))!.version }
}

const isFit = async (work: Work, person: PersonId, of: CaseRow): Promise<boolean> =>
  (await staff.active(work, person)) &&
  (await mayPerson(work, person, { permission: 'case.read', object: { brand: of.brand_id } }))
