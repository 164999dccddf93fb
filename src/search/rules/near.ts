// Misspellings. Two words are near when letters were dropped, added, changed or swapped; to find them by equality, each word is
// kept under itself, under itself with any one letter missing (W. Garbe's symmetric delete), and under what it sounds like. Pure.

export const canBeMisspelt = (word: string): boolean => word.length >= 4 && word.length <= 24 && /^\p{L}+$/u.test(word)

// Codes and long numbers are told apart by themselves, and there are as many of them as documents.
export const isLearnt = (word: string): boolean => !/\d/.test(word) || /^\d{1,4}$/.test(word)

// What a word is kept under: 32-bit hashes, mixed with the tenant's mark so that tenants do not read through each other's words.
export const keysOf = (mark: string, word: string): number[] => hashed(mark, [word, ...without(word), soundOf(word)])

// What is looked for: of a long word, two letters may be missing.
export function keysSought(mark: string, word: string): number[] {
  const once = without(word)
  const twice = mistakesAllowed(word) > 1 ? once.flatMap(without) : []
  return hashed(mark, [word, ...once, ...twice, soundOf(word)])
}

export const mistakesAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

function without(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))
}

const hashed = (mark: string, words: readonly string[]): number[] => [...new Set(words)].map((word) => hash(`${mark}${word}`))

// FNV-1a (draft-eastlake-fnv), as the signed 32 bits that PostgreSQL's int has.
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value | 0
}

// French spells one sound in many ways: "resiliassion" is "resiliation". Marked with * so that no word is mistaken for a sound.
export function soundOf(word: string): string {
  const sound = word
    .replace(/(.)\1+/g, '$1')
    .replace(/ph/g, 'f')
    .replace(/[sc]h/g, '$')
    .replace(/h/g, '')
    .replace(/ti(?=[aeo])/g, 'si')
    .replace(/e?au(?=[^aeiou]|$)/g, 'o')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/qu?|k|c/g, 'k')
    .replace(/gu(?=[eiy])/g, 'g')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/z/g, 's')
    .replace(/y/g, 'i')
    .replace(/[ae][mn](?=[^aeiou]|$)/g, 'A')
    .replace(/(?:ai|ei|e)/g, 'e')
    .replace(/(?<=.{3})(?:e?[sntdxrz]*|e)$/, '')
    .replace(/(.)\1+/g, '$1')
  return `*${sound}`
}

// Optimal string alignment: insertions, deletions, changes, swaps of neighbours. Gives `most + 1` as soon as it is more than `most`.
export function mistakes(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) row.push(cell({ a, b, i, j }, row, [above, before]))
    if (Math.min(...row) > most) return most + 1
    before = above
    above = row
  }
  return Math.min(above[b.length]!, most + 1)
}

type At = { a: string; b: string; i: number; j: number }
function cell({ a, b, i, j }: At, row: number[], [above, before]: [number[], number[]]): number {
  const same = a[i - 1] === b[j - 1]
  const changed = above[j - 1]! + (same ? 0 : 1)
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity
  return Math.min(changed, swapped, row[j - 1]! + 1, above[j]! + 1)
}
