import { isConflict } from '#base/database'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { brandChanged, nameTaken, type BrandEdit } from './contract.ts'
import { needBrand } from './need.ts'
import { overtaken } from '#base/overtaken'
import { findBrand, updateBrand } from './store/brand.ts'

export async function editBrand(work: Work, { id, version, ...changes }: BrandEdit): Promise<{ version: number }> {
  needBrand(work, id, 'brand.manage')
  const current = await findBrand(work, id)
  if (!current || current.closed_at) throw refuse(notFound, {})
  const { name = current.name, language = current.language, colour = current.colour, signature = current.signature } = changes
  const changed = await updateBrand(work, { id, version, name, language, colour, signature }).catch((error: unknown) => {
    throw isConflict(error, 'brand_name') ? refuse(nameTaken, {}) : error
  })
  if (changed === 0) throw overtaken(await findBrand(work, id), version)
  work.publish(brandChanged, { brand: id })
  return { version: version + 1 }
}
