// Nobody answered in time: the giver, who still answers for the case, and their managers are told, and may decide.
import type { Work } from '#base/work'
import { batonEscalated } from './contract.ts'
import { managersOf } from './managers-of.ts'
import { recordEscalated, type BatonRow } from './store/baton.ts'
import { tellEscalation } from './tell.ts'

export async function escalate(work: Work, baton: BatonRow): Promise<void> {
  const managers = await managersOf(work, baton.from_id)
  if ((await recordEscalated(work, baton.id, managers)) === 0) return
  await tellEscalation(work, baton, managers)
  const about = { hand_over_id: baton.id, case_id: baton.case_id, from: baton.from_id, to: baton.to_id }
  work.publish(batonEscalated, { ...about, told: managers }, { case_id: baton.case_id })
}
