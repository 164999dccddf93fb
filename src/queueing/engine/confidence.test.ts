import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  batchMeans,
  normalQuantile,
  pairedInterval,
  studentInterval,
  studentQuantile,
  studentShare,
  wilsonInterval,
} from './confidence.ts'

// Values printed in every statistical table (Fisher & Yates); for 1 and 2 degrees there are closed formulas.
const TABLE: [number, number, number][] = [
  [0.975, 3, 3.182446],
  [0.975, 4, 2.776445],
  [0.975, 9, 2.262157],
  [0.975, 19, 2.093024],
  [0.975, 29, 2.04523],
  [0.95, 5, 2.015048],
  [0.995, 9, 3.249836],
  [0.995, 29, 2.756386],
  [0.975, 1000, 1.962339],
]

test("Student's t agrees with the printed tables", () => {
  for (const [p, degrees, t] of TABLE)
    assert.ok(Math.abs(studentQuantile(p, degrees) - t) < 1e-6, `${p} ${degrees}: ${studentQuantile(p, degrees)}`)
})

test("Student's t agrees with the closed formulas for one and two degrees of freedom", () => {
  for (const p of [0.6, 0.9, 0.975, 0.999, 0.02]) {
    const two = (2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p)))
    assert.ok(Math.abs(studentQuantile(p, 1) / Math.tan(Math.PI * (p - 0.5)) - 1) < 1e-9)
    assert.ok(Math.abs(studentQuantile(p, 2) / two - 1) < 1e-9)
  }
})

test('quantile and share undo one another, and many degrees become the normal without a seam', () => {
  for (const degrees of [1, 7, 100, 1e4, 1e6])
    assert.ok(Math.abs(studentShare(studentQuantile(0.99, degrees), degrees) - 0.99) < 1e-9)
  assert.ok(Math.abs(normalQuantile(0.975) - 1.959963984540054) < 1e-11)
  assert.ok(Math.abs(studentQuantile(0.975, 1e6) - studentQuantile(0.975, 1_000_001)) < 1e-8)
  assert.equal(studentQuantile(0.5, 4), 0)
})

test('the interval of a mean holds the truth as often as it says', () => {
  const draw = evenly(7)
  let held = 0
  for (let run = 0; run < 2000; run++) {
    const { low, high } = studentInterval(
      Array.from({ length: 12 }, () => draw() + draw() + draw()),
      0.9,
    )
    if (low !== null && high !== null && low <= 1.5 && high >= 1.5) held += 1
  }
  assert.ok(held > 1760 && held < 1840, `${held} of 2000`)
})

test('one replication has a mean and no interval', () => {
  assert.deepEqual(studentInterval([3]), { mean: 3, low: null, high: null, n: 1 })
})

test('what both have in common falls out of a paired difference', () => {
  const draw = evenly(3)
  const busy = Array.from({ length: 10 }, () => 100 * draw())
  const { mean, low, high } = pairedInterval(
    busy,
    busy.map((value) => value - 2 + 0.01 * draw()),
  )
  assert.ok(low !== null && high !== null && high < -1.9 && low > -2.1 && mean < 0)
  assert.throws(() => pairedInterval([1, 2], [1]), RangeError)
})

test("Wilson's interval stays within 0 and 1 and solves its own equation", () => {
  const { low, high } = wilsonInterval(3, 40)
  const z = normalQuantile(0.975)
  for (const share of [low, high]) {
    assert.ok(share !== null)
    assert.ok(Math.abs(Math.abs(3 / 40 - share) - z * Math.sqrt((share * (1 - share)) / 40)) < 1e-12)
  }
  assert.equal(wilsonInterval(0, 9).low, 0)
  assert.equal(wilsonInterval(9, 9).high, 1)
})

test('a run whose values hang together is not thought surer than it is', () => {
  const draw = evenly(11)
  let value = 0
  const run = Array.from({ length: 20_000 }, () => (value = 0.98 * value + draw() - 0.5))
  const naive = studentInterval(run)
  const honest = batchMeans(run)
  assert.ok(width(honest) > 4 * width(naive), `${width(honest)} against ${width(naive)}`)
  assert.equal(honest.n, 20)
})

const width = ({ low, high }: { low: number | null; high: number | null }) => (high ?? Number.NaN) - (low ?? Number.NaN)

function evenly(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
