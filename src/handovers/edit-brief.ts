import { notAllowed, stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { batonOver, briefChanged, type BatonId, type Brief, type FullBaton } from './contract.ts'
import { isMe, needBaton } from './need.ts'
import { showFull } from './show-full.ts'
import { lockBaton, touchBaton } from './store/baton.ts'
import { briefNumbered, insertBrief, latestBriefs } from './store/brief.ts'

// What was told before stays: a brief is written again, never over. Only while it waits: what somebody accepted is what they were told.
export async function editBrief(
  work: Work,
  { id, version, brief }: { id: BatonId; version: number; brief: Brief },
): Promise<FullBaton> {
  const baton = await needBaton(work, id)
  if (!isMe(work, baton.from_id) && work.actor.kind !== 'system') throw refuse(notAllowed, { permission: 'case.hand_over' })
  const held = await lockBaton(work, id)
  if (!held || held.ended_at) throw refuse(batonOver, { as: held?.ended_as ?? null })
  const last = (await latestBriefs(work, [id]))[0]
  if (held.version !== version)
    throw refuse(stale, { current: last?.brief ?? null, given_version: version, current_version: held.version })
  const number = (last?.number ?? 0) + 1
  await insertBrief(work, { baton: id, number, brief, by: work.actor.kind === 'person' ? work.actor.id : null })
  await touchBaton(work, id)
  work.publish(briefChanged, { hand_over_id: id, case_id: baton.case_id, number }, { case_id: baton.case_id })
  return await showFull(work, id)
}

export async function briefVersion(work: Work, { id, number }: { id: BatonId; number: number }): Promise<{ brief: Brief }> {
  await needBaton(work, id)
  const found = await briefNumbered(work, id, number)
  if (!found) throw refuse(batonOver, { as: null })
  return found
}
