import type { Work } from '#base/work'
import { canBeMisspelt, isLearnt, keysOf, keysSought } from './rules/near.ts'
import { corrections } from './rules/corrections.ts'
import type { Term } from './rules/question.ts'
import { stem } from './rules/stem.ts'
import { ALL } from './rules/tally.ts'
import { isOnlyBegun, SHORTEST_COMPLETED, type Meaning } from './rules/tsquery.ts'
import { markOf } from './rules/vector.ts'
import { completions, countStems, wordsNear, type WordRow } from './store/word.ts'

const MOST_COMPLETIONS = 20
const MOST_LOOKED = 2_000
const MOST_NEAR = 1_000
const VERY_COMMON = 1_000_000

export type Understood = { meanings: Meaning[]; documents: number }

// What each term stands for among the words this tenant uses. A word nobody ever used is taken for a misspelling of one that was.
export async function understand(work: Work, terms: readonly Term[]): Promise<Understood> {
  const open = terms.find((term) => term.kind === 'word' && term.unfinished && term.word.length >= SHORTEST_COMPLETED)
  const [counts, completed] = await Promise.all([
    countStems(work, [ALL, ...terms.flatMap(stemsOf)]),
    open?.kind === 'word' ? completions(work, { begins: open.word, looked: MOST_LOOKED, most: MOST_COMPLETIONS }) : [],
  ])
  const known = new Map(counts.map((row) => [row.stem, row.documents]))
  const meanings = terms.map((term) => meaningOf(term, known, term === open ? completed : []))
  await correct(work, meanings)
  return { meanings, documents: known.get(ALL) ?? 0 }
}

const stemsOf = (term: Term): string[] =>
  term.kind === 'word'
    ? [stem(term.word)]
    : term.kind === 'phrase'
      ? term.words.flatMap((word) => (word === null ? [] : [stem(word)]))
      : []

function meaningOf(term: Term, known: ReadonlyMap<string, number>, completed: readonly WordRow[]): Meaning {
  switch (term.kind) {
    case 'whole':
      return { term, stems: [], documents: 1 }
    case 'phrase':
      return { term, stems: [], documents: Math.min(...stemsOf(term).map((each) => known.get(each) ?? 0)) }
    case 'word': {
      if (isOnlyBegun(term)) return { term, stems: [], documents: VERY_COMMON }
      if (!isLearnt(term.word)) return { term, stems: [], documents: 1 }
      const own = stem(term.word)
      const stems = new Set([...(known.has(own) ? [own] : []), ...completed.map((row) => row.stem)])
      return {
        term,
        stems: [...stems],
        documents: (known.get(own) ?? 0) + completed.reduce((sum, row) => sum + row.documents, 0),
      }
    }
  }
}

async function correct(work: Work, meanings: Meaning[]): Promise<void> {
  const wrong = meanings.filter(({ term, documents }) => term.kind === 'word' && documents === 0 && canBeMisspelt(term.word))
  if (wrong.length === 0) return
  const mark = markOf(work.tenant)
  const near = await wordsNear(
    work,
    wrong.flatMap(({ term }) => (term.kind === 'word' ? keysSought(mark, term.word) : [])),
    MOST_NEAR,
  )
  for (const meaning of wrong) {
    if (meaning.term.kind !== 'word') continue
    const meant = corrections(meaning.term.word, near)
    meaning.stems = [...new Set(meant.map((row) => row.stem))]
    meaning.documents = meant.reduce((sum, row) => sum + row.documents, 0)
  }
}

// A word that few use may be a slip that somebody made before: with what most people write instead, if that is far more common.
// Null when there is nothing to add.
const FEW = 20
const FAR_MORE = 10
export async function widen(work: Work, { meanings, documents }: Understood): Promise<Understood | null> {
  const rare = meanings.filter(
    ({ term, documents: few }) => term.kind === 'word' && few > 0 && few <= FEW && canBeMisspelt(term.word),
  )
  if (rare.length === 0) return null
  const mark = markOf(work.tenant)
  const near = await wordsNear(
    work,
    rare.flatMap(({ term }) => (term.kind === 'word' ? keysOf(mark, term.word) : [])),
    MOST_NEAR,
  )
  const wider = meanings.map((meaning) => (rare.includes(meaning) ? wideMeaning(meaning, near) : meaning))
  return wider.some((meaning, i) => meaning !== meanings[i]) ? { meanings: wider, documents } : null
}

function wideMeaning(meaning: Meaning, near: readonly WordRow[]): Meaning {
  const { term, stems, documents } = meaning
  if (term.kind !== 'word') return meaning
  const others = near.filter((row) => !stems.includes(row.stem) && row.documents >= FAR_MORE * documents)
  const meant = corrections(term.word, others)
  if (meant.length === 0) return meaning
  return {
    term,
    stems: [...new Set([...stems, ...meant.map((row) => row.stem)])],
    documents: documents + meant.reduce((sum, row) => sum + row.documents, 0),
  }
}
