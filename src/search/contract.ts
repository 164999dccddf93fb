// The window of search: what may be found, and how it is asked for.
import type { Id } from '#base/contract'

export const documentKinds = ['case', 'customer', 'article'] as const
export type DocumentKind = (typeof documentKinds)[number]
export type DocumentId = Id<'document'> | (string & {}) // the id of the case or customer itself

export type Document = {
  kind: DocumentKind
  id: DocumentId
  title: string // subject, name, number: counts more than the text
  text: string
  at: Temporal.Instant // when it last moved
  language?: string | undefined
}
export type Passage = { kind: DocumentKind; id: DocumentId; text: string; at: Temporal.Instant }

export type Question = {
  words: string // as typed; "quoted words" are a phrase, the last word may be unfinished
  kind?: DocumentKind | undefined
  limit: number
  order?: 'best' | 'latest' | undefined // best first unless said; `before` only goes with latest
  before?: Temporal.Instant | undefined
}
export type Match = {
  kind: DocumentKind
  id: string
  at: Temporal.Instant
  score: number // to compare hits of one answer, nothing else
}
export type Hit = Match & { snippet: Snippet }
export type Snippet = readonly { text: string; found: boolean }[] // pieces in order; `found` ones are what was asked for
export const MOST_HITS = 200

// Functions that run as the owner of the tables, each with its reason; the isolation catalogue knows them by name.
export const definerFunctions = {
  'search.matching': 'text search operators are not leakproof: under row-level security the index over words would not be used',
  'search.latest': 'the same operators, tested on the latest documents of the running tenant only',
  'search.words_near': 'array overlap is not leakproof: under row-level security the index over misspellings would not be used',
} as const
