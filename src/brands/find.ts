// For rooms above: a brand or an entry point by its id, also a closed one. Undefined when there is none.
import type { Work } from '#base/work'
import type { Brand, BrandId, EntryPoint, EntryPointId, EntryPointKind } from './contract.ts'
import { findBrand } from './store/brand.ts'
import { findDoorOf, findEntryPoint, findMainEntryPoint } from './store/entry-point.ts'

export const brand = (work: Work, id: BrandId): Promise<Brand | undefined> => findBrand(work, id)
export const entryPoint = (work: Work, id: EntryPointId): Promise<EntryPoint | undefined> => findEntryPoint(work, id)
export const doorOf = (work: Work, id: BrandId, kind: EntryPointKind): Promise<EntryPoint | undefined> =>
  findDoorOf(work, id, kind)
export const mainEntryPoint = (work: Work): Promise<EntryPoint | undefined> => findMainEntryPoint(work)
