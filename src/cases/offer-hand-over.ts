// Until the other accepts, the giver answers for the case.
import * as staff from '#staff'
import { audit } from '#access'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { actorId, refuse, type Work } from '#base/work'
import { caseIsClosed, handOverOffered, handOverUnderWay, ownerUnfit, type CaseId, type HandOver } from './contract.ts'
import { needReader } from './need-reader.ts'
import { holdCase, needVersion } from './need.ts'
import { findHandOver, insertHandOver } from './store/hand-over.ts'
import { showHandOver } from './show-hand-over.ts'

export async function offerHandOver(
  work: Work,
  offer: { id: CaseId; version?: number | undefined; to: PersonId; message: string },
): Promise<HandOver> {
  const found = await holdCase(work, offer.id, 'case.hand_over')
  needVersion(found, offer.version)
  if (found.closed_at) throw refuse(caseIsClosed, {})
  if (offer.to === found.owner_id || !(await staff.active(work, offer.to))) throw refuse(ownerUnfit, {})
  await needReader(work, offer.to, found.brand_id)
  const id = newId<'hand_over'>(work.now)
  const made = await insertHandOver(work, {
    id,
    case_id: offer.id,
    from: found.owner_id,
    to: offer.to,
    message: offer.message,
    by: actorId(work.actor),
  })
  if (made === 0) throw refuse(handOverUnderWay, {})
  await audit(work, 'case.hand_over_offered', { about: offer.id, details: { from: found.owner_id, to: offer.to } })
  work.publish(
    handOverOffered,
    { case_id: offer.id, hand_over_id: id, from: found.owner_id, to: offer.to },
    { case_id: offer.id },
  )
  return await showHandOver(work, (await findHandOver(work, id))!)
}
