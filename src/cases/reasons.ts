import { allow } from '#access'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { nameInUse, type ReasonId } from './contract.ts'
import { insertReason, openReasons } from './store/lists.ts'

export const listReasons = async (work: Work) => ({ items: await openReasons(work) })

export async function addReason(work: Work, { name }: { name: string }): Promise<{ id: ReasonId; name: string }> {
  allow(work, 'template.manage', { brand: null }) // reasons are the whole house's
  const id = newId<'reason'>(work.now)
  if ((await insertReason(work, { id, name })) === 0) throw refuse(nameInUse, {})
  return { id, name }
}
