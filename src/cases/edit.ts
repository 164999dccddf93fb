import * as customers from '#customers'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { CustomerId, ProjectId } from '#customers/contract'
import { caseEdited, type CaseId, type Priority, type ReasonId } from './contract.ts'
import { holdWhole, needVersion } from './need.ts'
import { keptProject, needProjectOf } from './project.ts'
import { changeCase, clearSuspicion, type CaseRow } from './store/case.ts'
import { findReasons } from './store/reason.ts'

type Edit = {
  id: CaseId
  version: number
  subject?: string | undefined
  reason_id?: ReasonId | null | undefined
  customer_id?: CustomerId | undefined
  project_id?: ProjectId | null | undefined // left out: the one it has, as long as it is one of the customer's
  priority?: Priority | undefined
  suspected?: false | undefined // it was taken for unwanted and is not
}

export async function edit(work: Work, given: Edit): Promise<{ id: CaseId; version: number }> {
  const found = await holdWhole(work, given.id, 'case.edit')
  needVersion(found, given.version)
  if (given.customer_id && !(await customers.find(work, [given.customer_id])).has(given.customer_id)) throw refuse(notFound, {})
  if (given.reason_id && (await findReasons(work, [given.reason_id])).length === 0) throw refuse(notFound, {})
  if (given.suspected === false) await clearSuspicion(work, given.id)
  const project_id = await projectOf(work, given, found)
  const { version } = await changeCase(work, {
    id: given.id,
    subject: given.subject ?? found.subject,
    reason_id: given.reason_id === undefined ? found.reason_id : given.reason_id,
    customer_id: given.customer_id ?? found.customer_id,
    project_id,
    priority: given.priority ?? found.priority,
  })
  const { id: case_id, version: _, ...changes } = given
  const moved = project_id === found.project_id ? {} : { project_id }
  work.publish(caseEdited, { case_id, ...changes, ...moved }, { case_id })
  return { id: given.id, version }
}

async function projectOf(work: Work, given: Edit, found: CaseRow): Promise<ProjectId | null> {
  const customer = given.customer_id ?? found.customer_id
  if (given.project_id) await needProjectOf(work, customer, given.project_id)
  if (given.project_id !== undefined) return given.project_id
  return given.customer_id ? await keptProject(work, given.customer_id, found.project_id) : found.project_id
}
