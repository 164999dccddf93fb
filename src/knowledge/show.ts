// An article as staff see it: its draft, what is out, its translations.
import * as brands from '#brands'
import * as staff from '#staff'
import { can } from '#access'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import type { Article, ListedArticle } from './contract.ts'
import { excerptOf, wordsOfArticle } from './rules/clean-article.ts'
import { helpKey } from './rules/help-key.ts'
import { stateOf } from './rules/state-of.ts'
import { articlesOf, type ArticleRow } from './store.ts'

export async function showList(work: Work, rows: readonly ArticleRow[]): Promise<ListedArticle[]> {
  const ids = [...new Set(rows.flatMap(({ brand_id }) => brand_id ?? []))] as BrandId[] // a foreign key says so
  const [known, { items }] = await Promise.all([Promise.all(ids.map((id) => brands.brand(work, id))), firstBrand(work, rows)])
  const names = new Map(known.flatMap((brand) => (brand ? [[String(brand.id), brand.name]] : [])))
  const anyBrand = items[0]?.id ?? null
  return rows.map((row) => listed(work, row, { names, anyBrand }))
}

// An article of every brand is read on the help pages of each; its address is given by the first.
const firstBrand = async (work: Work, rows: readonly ArticleRow[]): Promise<{ items: readonly { id: string }[] }> =>
  rows.some(({ brand_id }) => brand_id === null) && can(work.actor, 'brand.read')
    ? await brands.listBrands(work, { limit: 1 })
    : { items: [] }

type Names = { names: Map<string, string>; anyBrand: string | null }

function listed(work: Work, row: ArticleRow, { names, anyBrand }: Names): ListedArticle {
  const state = stateOf(row)
  const brand = row.brand_id ?? anyBrand
  const isOut = state === 'published' && row.audience === 'everybody' && brand !== null
  return {
    id: row.id, subject_id: row.subject_id, language: row.language, brand: row.brand_id ? { id: row.brand_id, name: names.get(row.brand_id) ?? '' } : null,
    audience: row.audience, title: row.title, state, edition: row.edition, published_at: row.published_at?.toString() ?? null,
    edited_at: row.edited_at.toString(), changed: row.edition !== null && row.changed, excerpt: excerptOf(row.out_text ?? wordsOfArticle(row.html)),
    path: isOut ? `/help/${helpKey(work.tenant, brand)}/${row.id}?lang=${row.language}` : null, version: row.version,
  } // prettier-ignore
}

export async function show(work: Work, row: ArticleRow): Promise<Article> {
  const [[line], others, people] = await Promise.all([
    showList(work, [row]),
    articlesOf(work, row.subject_id),
    staff.find(work, row.author_id ? [row.author_id] : []),
  ])
  return {
    ...line!, html: row.html, author: row.author_id && personOf(people, row.author_id), made_at: row.made_at.toString(),
    published: stateOf(row) === 'published' ? { title: row.out_title!, html: row.out_html! } : null,
    translations: others.filter(({ id }) => id !== row.id).map((other) => ({ id: other.id, language: other.language, title: other.title, state: stateOf(other) })),
    may_manage: can(work.actor, 'article.manage', { brand: row.brand_id }),
  } // prettier-ignore
}

export const personOf = (people: Awaited<ReturnType<typeof staff.find>>, id: PersonId): { id: PersonId; name: string } => ({
  id,
  name: people.get(id)?.name ?? '',
})
