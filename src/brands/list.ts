import { allow, scopesFor } from '#access'
import type { Work } from '#base/work'
import type { Brand, BrandId, EntryPoint, EntryPointKind } from './contract.ts'
import { cut } from './page.ts'
import * as brandStore from './store/brand.ts'
import * as entryPointStore from './store/entry-point.ts'

type Asked = { cursor?: string | undefined; limit: number }
type Shown<Item> = Omit<Item, 'closed_at'> & { closed_at: string | null }
type Listed<Item> = { items: Shown<Item>[]; next: string | null }

export async function listBrands(work: Work, { cursor, limit }: Asked): Promise<Listed<Brand>> {
  allow(work, 'brand.read')
  const { items, next } = cut(await brandStore.listBrands(work, { cursor, most: limit + 1, brands: readable(work) }), limit)
  return { items: items.map(shown), next }
}

type AskedDoors = Asked & { brand?: BrandId | undefined; kind?: EntryPointKind | undefined }
export async function listEntryPoints(work: Work, { cursor, limit, brand, kind }: AskedDoors): Promise<Listed<EntryPoint>> {
  allow(work, 'brand.read')
  const page = { cursor, most: limit + 1, brand, kind, brands: readable(work) }
  const { items, next } = cut(await entryPointStore.listEntryPoints(work, page), limit)
  return { items: items.map(shown), next }
}

// The brands an actor may read, or null for all of them.
function readable(work: Work): readonly string[] | null {
  const scopes = scopesFor(work.actor, 'brand.read')
  return scopes.some(({ brands }) => brands === null) ? null : scopes.flatMap(({ brands }) => brands ?? [])
}

const shown = <Item extends { closed_at: Temporal.Instant | null }>(item: Item): Shown<Item> => ({
  ...item,
  closed_at: item.closed_at?.toString() ?? null,
})
