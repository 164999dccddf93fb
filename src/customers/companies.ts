import { allow } from '#access'
import type { Work } from '#base/work'
import type { Company } from './contract.ts'
import { readPlace, writePlace } from './rules/place.ts'
import { folded } from './rules/words.ts'
import { pageCompanies } from './store/company.ts'

type Asked = { q?: string | undefined; cursor?: string | undefined; limit: number }

export async function companies(
  work: Work,
  { q = '', cursor, limit }: Asked,
): Promise<{ items: Company[]; next: string | null }> {
  allow(work, 'customer.read')
  const found = await pageCompanies(work, { begins: folded(q), after: readPlace(cursor), limit: limit + 1 })
  const shown = found.slice(0, limit)
  const items = shown.map(({ id, name, domains, version, added_at }) => ({
    id,
    name,
    domains,
    version,
    added_at: added_at.toString(),
  }))
  return { items, next: found.length > limit ? writePlace(shown.at(-1)!) : null }
}
