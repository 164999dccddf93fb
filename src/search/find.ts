import type { Work } from '#base/work'
import { documentKinds, MOST_HITS, type Hit, type Match, type Question } from './contract.ts'
import { readQuestion } from './rules/question.ts'
import { snippet, type Wanted } from './rules/snippet.ts'
import { stem } from './rules/stem.ts'
import { merged } from './rules/merged.ts'
import { allOf, anyOf, looseQueryOf, queryOf, type Meaning } from './rules/tsquery.ts'
import { markOf } from './rules/vector.ts'
import { passagesOf } from './store/document.ts'
import { findLatest, findMatching, type Asked } from './store/find.ts'
import { understand, widen, type Understood } from './understand.ts'

// A document fetched by the index over words costs a read of its own; read backwards in time, six lie in one. Both ways are bounded, and
// meet: words of which the latest documents have fewer than ENOUGH are in few enough documents to fetch all of them.
const FETCHED = 3_000
const MOST_FETCHED = 5_000
const MOST_FETCHED_FOR_PHRASE = 8_000 // the order of words is not in the index
const LOOKED_BACK = 4_000
const LED = 2_000
const ENOUGH = 25 // of the best: more of the same common words would not be better
const POOL = 200 // ranked among the latest

export async function find(work: Work, question: Question): Promise<Hit[]> {
  const { found, meanings } = await asked(work, question)
  return await shown(work, found, meanings)
}

// The same without the text under each hit, for lists that only want to know which ones.
export async function match(work: Work, question: Question): Promise<Match[]> {
  return (await asked(work, question)).found
}

async function asked(work: Work, given: Question): Promise<{ found: Match[]; meanings: Meaning[] }> {
  const terms = readQuestion(given.words)
  if (terms.length === 0) return { found: [], meanings: [] }
  const understood = await understand(work, terms)
  const question = { ...given, limit: Math.min(given.limit, MOST_HITS) }
  const all = await search(work, everything(work, understood, question))
  if (given.before || all.length >= question.limit) return { found: all, meanings: understood.meanings }
  const wider = await widen(work, understood)
  const more = wider ? await filled(work, all, everything(work, wider, question)) : all
  const enough = isEnough(more.length, { terms: terms.length, limit: question.limit })
  const found = enough ? more : await filled(work, more, something(work, wider ?? understood, question))
  return { found, meanings: (wider ?? understood).meanings }
}

// Few words are all meant; of a sentence, those that have most of it are worth showing below those that have all.
const SENTENCE = 4
const LEAST_OF_FEW = 0.35 // of what the words weigh together
const LEAST_OF_MANY = 0.12
const isEnough = (found: number, { terms, limit }: { terms: number; limit: number }): boolean =>
  terms === 1 || found >= limit || (found > 0 && terms < SENTENCE)

async function filled(work: Work, all: readonly Match[], asked: Asked): Promise<Match[]> {
  const known = new Set(all.map((hit) => `${hit.kind} ${hit.id}`))
  const more = await search(work, asked)
  return [...all, ...more.filter((hit) => !known.has(`${hit.kind} ${hit.id}`))].slice(0, asked.limit)
}

function everything(work: Work, { meanings }: Understood, question: Question): Asked {
  const mark = markOf(work.tenant)
  const queries = meanings.map((meaning) => queryOf(mark, meaning))
  return {
    query: allOf(queries),
    loose: allOf(meanings.map((meaning) => looseQueryOf(mark, meaning))),
    any: anyOf(queries),
    terms: [],
    least: 0,
    documents: together(meanings),
    ...rest(question),
  }
}

// At most as many as the rarest word has. Of a long sentence, a guess: each word beyond the first few halves them.
const together = (meanings: readonly Meaning[]): number =>
  Math.min(...meanings.map((meaning) => meaning.documents)) / 2 ** Math.max(0, meanings.length - SENTENCE)

