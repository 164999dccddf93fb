import { allow } from '#access'
import { isConflict } from '#base/database'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { brandChanged, nameTaken, type BrandId, type NewBrand } from './contract.ts'
import { insertBrand } from './store/brand.ts'

export async function addBrand(work: Work, given: NewBrand): Promise<{ id: BrandId; version: number }> {
  allow(work, 'brand.manage', { brand: null }) // a new brand is none of those somebody was given
  const id = newId<'brand'>(work.now)
  const { name, language = 'fr', colour = '#3b5bdb', signature = '' } = given
  await insertBrand(work, { id, name, language, colour, signature }).catch((error: unknown) => {
    throw isConflict(error, 'brand_name') ? refuse(nameTaken, {}) : error
  })
  work.publish(brandChanged, { brand: id })
  return { id, version: 1 }
}
