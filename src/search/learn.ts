import type { Work } from '#base/work'
import { canBeMisspelt, isLearnt, keysOf } from './rules/near.ts'
import { ALL, tally } from './rules/tally.ts'
import { markOf } from './rules/vector.ts'
import { countWords, findWords, insertWords } from './store/word.ts'

type Indexed = { id: string; words: ReadonlyMap<string, string>; again?: boolean } // again: it is counted as a document already

// Remembers the words of these documents: unknown ones with their misspellings, and about how often each is used.
export async function learn(work: Work, given: readonly Indexed[]): Promise<void> {
  const documents = given.map(({ id, words, again }) => ({
    id,
    again,
    words: new Map([...words].filter(([word]) => isLearnt(word))),
  }))
  const stems = new Map([[ALL, ALL], ...documents.flatMap((each) => [...each.words])])
  const known = new Map((await findWords(work, [...stems.keys()])).map((row) => [row.word, row.documents]))
  const mark = markOf(work.tenant)
  const unknown = [...stems].filter(([word]) => !known.has(word))
  if (unknown.length > 0)
    await insertWords(
      work,
      unknown.map(([word, stem]) => ({ word, stem, near: canBeMisspelt(word) ? keysOf(mark, word) : null })),
    )
  const counts = tally(documents, known)
  if (counts.length > 0) await countWords(work, counts)
}