const rest = ({ kind, order = 'best', before, limit }: Question) => ({
  kinds: kind ? [kind] : documentKinds,
  order,
  before: before ?? null,
  limit,
})

// Nobody has all of the words: those who have most of what is rare among them. A whole question typed as a sentence ends here.
function something(work: Work, { meanings, documents }: Understood, question: Question): Asked {
  const mark = markOf(work.tenant)
  const weighed = meanings
    .map((meaning) => ({
      query: queryOf(mark, meaning),
      loose: looseQueryOf(mark, meaning),
      documents: meaning.documents,
      weight: rarity(meaning.documents, documents),
    }))
    .toSorted((a, b) => a.documents - b.documents)
  const total = weighed.reduce((sum, each) => sum + each.weight, 0) || 1
  const led = leading(weighed)
  return {
    query: anyOf(led.map((each) => each.query)),
    loose: anyOf(led.map((each) => each.loose)),
    any: anyOf(weighed.map((each) => each.query)),
    terms: weighed.map(({ query, weight }) => ({ query, weight: weight / total })),
    least: meanings.length < SENTENCE ? LEAST_OF_FEW : LEAST_OF_MANY,
    documents: led.reduce((sum, each) => sum + each.documents, 0),
    ...rest(question),
  }
}

// The rarest words, as many as may be fetched; the others only weigh. At least one leads, however common.
function leading<Weighed extends { documents: number }>(rarestFirst: readonly Weighed[]): readonly Weighed[] {
  let fetched = 0
  const few = rarestFirst.filter((each) => (fetched += each.documents) <= LED)
  return few.length > 0 ? few : rarestFirst.slice(0, 1)
}

// Inverse document frequency, as BM25 has it (Robertson and Zaragoza, 2009, eq. 3.3), never below a trace.
const rarity = (documents: number, all: number): number =>
  Math.max(0.05, Math.log(1 + (all - documents + 0.5) / (documents + 0.5)))

async function search(work: Work, asked: Asked): Promise<Match[]> {
  const latest = asked.documents > FETCHED ? await lookBack(work, asked) : []
  const enough = asked.order === 'best' ? Math.min(ENOUGH, asked.limit) : asked.limit
  if (latest.length >= enough || asked.loose === '') return latest.slice(0, asked.limit)
  const fetched = await findMatching(work, asked, asked.loose === asked.query ? MOST_FETCHED : MOST_FETCHED_FOR_PHRASE)
  return merged(latest, fetched, asked) // the index gives the oldest first: were there too many, the latest must not be missing
}

const lookBack = (work: Work, asked: Asked): Promise<Match[]> =>
  findLatest(work, asked, { looked: LOOKED_BACK, most: asked.order === 'best' ? Math.max(POOL, asked.limit) : asked.limit })

async function shown(work: Work, found: readonly Match[], meanings: readonly Meaning[]): Promise<Hit[]> {
  if (found.length === 0) return []
  const wanted = wantedOf(meanings)
  const passages = Map.groupBy(await passagesOf(work, found), (row) => row.n)
  return found.map((hit, i) => {
    const rows = passages.get(i + 1) ?? []
    const text = rows.filter((row) => row.position > 0).map((row) => row.text)
    return { ...hit, snippet: snippet(text.length > 0 ? text.join(' ') : (rows[0]?.text ?? ''), wanted) }
  })
}

function wantedOf(meanings: readonly Meaning[]): Wanted {
  const words = meanings.flatMap(({ term }) =>
    term.kind === 'phrase' ? term.words.filter((word) => word !== null) : term.kind === 'word' ? [term.word] : [],
  )
  return {
    stems: new Set([...meanings.flatMap((meaning) => meaning.stems), ...words.map(stem)]),
    wholes: meanings.flatMap(({ term }) => (term.kind === 'whole' ? term.forms : [])),
    open: meanings.flatMap(({ term }) => (term.kind === 'word' && term.unfinished ? [term.word] : [])),
  }
}
