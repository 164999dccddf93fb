// A little work before sending, so that a flood costs its sender something: looks for a number with which the hash of the stamp begins with so
// many zero bits. SHA-256 (FIPS 180-4) written out, since the browser's own is asynchronous and absent on plain http.

const primes = []
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n)
const fraction = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0
const K = primes.map((prime) => fraction(Math.cbrt(prime)))
const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const turn = (word, by) => (word >>> by) | (word << (32 - by))
const w = new Int32Array(64)

function block(state, words, at) {
  for (let i = 0; i < 16; i++) w[i] = words[at + i]
  for (let i = 16; i < 64; i++) {
    const [x, y] = [w[i - 15], w[i - 2]]
    w[i] = (w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))) | 0
  }
  let [a, b, c, d, e, f, g, h] = state
  for (let i = 0; i < 64; i++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  const next = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) state[i] = (state[i] + next[i]) | 0
}

/** The first of the eight words of the hash of an ASCII text, and the second. */
export function hash(text) {
  const length = text.length
  const words = new Int32Array((((length + 8) >> 6) + 1) * 16)
  for (let i = 0; i < length; i++) words[i >> 2] |= text.charCodeAt(i) << (24 - (i % 4) * 8)
  words[length >> 2] |= 0x80 << (24 - (length % 4) * 8)
  words[words.length - 1] = length * 8
  const state = [...START]
  for (let at = 0; at < words.length; at += 16) block(state, words, at)
  return state
}

const zeros = ([first, second]) => (first === 0 ? 32 + Math.clz32(second) : Math.clz32(first))

/** The number found; `bits` up to 64. */
export function prove(stamp, bits) {
  for (let counter = 0; ; counter++) if (zeros(hash(`${stamp}.${counter}`)) >= bits) return String(counter)
}
