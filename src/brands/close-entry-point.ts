import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { entryPointClosed, type EntryPointId } from './contract.ts'
import { needBrand } from './need.ts'
import { closeEntryPoint as close, findEntryPoint } from './store/entry-point.ts'

export async function closeEntryPoint(work: Work, { id }: { id: EntryPointId }): Promise<object> {
  const current = await findEntryPoint(work, id)
  if (!current || current.closed_at) throw refuse(notFound, {})
  needBrand(work, current.brand_id, 'brand.manage')
  if ((await close(work, id)) === 0) throw refuse(notFound, {})
  work.publish(entryPointClosed, { entry_point: id })
  return {}
}
