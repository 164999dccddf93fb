// Which subjects of the directory a text is about, by the words they are known by. Pure.
export type Known = { id: string; name: string; words: readonly string[] }
export type Recognised = { id: string; because: string; score: number } // because: the word as the directory has it

const LEAST_STEM = 4

/**
 * The subjects that a text is about, the surest first: a word of a subject's own counts one, a word of its name a half, and a phrase of several
 * words as many as it has. Case, accents and endings ("facture", "factures", "Facturé") do not matter; nothing is found in the middle of a word.
 */
export function recognise(topics: readonly Known[], text: string): Recognised[] {
  const said = stems(text)
  if (said.length === 0) return []
  return topics
    .flatMap((topic) => {
      const found = [
        ...topic.words.flatMap((word) => hit(said, word, 1)),
        ...(hit(said, topic.name, 0.75).length > 0
          ? hit(said, topic.name, 0.75)
          : topic.name.split(/\s+/).flatMap((word) => hit(said, word, 0.5))),
      ]
      const [best] = found.toSorted((a, b) => b.score - a.score)
      return best ? [{ id: topic.id, because: best.word, score: found.reduce((sum, { score }) => sum + score, 0) }] : []
    })
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

function hit(said: readonly string[], word: string, weight: number): { word: string; score: number }[] {
  const wanted = stems(word)
  if (wanted.length === 0) return []
  const isSaid = said.some((_, at) => wanted.every((stem, beside) => said[at + beside] === stem))
  return isSaid ? [{ word, score: weight * wanted.length }] : []
}

/** The words of a text without accents, case and common endings; words of one or two letters, and those that say nothing, are left out. */
export function stems(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => word.length > 2 && !EMPTY.has(word)).map(stem)
}

// Enough for the endings of number and gender in both languages; no linguistics.
function stem(word: string): string {
  for (const ending of ['ements', 'ement', 'ations', 'ation', 'ees', 'ee', 'ies', 'es', 'er', 'ed', 's', 'e', 'x'])
    if (word.endsWith(ending) && word.length - ending.length >= LEAST_STEM) return word.slice(0, -ending.length)
  return word
}

const EMPTY = new Set(
  'les des une aux est sont pour par pas que qui dans sur avec mon mes vos nos ses leur notre votre bonjour merci the and for you your our are was with not this that from have hello please thank thanks'.split(
    ' ',
  ),
)
