import * as search from '#search'
import * as staff from '#staff'
import { scopesFor } from '#access'
import type { Work } from '#base/work'
import type { Article, ArticleId, ArticleState, Edition, Language, ListedArticle } from './contract.ts'
import { needArticle } from './need.ts'
import { readCursor, writeCursor } from '#base/cursor'
import { personOf, show, showList } from './show.ts'
import { editionsOf, listArticles, type ArticleRow, type Filter } from './store.ts'

export type Wanted = {
  cursor?: string | undefined
  limit: number
  q?: string | undefined
  brand?: string | undefined
  language?: Language | undefined
  state: ArticleState | 'all'
}
type Page<Item> = { items: Item[]; next: string | null }

export async function list(work: Work, { q, cursor, limit, ...wanted }: Wanted): Promise<Page<ListedArticle>> {
  const filter = { ...wanted, scopes: scopesFor(work.actor, 'article.read') }
  if (q) return { items: await showList(work, await findByWords(work, q, { ...filter, most: limit })), next: null }
  const rows = await listArticles(work, { ...filter, after: readCursor(cursor), most: limit + 1 })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: await showList(work, rows.slice(0, limit)), next: last ? writeCursor(last.edited_at, last.id) : null }
}

const MOST_FOUND = 200

/** The best first: what has the words, among what the filter lets through. */
export async function findByWords(work: Work, words: string, filter: Omit<Filter, 'ids' | 'after'>): Promise<ArticleRow[]> {
  const hits = await search.match(work, { words, kind: 'article', limit: MOST_FOUND })
  if (hits.length === 0) return []
  const rank = new Map(hits.map((hit, place) => [hit.id, place]))
  const ids = [...rank.keys()] as ArticleId[] // documents of kind 'article' carry the article's id
  const rows = await listArticles(work, { ...filter, ids, most: MOST_FOUND })
  return rows.toSorted((a, b) => rank.get(a.id)! - rank.get(b.id)!).slice(0, filter.most)
}

export const view = async (work: Work, { id }: { id: ArticleId }): Promise<Article> =>
  await show(work, await needArticle(work, id))

export async function editions(
  work: Work,
  { id, cursor, limit }: { id: ArticleId; cursor?: string | undefined; limit: number },
): Promise<Page<Edition>> {
  const { id: article } = await needArticle(work, id)
  const before = /^\d{1,9}$/.test(cursor ?? '') ? Number(cursor) : null
  const rows = await editionsOf(work, article, { before, most: limit + 1 })
  const shown = rows.slice(0, limit)
  const people = await staff.find(work, shown.flatMap(({ publisher_id }) => publisher_id ?? [])) // prettier-ignore
  const items = shown.map(({ publisher_id, published_at, ...edition }) => ({
    ...edition,
    published_at: published_at.toString(),
    publisher: publisher_id && personOf(people, publisher_id),
  }))
  return { items, next: rows.length > limit ? String(shown.at(-1)!.number) : null }
}
