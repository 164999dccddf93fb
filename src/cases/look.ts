import type { Work } from '#base/work'
import type { CaseId } from './contract.ts'
import { needCase } from './need.ts'
import { recordLook } from './store/case.ts'
import { markSeen } from './store/mention.ts'

export async function look(work: Work, { id }: { id: CaseId }): Promise<object> {
  await needCase(work, id, 'case.read')
  if (work.actor.kind !== 'person') return {}
  await Promise.all([recordLook(work, id, work.actor.id), markSeen(work, work.actor.id, id)])
  return {}
}
