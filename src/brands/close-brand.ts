import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { brandChanged, doorsOpen, type BrandId } from './contract.ts'
import { needBrand } from './need.ts'
import { closeBrand as close, lockBrand } from './store/brand.ts'
import { countOpen } from './store/entry-point.ts'

export async function closeBrand(work: Work, { id }: { id: BrandId }): Promise<object> {
  needBrand(work, id, 'brand.manage')
  if (!(await lockBrand(work, id))) throw refuse(notFound, {})
  const { count } = await countOpen(work, id)
  if (count > 0) throw refuse(doorsOpen, { entry_points: count })
  await close(work, id)
  work.publish(brandChanged, { brand: id })
  return {}
}
