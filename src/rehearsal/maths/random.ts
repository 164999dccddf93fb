// Chance that can be looked up. Every draw is a pure function of (seed, replication, kind of contact, number of the contact, purpose): the
// five-hundredth caller has the same patience and the same request under today's rules and under tomorrow's, whoever is served before
// (common random numbers), in whatever order and on whatever thread it is asked.
//
// Source: pcg4d of Jarzynski & Olano, "Hash functions for GPU rendering", JCGT 9 (2020), section 5: four 32-bit words to four 32-bit words,
// only multiplications, additions and one shift; passes BigCrush as a counter-based generator.

/** Four random words, filled anew by `stir`. One array for all: a draw allocates nothing. */
export type Words = Uint32Array
export const newWords = (): Words => new Uint32Array(4)

/** Fills `words` from four words; same input, same output. Inputs are taken as 32-bit integers. */
// oxlint-disable-next-line max-params -- four words go in, millions of times a second
export function stir(words: Words, a: number, b: number, c: number, d: number): void {
  let x = (Math.imul(a, 1664525) + 1013904223) | 0
  let y = (Math.imul(b, 1664525) + 1013904223) | 0
  let z = (Math.imul(c, 1664525) + 1013904223) | 0
  let w = (Math.imul(d, 1664525) + 1013904223) | 0
  x = (x + Math.imul(y, w)) | 0
  y = (y + Math.imul(z, x)) | 0
  z = (z + Math.imul(x, y)) | 0
  w = (w + Math.imul(y, z)) | 0
  x ^= x >>> 16
  y ^= y >>> 16
  z ^= z >>> 16
  w ^= w >>> 16
  x = (x + Math.imul(y, w)) | 0
  y = (y + Math.imul(z, x)) | 0
  z = (z + Math.imul(x, y)) | 0
  w = (w + Math.imul(y, z)) | 0
  words[0] = x
  words[1] = y
  words[2] = z
  words[3] = w
}

/** First number of a stirring, strictly between 0 and 1, 52 bits. */
export const firstOf = (words: Words): number => share(words[0]!, words[1]!) // four words, always
/** Second number of the same stirring, independent of the first. */
export const secondOf = (words: Words): number => share(words[2]!, words[3]!) // four words, always

// 26 bits of each, and half a step: never 0, never 1, so that a logarithm of it or of one less it is finite.
const share = (high: number, low: number): number => ((high >>> 6) * 67108864 + (low >>> 6) + 0.5) / 4503599627370496

/** A number strictly between 0 and 1 that is the same for the same four words: for draws that are not in a hurry. */
export function numberFor([a, b, c, d]: readonly [number, number, number, number]): number {
  const words = newWords()
  stir(words, a, b, c, d)
  return firstOf(words)
}
