// The draft becomes an edition: what is read from now on. Editions never change and are never thrown away.
import { audit } from '#access'
import { actorId, refuse, type Work } from '#base/work'
import { articleEmpty, articlePublished, articleWithdrawn, notPublished, type Article, type ArticleId } from './contract.ts'
import { holdArticle } from './need.ts'
import { wordsOfArticle } from './rules/clean-article.ts'
import { stateOf } from './rules/state-of.ts'
import { show } from './show.ts'
import { findArticle, insertEdition, lastEdition, recordPublished, recordWithdrawn } from './store.ts'

export async function publish(work: Work, given: { id: ArticleId; version: number }): Promise<Article> {
  const held = await holdArticle(work, given)
  const text = wordsOfArticle(held.html)
  if (text === '') throw refuse(articleEmpty, {})
  if (stateOf(held) === 'published' && !held.changed) return await show(work, held) // nothing new to say
  const number = (await lastEdition(work, held.id)) + 1
  const publisher = work.actor.kind === 'person' ? work.actor.id : null
  await insertEdition(work, {
    article: held.id,
    number,
    title: held.title,
    html: held.html,
    text,
    publisher,
    by: actorId(work.actor),
  })
  await recordPublished(work, held.id, number)
  await audit(work, 'article.published', { about: held.id, details: { edition: number } })
  work.publish(articlePublished, { article: held.id, edition: number })
  return await show(work, (await findArticle(work, held.id))!)
}

export async function withdraw(work: Work, given: { id: ArticleId; version: number }): Promise<Article> {
  const held = await holdArticle(work, given)
  if (stateOf(held) !== 'published') throw refuse(notPublished, {})
  await recordWithdrawn(work, held.id, actorId(work.actor))
  await audit(work, 'article.withdrawn', { about: held.id })
  work.publish(articleWithdrawn, { article: held.id })
  return await show(work, (await findArticle(work, held.id))!)
}
