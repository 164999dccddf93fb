// The baton is held out: until the other takes it, the giver answers for the case.
import * as staff from '#staff'
import { allow, audit } from '#access'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { actorId, refuse, type Work } from '#base/work'
import {
  caseIsClosed, handOverDuePast, handOverOffered, handOverUnderWay, ownerUnfit, type CaseId, type HandOver, type HandOverBrief, type HandOverId,
} from './contract.ts' // prettier-ignore
import { needReader } from './need-reader.ts'
import { holdWhole, needVersion } from './need.ts'
import { findHandOver, insertHandOver } from './store/hand-over.ts'
import { showHandOver } from './show-hand-over.ts'

export type Offer = {
  id: CaseId
  version?: number | undefined
  to: PersonId
  message: string
  brief?: HandOverBrief | undefined
  due_at?: string | undefined // by when an answer is asked for
  portfolio_id?: string | undefined // offered together with others
}

export async function offerHandOver(work: Work, offer: Offer): Promise<HandOver> {
  const id = await holdOut(work, offer)
  return await showHandOver(work, (await findHandOver(work, id))!)
}

export async function holdOut(work: Work, offer: Offer): Promise<HandOverId> {
  const found = await holdWhole(work, offer.id, 'case.hand_over')
  // One's own; somebody else's is for those who may assign it.
  if (work.actor.kind === 'person' && work.actor.id !== found.owner_id) allow(work, 'case.assign', { brand: found.brand_id })
  needVersion(found, offer.version)
  if (found.closed_at) throw refuse(caseIsClosed, {})
  if (offer.to === found.owner_id || !(await staff.active(work, offer.to))) throw refuse(ownerUnfit, {})
  await needReader(work, offer.to, found.brand_id)
  const id = newId<'hand_over'>(work.now)
  const about = { case_id: offer.id }
  const portfolio_id = offer.portfolio_id ?? null
  const made = await insertHandOver(work, {
    ...about, id, from: found.owner_id, to: offer.to, message: offer.message, brief: offer.brief ?? null, portfolio_id, due_at: dueOf(work, offer), by: actorId(work.actor),
  }) // prettier-ignore
  if (made === 0) throw refuse(handOverUnderWay, {})
  await audit(work, 'case.hand_over_offered', { about: offer.id, details: { from: found.owner_id, to: offer.to } })
  const due_at = offer.due_at ?? null
  work.publish(handOverOffered, { ...about, hand_over_id: id, from: found.owner_id, to: offer.to, portfolio_id, due_at }, about)
  return id
}

function dueOf(work: Work, { due_at }: Offer): Temporal.Instant | null {
  if (due_at === undefined) return null
  const due = Temporal.Instant.from(due_at)
  if (Temporal.Instant.compare(due, work.now) <= 0) throw refuse(handOverDuePast, {})
  return due
}
