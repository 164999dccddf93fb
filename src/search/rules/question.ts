// What somebody typed, read. Pure.
import { isStopWord } from './stop-words.ts'
import { fold, tokens, wholeForms, type Token } from './tokens.ts'

const MOST_TERMS = 16
const MOST_TYPED = 1_000

export type Term =
  | { kind: 'word'; word: string; unfinished: boolean }
  | { kind: 'whole'; forms: string[]; words: string[]; unfinished: boolean } // an address, a reference, a number; or its words in a row
  | { kind: 'phrase'; words: (string | null)[] } // null: a word too common to be kept; its place counts

// All terms are wanted. The last word may be unfinished, unless a blank follows it.
export function readQuestion(typed: string): Term[] {
  const text = typed.slice(0, MOST_TYPED)
  const terms: Term[] = []
  let rest = 0
  for (const match of text.matchAll(/["“”«]([^"“”«»]*)["“”»]/g)) {
    terms.push(...loose(text.slice(rest, match.index), false), ...phrase(match[1]!))
    rest = match.index + match[0].length
  }
  terms.push(...loose(text.slice(rest).replace(/["“”«»]/g, ' '), true))
  return unique(terms).slice(0, MOST_TERMS)
}

function phrase(text: string): Term[] {
  const found = tokens(text).filter((token) => !token.whole)
  const words = found.map(({ word }) => (isStopWord(word) ? null : word))
  const first = words.findIndex((word) => word !== null)
  if (first < 0) return []
  const kept = words.slice(first, words.findLastIndex((word) => word !== null) + 1)
  return [kept.length === 1 ? { kind: 'word', word: kept[0]!, unfinished: false } : { kind: 'phrase', words: kept }]
}

function loose(text: string, mayBeUnfinished: boolean): Term[] {
  const all = tokens(text)
  const wholes = all.filter((token) => token.whole && isAsked(text.slice(token.start, token.end)))
  const spans = [...new Map(wholes.map((token) => [token.start, token])).values()]
  const inside = (token: Token): boolean => spans.some((span) => token.start >= span.start && token.end <= span.end)
  const open = (token: Token): boolean => mayBeUnfinished && token.end === text.length
  const words = all.filter((token) => !token.whole)
  return [
    ...spans.map((span) => whole(text.slice(span.start, span.end), { words: words.filter((w) => w.start >= span.start && w.end <= span.end), unfinished: open(span) })),
    ...words
      .filter((token) => !inside(token) && (open(token) || !isStopWord(token.word)))
      .map((token): Term => ({ kind: 'word', word: token.word, unfinished: open(token) })),
  ] // prettier-ignore
}

// "150 2024" are two numbers and "06 12 34 56 78" is one: digits with blanks in them count as one when they could be a telephone.
const isAsked = (span: string): boolean => !/\s/.test(span) || /^(?:\+|00?)[\d .()/-]+$/.test(span)

function whole(text: string, { words, unfinished }: { words: Token[]; unfinished: boolean }): Term {
  const forms = wholeForms(text)
  const digits = fold(text).replace(/\D/g, '')
  if (unfinished && /^(?:\+33|0)[\d .()/-]+$/.test(text) && digits.length < 10) forms.push(`#${digits.replace(/^(33|0)/, '')}`)
  return {
    kind: 'whole',
    forms,
    words: text.includes('@') || /\s/.test(text) ? [] : words.map((token) => token.word),
    unfinished,
  }
}

function unique(terms: Term[]): Term[] {
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()]
}
