import { allow, audit, can } from '#access'
import { notAllowed, notFound } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import { brandOf } from './brand-of.ts'
import { changeOwner } from './change-owner.ts'
import { caseIsClosed, handOverEnded, handOverOver, type HandOver, type HandOverId } from './contract.ts'
import { holdCase } from './need.ts'
import { showHandOver } from './show-hand-over.ts'
import { endHandOver, findHandOver } from './store/hand-over.ts'

type Answer = { id: HandOverId; as: 'accepted' | 'declined' | 'withdrawn'; answer: string }
type Row = NonNullable<Awaited<ReturnType<typeof findHandOver>>>

export async function answerHandOver(work: Work, answer: Answer): Promise<HandOver> {
  const offered = await findHandOver(work, answer.id)
  if (!offered || !(await isTheirs(work, offered))) throw refuse(notFound, {})
  const found = await holdCase(work, offered.case_id, 'case.read')
  mayEnd(work, { ...offered, brand: found.brand_id }, answer.as)
  const ended = await endHandOver(work, answer.id, { as: answer.as, answer: answer.answer })
  if (ended === 0) throw refuse(handOverOver, {})
  if (answer.as === 'accepted') {
    if (found.closed_at) throw refuse(caseIsClosed, {})
    await changeOwner(work, found, { person: offered.to_id, chosen_by: 'handed_over', by: actorId(work.actor) })
  }
  await audit(work, `case.hand_over_${answer.as}`, {
    about: offered.case_id,
    details: { from: offered.from_id, to: offered.to_id },
  })
  const about = { case_id: offered.case_id }
  work.publish(
    handOverEnded,
    { ...about, hand_over_id: answer.id, from: offered.from_id, to: offered.to_id, as: answer.as },
    about,
  )
  return await showHandOver(work, (await findHandOver(work, answer.id))!)
}

const isTheirs = async (work: Work, { case_id }: Row): Promise<boolean> =>
  can(work.actor, 'case.read', { brand: await brandOf(work, case_id) })

// Only who is asked may answer; only the giver, or a manager, may withdraw.
function mayEnd(work: Work, offered: Row & { brand: string }, as: Answer['as']): void {
  if (work.actor.kind === 'system') return
  const mine = work.actor.kind === 'person' && work.actor.id === (as === 'withdrawn' ? offered.from_id : offered.to_id)
  if (mine) return
  if (as === 'withdrawn') return allow(work, 'case.assign', { brand: offered.brand })
  throw refuse(notAllowed, { permission: 'hand_over.answer' })
}
