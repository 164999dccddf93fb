// Keeps the index of words current. What is out is found by its own words; a draft only while nothing is out, so that nothing unpublished is ever found by a customer.
import * as search from '#search'
import { hear, reader } from '#base/journal'
import type { Work } from '#base/work'
import { articleEdited, articlePublished, articleWithdrawn, type ArticleId } from './contract.ts'
import { wordsOfArticle } from './rules/clean-article.ts'
import { stateOf } from './rules/state-of.ts'
import { findArticle } from './store.ts'

async function index(work: Work, { article: id }: { article: ArticleId }): Promise<void> {
  const found = await findArticle(work, id)
  if (!found) return
  const isOut = stateOf(found) === 'published'
  await search.put(work, {
    kind: 'article',
    id,
    title: isOut ? found.out_title! : found.title,
    text: isOut ? found.out_text! : wordsOfArticle(found.html),
    at: found.edited_at,
    language: found.language,
  })
}

export const articleWords = reader('knowledge.words', [
  hear(articleEdited, index),
  hear(articlePublished, index),
  hear(articleWithdrawn, index),
])
