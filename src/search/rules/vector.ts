// What PostgreSQL keeps of a document: each stem once, with where it stands. Pure.
import { createHash } from 'node:crypto'
import { stem } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { tokens, type Token } from './tokens.ts'

const MOST_LEXEMES = 4_000 // a tsvector holds 1 MB; this many of the longest words, twice, fit
const MOST_PLACES = 24 // of one word; enough for phrases and for counting
const LAST_PLACE = 16_383 // PostgreSQL's own

// Begins every lexeme of a tenant. Two tenants may share one by chance: it narrows the search, the tenant's id decides.
export const markOf = (tenant: string): string => createHash('sha256').update(tenant).digest('hex').slice(0, 6)

export type Weight = 'A' | 'D' // PostgreSQL's labels: titles weigh A, texts D
export type Indexed = { vector: string; words: Map<string, string> } // words → stems

export function vectorOf(mark: string, parts: readonly { text: string; weight: Weight }[]): Indexed {
  const places = new Map<string, string[]>()
  const words = new Map<string, string>()
  let offset = 1
  for (const { text, weight } of parts) {
    const found = tokens(text)
    for (const token of found) note(token, { places, words, offset, weight })
    offset += (found.reduce((last, token) => Math.max(last, token.position), 0) + 10) // no phrase reaches from the title into the text
  } // prettier-ignore
  const lexemes = [...places].map(([lexeme, at]) => `'${quoted(mark + lexeme)}':${at.join(',')}`)
  return { vector: lexemes.join(' '), words }
}

type Notes = { places: Map<string, string[]>; words: Map<string, string>; offset: number; weight: Weight }
function note({ word, whole, position }: Token, { places, words, offset, weight }: Notes): void {
  const lexeme = whole ? word : stem(word)
  if (!whole && isStopWord(word)) return
  const known = places.get(lexeme)
  if (!known && places.size >= MOST_LEXEMES) return
  const at = `${Math.min(LAST_PLACE, offset + position)}${weight === 'A' ? 'A' : ''}`
  if (!known) places.set(lexeme, [at])
  else if (known.length < MOST_PLACES && known.at(-1) !== at) known.push(at)
  if (!whole) words.set(word, lexeme)
}

// Inside '…' of a tsvector or tsquery, a quote and a backslash are doubled.
export const quoted = (lexeme: string): string => lexeme.replace(/['\\]/g, '$&$&')
