import type { Work } from '#base/work'
import type { CaseId } from './contract.ts'
import { needCase } from './need.ts'
import { recordLook } from './store/case.ts'

export async function look(work: Work, { id }: { id: CaseId }): Promise<object> {
  await needCase(work, id, 'case.read')
  if (work.actor.kind === 'person') await recordLook(work, id, work.actor.id)
  return {}
}
