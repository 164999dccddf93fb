// Cuts text into words and into things that are found whole: addresses, references, telephone numbers. Pure.

export const MOST_CHARACTERS = 200_000 // of one text; what lies beyond is kept elsewhere but not found by words
const LONGEST_WORD = 48 // letters; longer runs are encodings, not words

export type Token = {
  word: string // folded
  start: number // in the text as it was given, UTF-16 units
  end: number
  position: number // 0, 1, 2 …: words that follow each other have positions that follow each other
  whole: boolean // an address, reference or number: found by itself, never stemmed
}

// Capitals, accents and ligatures make no difference.
export function fold(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase()
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/ł/g, 'l')
} // prettier-ignore
const PLAIN = /^[\x20-\x7e]*$/

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu
const WHOLE =
  /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*|\+?\(?\d[\d .()/-]{4,30}\d|[\p{L}\p{N}]+(?:[-_/.][\p{L}\p{N}]+)+/gu

export function tokens(text: string): Token[] {
  const read = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text
  const found: Token[] = []
  let position = 0
  for (const match of read.matchAll(WORD)) {
    const word = fold(match[0])
    if (word.length > 0 && word.length <= LONGEST_WORD)
      found.push({ word, start: match.index, end: match.index + match[0].length, position, whole: false })
    if (/^\d{9,15}$/.test(word))
      found.push({ word: telephone(word), start: match.index, end: match.index + match[0].length, position, whole: true })
    position++
  }
  return /[@\d]/.test(read) ? [...found, ...wholes(read, found)] : found
}

// They stand where their first word stands.
function wholes(text: string, words: readonly Token[]): Token[] {
  const found: Token[] = []
  let i = 0
  for (const match of text.matchAll(WHOLE)) {
    const end = match.index + match[0].length
    while (i < words.length && words[i]!.start < match.index) i++
    const position = words[i]?.position ?? 0
    for (const word of wholeForms(match[0])) found.push({ word, start: match.index, end, position, whole: true })
  }
  return found
}

// "G-2026-000123", "G2026.000123" and "G2026000123" are one reference; "06 12 34 56 78" and "+33 6 12 34 56 78" one telephone.
export function wholeForms(text: string): string[] {
  if (text.includes('@')) return [fold(text).slice(0, 64)]
  const joined = fold(text).replace(/[^\p{L}\p{N}]/gu, '')
  if (!/\d/.test(joined) || joined.length > LONGEST_WORD) return []
  return /^\d{9,15}$/.test(joined) ? [joined, telephone(joined)] : [joined]
}

// The last nine digits are the same with and without the country, in every plan we meet.
export const telephone = (digits: string): string => `#${digits.slice(-9)}`
