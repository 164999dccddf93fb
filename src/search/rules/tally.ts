// How often each word is used, counted in a way that costs little. Pure.
// A rare word is counted each time: there, one more or less matters. A common one is counted in every eighth document, for eight; which
// documents those are is told by their id, so counting needs no chance and is right on the whole.

export const ALL = '*' // stands in every document: the number of documents
const RARE = 64
const EVERY = 8

type Counted = { id: string; words: ReadonlyMap<string, string>; again?: boolean | undefined } // again: the document itself is counted already

export function tally(documents: readonly Counted[], known: ReadonlyMap<string, number>): { word: string; more: number }[] {
  const counts = new Map<string, number>()
  for (const { id, words, again } of documents) {
    const eighth = Number.parseInt(id.slice(-2), 16) % EVERY === 0
    for (const word of [...(again ? [] : [ALL]), ...words.keys()]) {
      const more = (known.get(word) ?? 0) < RARE ? 1 : eighth ? EVERY : 0
      if (more > 0) counts.set(word, (counts.get(word) ?? 0) + more)
    }
  }
  return [...counts].map(([word, more]) => ({ word, more }))
}
