// What nearly every verb asks first: the article is there, is this actor's, and is what the caller believes it is.
import { allow, can } from '#access'
import { stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { articleUnknown, type ArticleId } from './contract.ts'
import { findArticle, lockArticle, type ArticleRow } from './store.ts'

export const needArticle = async (work: Work, id: ArticleId): Promise<ArticleRow> => visible(work, await findArticle(work, id))

export async function holdArticle(work: Work, { id, version }: { id: ArticleId; version: number }): Promise<ArticleRow> {
  const found = visible(work, await lockArticle(work, id))
  allow(work, 'article.manage', { brand: found.brand_id })
  const { title, html, brand_id, audience } = found
  const current = { title, html, brand_id, audience, version: found.version }
  if (version !== found.version) throw refuse(stale, { current, given_version: version, current_version: found.version })
  return found
}

// What is for every brand is for whoever serves one; what is of a brand that is not theirs answers as if it were not there.
function visible(work: Work, found: ArticleRow | undefined): ArticleRow {
  if (!found || !can(work.actor, 'article.read', found.brand_id === null ? {} : { brand: found.brand_id }))
    throw refuse(articleUnknown, {})
  return found
}
