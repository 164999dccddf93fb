import type { Work } from '#base/work'
import type { Document } from './contract.ts'
import { learn } from './learn.ts'
import { cut } from './rules/passages.ts'
import { markOf, vectorOf } from './rules/vector.ts'
import { replacePassages, upsertDocuments } from './store/document.ts'

const MOST = 500

// What may be found from now on. Put again, it replaces what was there.
export async function put(work: Work, given: Document | readonly Document[]): Promise<void> {
  const documents = 'kind' in given ? [given] : [...new Map(given.map((each) => [`${each.kind} ${each.id}`, each])).values()]
  if (documents.length > MOST) throw new RangeError(`at most ${MOST} documents at once`)
  if (documents.length === 0) return
  const mark = markOf(work.tenant)
  const indexed = documents.map((each) => ({
    ...each,
    ...vectorOf(mark, [
      { text: each.title, weight: 'A' },
      { text: each.text, weight: 'D' },
    ]),
  }))
  await upsertDocuments(work, indexed)
  await replacePassages(work, documents.flatMap(passages))
  await learn(work, indexed)
}

const passages = ({ kind, id, title, text }: Document) =>
  [title, ...cut(text)].map((passage, position) => ({ kind, id, position, text: passage.slice(0, 20_000) }))
