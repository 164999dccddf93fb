import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { entryPointChanged, type EntryPointEdit } from './contract.ts'
import { checkDoor, refusedByIndex } from './check-door.ts'
import { needBrand } from './need.ts'
import { overtaken } from '#base/overtaken'
import { findEntryPoint, updateEntryPoint } from './store/entry-point.ts'

export async function editEntryPoint(work: Work, { id, version, ...changes }: EntryPointEdit): Promise<{ version: number }> {
  const current = await findEntryPoint(work, id)
  if (!current || current.closed_at) throw refuse(notFound, {})
  needBrand(work, current.brand_id, 'brand.manage')
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const door = await checkDoor(work, { ...current, ...given }, current)
  const changed = await updateEntryPoint(work, { ...door, version }).catch(refusedByIndex)
  if (changed === 0) throw overtaken(await findEntryPoint(work, id), version)
  work.publish(entryPointChanged, { entry_point: id })
  return { version: version + 1 }
}
