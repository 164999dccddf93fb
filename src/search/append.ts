import type { Work } from '#base/work'
import type { Passage } from './contract.ts'
import { learn } from './learn.ts'
import { markOf, vectorOf } from './rules/vector.ts'
import { addPassages, addWords } from './store/document.ts'

const MOST = 500

/**
 * More said in documents there are: only what is new is read and written. A document once in each call. Answers those that were never put:
 * they are to be put whole.
 */
export async function append(work: Work, given: readonly Passage[]): Promise<Passage[]> {
  if (given.length > MOST) throw new RangeError(`at most ${MOST} documents at once`)
  if (given.length === 0) return []
  const mark = markOf(work.tenant)
  const indexed = given.map((each) => ({ ...each, ...vectorOf(mark, [{ text: each.text, weight: 'D' }]) }))
  const added = await addWords(work, indexed)
  const known = new Map(added.map(({ kind, id, known: lexemes }) => [`${kind} ${id}`, new Set(lexemes)]))
  const there = indexed.filter(({ kind, id }) => known.has(`${kind} ${id}`))
  await addPassages(
    work,
    there.map(({ kind, id, text }) => ({ kind, id, text: text.slice(0, 20_000).toWellFormed() })),
  )
  await learn(
    work,
    there.map(({ kind, id, words }) => {
      const had = known.get(`${kind} ${id}`)
      return { id, words: new Map([...words].filter(([, stem]) => !had?.has(mark + stem))), again: true }
    }),
  )
  return given.filter(({ kind, id }) => !known.has(`${kind} ${id}`))
}
