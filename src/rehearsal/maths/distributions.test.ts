import assert from 'node:assert/strict'
import { test } from 'node:test'
import { durationShape, type Duration } from '../contract/laws.ts'
import { draw } from './distributions.ts'
import { lawOf, neverLaw } from './laws.ts'
import { normalPoint } from './normal.ts'
import { firstOf, newWords, secondOf, stir } from './random.ts'

const words = newWords()
const numbers = (count: number, purpose: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => (stir(words, i, purpose, 17, 23), firstOf(words)))

function meanAndCv(values: ArrayLike<number>): { mean: number; cv: number } {
  let [sum, squares] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    sum += values[i] ?? 0
    squares += (values[i] ?? 0) ** 2
  }
  const mean = sum / values.length
  return { mean, cv: Math.sqrt(Math.max(0, squares / values.length - mean ** 2)) / mean }
}

const evenly = numbers(100_000, 5)

const laws: [Duration, number, number][] = [
  [300, 300, 0],
  [{ law: 'fixed', value_s: 12 }, 12, 0],
  [{ law: 'exponential', mean_s: 180 }, 180, 1],
  [{ law: 'uniform', from_s: 10, to_s: 50 }, 30, 40 / Math.sqrt(12) / 30],
  [{ law: 'erlang', mean_s: 100, phases: 4 }, 100, 0.5],
  [{ law: 'gamma', mean_s: 100, cv: 2 }, 100, 2],
  [{ law: 'gamma', shape: 0.5, scale_s: 60 }, 30, Math.SQRT2],
  [{ law: 'lognormal', mean_s: 240, cv: 0.8 }, 240, 0.8],
  [{ law: 'lognormal', mu: 5, sigma: 0.4 }, Math.exp(5.08), Math.sqrt(Math.expm1(0.16))],
  [{ law: 'weibull', mean_s: 90, cv: 1.5 }, 90, 1.5],
  [{ law: 'weibull', shape: 2, scale_s: 100 }, 100 * Math.sqrt(Math.PI) / 2, 0.5227],
  [{ law: 'hyperexponential', mean_s: 60, cv: 2 }, 60, 2],
  [{ law: 'hyperexponential', branches: [{ share: 3, mean_s: 10 }, { share: 1, mean_s: 90 }] }, 30, Math.sqrt((0.75 * 200 + 0.25 * 16_200) / 900 - 1)],
  [{ law: 'empirical', values_s: [30, 10, 20], weights: [1, 2, 1] }, 17.5, Math.sqrt(0.5 * 56.25 + 0.25 * 156.25 + 0.25 * 6.25) / 17.5],
] // prettier-ignore

for (const [written, mean, cv] of laws) {
  test(`${typeof written === 'number' ? 'a plain number' : JSON.stringify(written)} has the mean and the spread it was given`, () => {
    const law = lawOf(durationShape.parse(written))
    const drawn = evenly.map((u) => draw(law, u))
    const found = meanAndCv(drawn)
    assert.ok(Math.abs(law.mean / mean - 1) < 1e-3, `it says ${law.mean}`)
    assert.ok(Math.abs(found.mean / mean - 1) < 0.03, `mean ${found.mean}`)
    assert.ok(Math.abs(found.cv - cv) < 0.04 * Math.max(1, cv * 2), `cv ${found.cv}`)
    assert.ok(drawn.every((value) => value >= 0 && Number.isFinite(value)))
  })
}

test('a survival curve is followed to its end, and its tail as it was asked for', () => {
  const curve = { law: 'survival' as const, at_s: [10, 20, 40], surviving: [0.9, 0.6, 0.5] }
  const drawn = (tail: 'exponential' | 'never' | 'gone') => evenly.map((u) => draw(lawOf({ ...curve, tail }), u))
  const share = (values: Float64Array, above: number) => values.filter((value) => value > above).length / values.length
  assert.ok(Math.abs(share(drawn('never'), 15) - 0.9) < 0.01)
  assert.ok(Math.abs(share(drawn('never'), 1e9) - 0.5) < 0.01)
  assert.ok(Math.abs(share(drawn('exponential'), 80) - 0.25) < 0.01) // half of them in the first 40 s, half of the rest in the next
  assert.ok(drawn('gone').every((value) => value <= 40))
  assert.equal(draw(neverLaw, 0.5), Number.POSITIVE_INFINITY)
})

test('chance is even, and what it is for makes it another', () => {
  const [one, other] = [numbers(200_000, 1), numbers(200_000, 2)]
  const boxes = new Float64Array(100)
  let together = 0
  let after = 0
  for (let i = 0; i < one.length; i++) {
    boxes[Math.floor((one[i] ?? 0) * 100)]!++ // below 1
    together += ((one[i] ?? 0) - 0.5) * ((other[i] ?? 0) - 0.5)
    after += ((one[i] ?? 0) - 0.5) * ((one[i + 1] ?? 0.5) - 0.5)
  }
  const chiSquare = boxes.reduce((sum, count) => sum + (count - 2_000) ** 2 / 2_000, 0)
  assert.ok(chiSquare < 149 && chiSquare > 61, `chi-square ${chiSquare} of 99 degrees`) // 0.1 % to either side
  const sigma = 1 / 12 / Math.sqrt(one.length)
  assert.ok(Math.abs(together / one.length) < 4 * sigma, 'two purposes hang together')
  assert.ok(Math.abs(after / one.length) < 4 * sigma, 'one contact hangs on the one before')
})

test('the same question is answered by the same number, and never by 0 or 1', () => {
  stir(words, 1, 2, 3, 4)
  const [first, second] = [firstOf(words), secondOf(words)]
  stir(words, 9, 9, 9, 9)
  stir(words, 1, 2, 3, 4)
  assert.deepEqual([firstOf(words), secondOf(words)], [first, second])
  words.fill(0)
  assert.ok(firstOf(words) > 0)
  words.fill(2 ** 32 - 1)
  assert.ok(firstOf(words) < 1)
})

test('the normal’s points are those of the tables', () => {
  for (const [p, z] of [
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.001, -3.090232306167813],
    [1e-10, -6.361340902404056],
  ] as const)
    // prettier-ignore
    assert.ok(Math.abs(normalPoint(p) - z) < 1e-12, `${p}: ${normalPoint(p)}`)
})
