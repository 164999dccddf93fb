import { allow } from '#access'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { nameInUse, type ReasonId } from './contract.ts'
import { closeReason, findReasonsEver, insertReason, openReasons, renameReason as recordName } from './store/reason.ts'

export const listReasons = async (work: Work) => ({ items: await openReasons(work) })

export async function addReason(work: Work, { name }: { name: string }): Promise<{ id: ReasonId; name: string }> {
  allow(work, 'template.manage', { brand: null }) // reasons are the whole house's
  const id = newId<'reason'>(work.now)
  if ((await insertReason(work, { id, name })) === 0) throw refuse(nameInUse, {})
  return { id, name }
}

export async function renameReason(work: Work, given: { id: ReasonId; name: string }): Promise<{ id: ReasonId; name: string }> {
  allow(work, 'template.manage', { brand: null })
  const done = await recordName(work, given)
  if (done === 'taken') throw refuse(nameInUse, {})
  if (done === 'unknown') throw refuse(notFound, {})
  return given
}

/** It is offered no longer; the cases that have it keep it. */
export async function retireReason(work: Work, { id }: { id: ReasonId }): Promise<object> {
  allow(work, 'template.manage', { brand: null })
  if ((await closeReason(work, id)) === 0) throw refuse(notFound, {})
  return {}
}

/** For rooms above: also those that were retired. */
export const reasonsById = (work: Work, ids: readonly ReasonId[]) => findReasonsEver(work, ids)
