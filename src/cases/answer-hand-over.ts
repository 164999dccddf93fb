// The receiver takes the baton or says why not; the giver may take it back. Only who was asked may answer: whoever stands in for them may
// not say yes in their place.
import { allow, audit, can } from '#access'
import { notFound } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import * as staff from '#staff'
import { brandOf } from './brand-of.ts'
import { changeOwner } from './change-owner.ts'
import { handOverNeedsReason, handOverNotYours, handOverOver, type HandOver, type HandOverId } from './contract.ts'
import { tellEnded } from './end-hand-overs.ts'
import { holdCase } from './need.ts'
import { showHandOver } from './show-hand-over.ts'
import type { CaseRow } from './store/case.ts'
import { endHandOver, findHandOver, type HandOverRow } from './store/hand-over.ts'

export type AnswerAs = 'accepted' | 'declined' | 'withdrawn'
export type Answer = { id: HandOverId; as: AnswerAs; answer: string }

export async function answerHandOver(work: Work, answer: Answer): Promise<HandOver> {
  const offered = await findHandOver(work, answer.id)
  if (!offered || !(await isTheirs(work, offered))) throw refuse(notFound, {})
  if (!(await endOne(work, offered, answer))) throw refuse(handOverOver, {})
  return await showHandOver(work, (await findHandOver(work, answer.id))!)
}

// False when it ended before, by another answer or by what happened to the case.
export async function endOne(work: Work, offered: HandOverRow, { as, answer }: Omit<Answer, 'id'>): Promise<boolean> {
  const found = await holdCase(work, offered.case_id, 'case.read')
  await mayEnd(work, { ...offered, brand: found.brand_id }, as)
  if (as === 'declined' && answer.trim() === '') throw refuse(handOverNeedsReason, {})
  const ended = await endHandOver(work, offered.id, { as, answer })
  if (ended === 0) return false
  if (as === 'accepted') await take(work, found, offered)
  await audit(work, `case.hand_over_${as}`, { about: offered.case_id, details: { from: offered.from_id, to: offered.to_id } })
  tellEnded(work, { ...offered, ended_as: as, overtaken_by: null })
  return true
}

// An offer that waits is of an open case that stands by itself: whatever ends that ends the offer first.
const take = async (work: Work, found: CaseRow, offered: HandOverRow): Promise<{ version: number }> =>
  await changeOwner(work, found, {
    person: offered.to_id,
    chosen_by: 'handed_over',
    by: actorId(work.actor),
    accepts: offered.id,
  })

const isTheirs = async (work: Work, { case_id }: HandOverRow): Promise<boolean> =>
  can(work.actor, 'case.read', { brand: await brandOf(work, case_id) })

// Only who is asked may answer; only the giver, or a manager, may withdraw.
async function mayEnd(work: Work, offered: HandOverRow & { brand: string }, as: AnswerAs): Promise<void> {
  if (work.actor.kind === 'system') return
  const mine = work.actor.kind === 'person' && work.actor.id === (as === 'withdrawn' ? offered.from_id : offered.to_id)
  if (mine) return
  if (as === 'withdrawn') return allow(work, 'case.assign', { brand: offered.brand })
  const to = (await staff.find(work, [offered.to_id])).get(offered.to_id)
  throw refuse(handOverNotYours, { to: { id: offered.to_id, name: to?.name ?? '' } })
}
