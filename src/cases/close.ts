import { actorId, refuse, type Work } from '#base/work'
import { caseClosed, caseIsClosed, type CaseId } from './contract.ts'
import { holdCase, needVersion } from './need.ts'
import { recordClosure } from './store/case.ts'

export async function close(work: Work, { id, version }: { id: CaseId; version?: number | undefined }): Promise<{ id: CaseId; version: number }> {
  const found = await holdCase(work, id, 'case.close')
  needVersion(found, version)
  if (found.closed_at) throw refuse(caseIsClosed, {})
  const closed = await recordClosure(work, id, actorId(work.actor))
  work.publish(caseClosed, { case_id: id, owner: found.owner_id }, { case_id: id })
  return { id, version: closed.version }
}
