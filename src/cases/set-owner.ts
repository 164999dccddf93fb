// Taking a case, or giving it to somebody at once. A compare-and-set: of fifty who take it at the same moment the first wins and the
// others are told who it was. (A hand-over that asks first is offer-hand-over.ts.)
import * as staff from '#staff'
import { allow } from '#access'
import type { PersonId } from '#base/contract'
import { actorId, refuse, type Work } from '#base/work'
import { changeOwner } from './change-owner.ts'
import { alreadyTaken, caseIsClosed, type CaseId } from './contract.ts'
import { needReader } from './need-reader.ts'
import { holdWhole } from './need.ts'
import type { CaseRow } from './store/case.ts'

type Wish = { id: CaseId; owner: PersonId; expected_owner?: PersonId | undefined; version?: number | undefined }

export async function setOwner(work: Work, wish: Wish): Promise<{ id: CaseId; version: number }> {
  const found = await holdWhole(work, wish.id, 'case.read')
  const taking = work.actor.kind === 'person' && work.actor.id === wish.owner
  allow(work, taking ? 'case.take' : 'case.assign', { brand: found.brand_id })
  if (movedMeanwhile(found, wish)) throw refuse(alreadyTaken, { owner: await named(work, found.owner_id) })
  if (found.closed_at) throw refuse(caseIsClosed, {})
  if (found.owner_id === wish.owner) return { id: wish.id, version: found.version }
  if (!taking) await needReader(work, wish.owner, found.brand_id)
  const { version } = await changeOwner(work, found, {
    person: wish.owner,
    chosen_by: taking ? 'claimed' : 'assigned',
    by: actorId(work.actor),
  })
  return { id: wish.id, version }
}

const movedMeanwhile = (found: CaseRow, wish: Wish): boolean =>
  (wish.expected_owner !== undefined && found.owner_id !== wish.expected_owner) ||
  (wish.version !== undefined && found.version !== wish.version)

async function named(work: Work, id: PersonId): Promise<{ id: string; name: string }> {
  return { id, name: (await staff.find(work, [id])).get(id)?.name ?? '' }
}
