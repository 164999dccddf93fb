// The articles of the centre, published by those who teach: for everybody on the brands' help pages, for staff on the desk.
import { postArticle, putPublished, type ArticleId } from '#knowledge/contract'
import { inWork } from '#base/work'
import { articles } from '../texts/articles.ts'
import { act } from './act.ts'
import type { Place } from './place.ts'
import type { Scene } from './scene.ts'

export async function explain({ open, as }: Scene, { brands }: Place): Promise<void> {
  await inWork(open, as, async (work) => {
    const publish = async (wish: object): Promise<ArticleId> => {
      const { id, version } = await act(work, postArticle, wish)
      await act(work, putPublished, { id, version })
      return id
    }
    for (const { brand, audience, fr, en } of articles) {
      const translates = await publish({ ...fr, language: 'fr', audience, brand_id: brands[brand] })
      if (en) await publish({ ...en, language: 'en', audience, brand_id: brands[brand], translates })
    }
  })
}
