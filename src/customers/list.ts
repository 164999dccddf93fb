import { allow } from '#access'
import type { Work } from '#base/work'
import type { CompanyId, CustomerFacts } from './contract.ts'
import { factsOf } from './find.ts'
import { readPlace, writePlace } from './rules/place.ts'
import { askedWords } from './rules/words.ts'
import { pageByName, pageByWords } from './store/customer.ts'

type Asked = { q?: string | undefined; company?: CompanyId | undefined; cursor?: string | undefined; limit: number }

export async function list(
  work: Work,
  { q = '', company, cursor, limit }: Asked,
): Promise<{ items: CustomerFacts[]; next: string | null }> {
  allow(work, 'customer.read')
  const page = { after: readPlace(cursor), limit: limit + 1, company: company ?? null }
  const asked = askedWords(q)
  const found = asked.length > 0 ? await pageByWords(work, asked, page) : await pageByName(work, page)
  const shown = found.slice(0, limit)
  return { items: shown.map(factsOf), next: found.length > limit ? writePlace(shown.at(-1)!) : null }
}
