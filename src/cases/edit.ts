import * as customers from '#customers'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import { caseEdited, type CaseId, type Priority, type ReasonId } from './contract.ts'
import { holdWhole, needVersion } from './need.ts'
import { changeCase, clearSuspicion } from './store/case.ts'
import { findReasons } from './store/reason.ts'

type Edit = {
  id: CaseId
  version: number
  subject?: string | undefined
  reason_id?: ReasonId | null | undefined
  customer_id?: CustomerId | undefined
  priority?: Priority | undefined
  suspected?: false | undefined // it was taken for unwanted and is not
}

export async function edit(work: Work, given: Edit): Promise<{ id: CaseId; version: number }> {
  const found = await holdWhole(work, given.id, 'case.edit')
  needVersion(found, given.version)
  if (given.customer_id && !(await customers.find(work, [given.customer_id])).has(given.customer_id)) throw refuse(notFound, {})
  if (given.reason_id && (await findReasons(work, [given.reason_id])).length === 0) throw refuse(notFound, {})
  if (given.suspected === false) await clearSuspicion(work, given.id)
  const { version } = await changeCase(work, {
    id: given.id,
    subject: given.subject ?? found.subject,
    reason_id: given.reason_id === undefined ? found.reason_id : given.reason_id,
    customer_id: given.customer_id ?? found.customer_id,
    priority: given.priority ?? found.priority,
  })
  const { id: case_id, version: _, ...changes } = given
  work.publish(caseEdited, { case_id, ...changes }, { case_id })
  return { id: given.id, version }
}
