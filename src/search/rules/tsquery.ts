// Terms as PostgreSQL's tsquery. Pure.
import { stem } from './stem.ts'
import { quoted } from './vector.ts'
import type { Term } from './question.ts'

// What the tenant's words say about a term: the stems it stands for (finished, corrected) and in about how many documents they are.
export type Meaning = { term: Term; stems: string[]; documents: number }

export function queryOf(mark: string, { term, stems }: Meaning): string {
  const lexeme = (text: string, open = false): string => `'${quoted(mark + text)}'${open ? ':*' : ''}`
  switch (term.kind) {
    case 'word':
      return either(
        stems.length > 0
          ? stems.map((each) => lexeme(each))
          : [lexeme(term.unfinished ? term.word : stem(term.word), term.unfinished)],
      )
    case 'whole':
      return either([...term.forms.map((form) => lexeme(form, term.unfinished)), ...inARow(term.words, lexeme)])
    case 'phrase':
      return inARow(term.words, lexeme)[0] ?? ''
  }
}

function inARow(words: readonly (string | null)[], lexeme: (text: string) => string): string[] {
  if (words.length < 2) return []
  let text = ''
  let distance = 0
  for (const word of words) {
    distance++
    if (word === null) continue
    text += text === '' ? lexeme(stem(word)) : ` <${distance}> ${lexeme(stem(word))}`
    distance = 0
  }
  return [`(${text})`]
}

// What the index is asked: without the order of words, which it does not know, and without one or two first letters, which half of
// its words begin with. Rows are held against the whole query afterwards. '' when nothing remains.
export function looseQueryOf(mark: string, meaning: Meaning): string {
  const { term } = meaning
  if (isOnlyBegun(term)) return ''
  if (term.kind !== 'phrase') return queryOf(mark, meaning)
  const words = term.words.filter((word) => word !== null)
  return `(${allOf(words.map((word) => `'${quoted(mark + stem(word))}'`))})`
}

export const isOnlyBegun = (term: Term): boolean =>
  term.kind === 'word' && term.unfinished && term.word.length < SHORTEST_COMPLETED
export const SHORTEST_COMPLETED = 3

const either = (queries: readonly string[]): string => (queries.length === 1 ? queries[0]! : `(${queries.join(' | ')})`)

export const allOf = (queries: readonly string[]): string => queries.filter((query) => query !== '').join(' & ')
export const anyOf = (queries: readonly string[]): string => queries.filter((query) => query !== '').join(' | ')
