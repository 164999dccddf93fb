import type { Work } from '#base/work'
import { batonReminded } from './contract.ts'
import { recordReminded, type BatonRow } from './store/baton.ts'
import { tellReminder } from './tell.ts'

export async function remind(work: Work, baton: BatonRow): Promise<void> {
  if ((await recordReminded(work, baton.id)) === 0) return
  await tellReminder(work, baton)
  work.publish(batonReminded, { hand_over_id: baton.id, case_id: baton.case_id, to: baton.to_id }, { case_id: baton.case_id })
}
