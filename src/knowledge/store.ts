import type { PersonId, Scope } from '#base/contract'
import { boolean, instant, integer, join, nullable, part, text, uuid, word, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { ArticleId, ArticleState, Audience, Language, SubjectId } from './contract.ts'

const row = {
  id: uuid<ArticleId>(), subject_id: uuid<SubjectId>(), language: word<Language>(), brand_id: nullable(uuid()), audience: word<Audience>(), title: text,
  html: text, edited_at: instant, made_at: instant, author_id: nullable(uuid<PersonId>()), edition: nullable(integer), published_at: nullable(instant),
  withdrawn_at: nullable(instant), version: integer, out_title: nullable(text), out_html: nullable(text), out_text: nullable(text), changed: boolean,
} // prettier-ignore
export type ArticleRow = Awaited<ReturnType<typeof articlesOf>>[number]

const columns = part`a.id, a.subject_id, a.language, a.brand_id, a.audience, a.title, a.html, a.edited_at, a.made_at, a.author_id, a.edition, a.published_at,
  a.withdrawn_at, a.version, e.title as out_title, e.html as out_html, e.text as out_text, (e.title, e.html) is distinct from (a.title, a.html) as changed
  from knowledge.article a
  left join knowledge.edition e on e.tenant_id = a.tenant_id and e.article_id = a.id and e.number = a.edition`

export const findArticle = (work: Work, id: ArticleId) => work.sql.maybeOne(row)`
  select ${columns} where a.tenant_id = ${work.tenant} and a.id = ${id}`

export const lockArticle = (work: Work, id: ArticleId) => work.sql.maybeOne(row)`
  select ${columns} where a.tenant_id = ${work.tenant} and a.id = ${id} for no key update of a`

export const articlesOf = (work: Work, subject: SubjectId) => work.sql.many(row)`
  select ${columns} where a.tenant_id = ${work.tenant} and a.subject_id = ${subject} order by a.language limit 10`

export type Filter = {
  ids?: readonly ArticleId[] | undefined
  brand?: string | undefined
  language?: Language | undefined
  audience?: Audience | undefined
  state: ArticleState | 'all'
  scopes: readonly Scope[]
  after?: { at: string; id: string } | undefined
  most: number
}
export const listArticles = (work: Work, filter: Filter) => work.sql.many(row)`
  select ${columns} where a.tenant_id = ${work.tenant} ${conditions(filter)}
  order by a.edited_at desc, a.id desc limit ${filter.most}`

function conditions(f: Filter): Part {
  const all: Part[] = [inScope(f.scopes)]
  if (f.ids) all.push(part`and a.id = any(${f.ids}::uuid[])`)
  if (f.brand) all.push(part`and (a.brand_id is null or a.brand_id = ${f.brand})`)
  if (f.language) all.push(part`and a.language = ${f.language}`)
  if (f.audience) all.push(part`and a.audience = ${f.audience}`)
  if (f.state === 'draft') all.push(part`and a.edition is null`)
  if (f.state === 'published') all.push(part`and a.edition is not null and a.withdrawn_at is null`)
  if (f.state === 'withdrawn') all.push(part`and a.withdrawn_at is not null`)
  if (f.after) all.push(part`and (a.edited_at, a.id) < (${f.after.at}::timestamptz, ${f.after.id}::uuid)`)
  return join(all, ' ')
}

// What is for every brand is for whoever serves one.
function inScope(scopes: readonly Scope[]): Part {
  if (scopes.some((scope) => scope.brands === null)) return part``
  if (scopes.length === 0) return part`and false`
  return part`and (a.brand_id is null or a.brand_id = any(${scopes.flatMap((scope) => scope.brands ?? [])}::uuid[]))`
}

export type NewArticle = { id: ArticleId; subject: SubjectId; language: Language; brand: string | null; audience: Audience; title: string; html: string; author: PersonId | null; by: string } // prettier-ignore
export const insertArticle = (work: Work, a: NewArticle) => work.sql.run`
  insert into knowledge.article (tenant_id, id, subject_id, language, brand_id, audience, title, html, edited_at, edited_by, made_at, author_id)
  values (${work.tenant}, ${a.id}, ${a.subject}, ${a.language}, ${a.brand}, ${a.audience}, ${a.title}, ${a.html}, ${work.now}, ${a.by}, ${work.now}, ${a.author})
  on conflict (tenant_id, subject_id, language) do nothing`

export type Draft = { id: ArticleId; title: string; html: string; brand: string | null; audience: Audience; by: string }
export const updateArticle = (work: Work, a: Draft) => work.sql.run`
  update knowledge.article set title = ${a.title}, html = ${a.html}, brand_id = ${a.brand}, audience = ${a.audience}, edited_at = ${work.now},
    edited_by = ${a.by}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${a.id}`

type NewEdition = {
  article: ArticleId
  number: number
  title: string
  html: string
  text: string
  publisher: PersonId | null
  by: string
}
export const insertEdition = (work: Work, e: NewEdition) => work.sql.run`
  insert into knowledge.edition (tenant_id, article_id, number, title, html, text, published_at, publisher_id, published_by)
  values (${work.tenant}, ${e.article}, ${e.number}, ${e.title}, ${e.html}, ${e.text}, ${work.now}, ${e.publisher}, ${e.by})`

export const lastEdition = async (work: Work, article: ArticleId): Promise<number> =>
  (
    await work.sql.one({ number: integer })`
  select coalesce(max(number), 0) as number from knowledge.edition where tenant_id = ${work.tenant} and article_id = ${article}`
  ).number

export const recordPublished = (work: Work, article: ArticleId, edition: number) => work.sql.run`
  update knowledge.article set edition = ${edition}, published_at = ${work.now}, withdrawn_at = null, withdrawn_by = null, version = version + 1
  where tenant_id = ${work.tenant} and id = ${article}`

export const recordWithdrawn = (work: Work, article: ArticleId, by: string) => work.sql.run`
  update knowledge.article set withdrawn_at = greatest(${work.now}, published_at), withdrawn_by = ${by}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${article}`

const edition = { number: integer, title: text, html: text, published_at: instant, publisher_id: nullable(uuid<PersonId>()) }
export const editionsOf = (work: Work, article: ArticleId, page: { before: number | null; most: number }) => work.sql.many(
  edition,
)`
  select number, title, html, published_at, publisher_id from knowledge.edition
  where tenant_id = ${work.tenant} and article_id = ${article} and (${page.before}::int is null or number < ${page.before})
  order by number desc limit ${page.most}`
