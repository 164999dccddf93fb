// What customers may read: published, for everybody, of a brand or of all. Asked by the help pages, the widget and the forms.
import * as brands from '#brands'
import { anonymous } from '#access'
import type { TenantId } from '#base/contract'
import { inWork, refuse, type Open, type Work } from '#base/work'
import type { Brand, BrandId } from '#brands/contract'
import { helpUnknown, type ArticleId, type Language } from './contract.ts'
import { findByWords } from './list.ts'
import { excerptOf } from './rules/clean-article.ts'
import { helpKey, readHelpKey } from './rules/help-key.ts'
import { stateOf } from './rules/state-of.ts'
import { articlesOf, findArticle, listArticles, type ArticleRow, type Filter } from './store.ts'

export type HelpLine = { id: ArticleId; title: string; excerpt: string; path: string }
export type HelpArticle = {
  title: string
  html: string
  language: Language
  published_at: Temporal.Instant
  other: { language: Language; path: string } | null
}
export type HelpDesk = {
  brand: Brand
  key: string
  list(asked: { language: Language; words?: string | undefined; limit: number }): Promise<HelpLine[]>
  read(id: ArticleId): Promise<HelpArticle>
}

/** The help pages behind a key: each question is a unit of work of its own. Refused as unknown when there is no such brand. */
export async function openHelp(open: Open, key: string): Promise<HelpDesk> {
  const named = readHelpKey(key)
  if (!named) throw refuse(helpUnknown, {})
  const within = <Result>(body: (work: Work) => Promise<Result>): Promise<Result> =>
    inWork(open, { tenant: named.tenant, actor: anonymous }, body)
  const brand = await within((work) => brands.brand(work, named.brand as BrandId)) // looked up here
  if (!brand || brand.closed_at) throw refuse(helpUnknown, {})
  return {
    brand,
    key,
    list: (asked) => within((work) => suggest(work, { brand: brand.id, ...asked })),
    read: (id) => within((work) => readHelp(work, brand.id, id)),
  }
}

type Asked = { brand: string; language: Language; words?: string | undefined; limit: number }

/** Articles a customer may read, the best first for some words, else the latest published. `path` leads to the help pages of the brand. */
export async function suggest(work: Work, { brand, language, words, limit }: Asked): Promise<HelpLine[]> {
  const filter: Filter = {
    brand,
    language,
    audience: 'everybody',
    state: 'published',
    scopes: [{ teams: null, brands: null }],
    most: limit,
  }
  const rows = words?.trim() ? await findByWords(work, words.trim(), filter) : await listArticles(work, filter)
  return rows.map((row) => ({
    id: row.id,
    title: row.out_title!,
    excerpt: excerptOf(row.out_text!),
    path: pathOf(work.tenant, brand, row),
  }))
}

const pathOf = (tenant: TenantId, brand: string, { id, language }: Pick<ArticleRow, 'id' | 'language'>): string =>
  `/help/${helpKey(tenant, brand)}/${id}?lang=${language}`

const mayRead = (row: ArticleRow | undefined, brand: string): row is ArticleRow =>
  row !== undefined &&
  stateOf(row) === 'published' &&
  row.audience === 'everybody' &&
  (row.brand_id === null || row.brand_id === brand)

async function readHelp(work: Work, brand: string, id: ArticleId): Promise<HelpArticle> {
  const row = await findArticle(work, id)
  if (!mayRead(row, brand)) throw refuse(helpUnknown, {})
  const other = (await articlesOf(work, row.subject_id)).find((each) => each.id !== id && mayRead(each, brand))
  return {
    title: row.out_title!, html: row.out_html!, language: row.language, published_at: row.published_at!,
    other: other ? { language: other.language, path: pathOf(work.tenant, brand, other) } : null,
  } // prettier-ignore
}
