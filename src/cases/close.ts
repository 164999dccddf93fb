import { audit } from '#access'
import { actorId, type Work } from '#base/work'
import { caseClosed, type CaseId } from './contract.ts'
import { holdCase, needVersion } from './need.ts'
import { recordClosure } from './store/case.ts'

export async function close(
  work: Work,
  { id, version }: { id: CaseId; version?: number | undefined },
): Promise<{ id: CaseId; version: number }> {
  const found = await holdCase(work, id, 'case.close')
  needVersion(found, version)
  if (found.closed_at) return { id, version: found.version } // asked twice, done once; the first keeps its name
  const closed = await recordClosure(work, id, actorId(work.actor))
  await audit(work, 'case.closed', { about: id, details: { owner: found.owner_id } })
  work.publish(caseClosed, { case_id: id, owner: found.owner_id }, { case_id: id })
  return { id, version: closed.version }
}
