// A draft is begun, in its own language or as the translation of another article, and changed. Nobody reads it but staff.
import * as brands from '#brands'
import { allow } from '#access'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import { alreadyTranslated, articleEdited, type Article, type ArticleId, type Audience, type Language } from './contract.ts'
import { holdArticle, needArticle } from './need.ts'
import { cleanArticle } from './rules/clean-article.ts'
import { show } from './show.ts'
import { articlesOf, findArticle, insertArticle, updateArticle } from './store.ts'

type NewArticle = {
  title: string
  html: string
  language: Language
  brand_id: string | null
  audience: Audience
  translates?: ArticleId | undefined
}

export async function begin(work: Work, given: NewArticle): Promise<Article> {
  const original = given.translates ? await needArticle(work, given.translates) : null
  const brand = original ? original.brand_id : given.brand_id // a translation is for those for whom the original is
  allow(work, 'article.manage', { brand })
  await needBrand(work, brand)
  const id = newId<'article'>(work.now)
  const subject = original?.subject_id ?? newId<'subject'>(work.now)
  const begun = await insertArticle(work, {
    id, subject, brand, language: given.language, audience: original?.audience ?? given.audience, title: given.title, html: cleanArticle(given.html),
    author: work.actor.kind === 'person' ? work.actor.id : null, by: actorId(work.actor),
  }) // prettier-ignore
  if (begun === 0) throw refuse(alreadyTranslated, { article: await inLanguage(work, subject, given.language) })
  work.publish(articleEdited, { article: id })
  return await show(work, (await findArticle(work, id))!)
}

type Edit = {
  id: ArticleId
  version: number
  title?: string | undefined
  html?: string | undefined
  brand_id?: string | null | undefined
  audience?: Audience | undefined
}

export async function edit(work: Work, given: Edit): Promise<Article> {
  const held = await holdArticle(work, given)
  const brand = given.brand_id === undefined ? held.brand_id : given.brand_id
  allow(work, 'article.manage', { brand }) // of neither brand may it be taken, nor given, by who does not manage it
  await needBrand(work, brand)
  await updateArticle(work, {
    id: held.id,
    brand,
    title: given.title ?? held.title,
    html: given.html === undefined ? held.html : cleanArticle(given.html),
    audience: given.audience ?? held.audience,
    by: actorId(work.actor),
  })
  work.publish(articleEdited, { article: held.id })
  return await show(work, (await findArticle(work, held.id))!)
}

async function needBrand(work: Work, id: string | null): Promise<void> {
  if (id !== null && !(await brands.brand(work, id as BrandId))) throw refuse(notFound, {}) // any id may be given; it is looked up here
}

const inLanguage = async (work: Work, subject: Parameters<typeof articlesOf>[1], language: Language): Promise<string> =>
  (await articlesOf(work, subject)).find((each) => each.language === language)?.id ?? ''
