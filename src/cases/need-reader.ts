import { mayPerson } from '#access'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { ownerMayNotRead, ownerUnfit } from './contract.ts'

/** Nobody is given a case that they could not open. */
export async function needReader(work: Work, person: PersonId, brand: string): Promise<void> {
  const [active, may] = await Promise.all([
    staff.active(work, person),
    mayPerson(work, person, { permission: 'case.read', object: { brand } }),
  ])
  if (!active) throw refuse(ownerUnfit, {})
  if (!may) throw refuse(ownerMayNotRead, {})
}
