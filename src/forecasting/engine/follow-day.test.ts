import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { followDay } from './follow-day.ts'
import { chance, poisson } from './made-up.ts'

const spread = { day_cv: 0.1, dispersion: 1.5 }
const mean = Array.from({ length: 96 }, (_, i) => (i < 32 || i >= 80 ? 0 : 20))
const near = (value: number, wanted: number, off: number) =>
  assert.ok(Math.abs(value - wanted) <= off, `${value} is not near ${wanted}`)

test('a day of which nothing is known yet is as it was forecast', () => {
  const { factor, rest, total, intervals } = followDay({ mean, arrived: [], spread })
  near(factor.mean, 1, 1e-12)
  near(rest.mean, 960, 1e-6)
  near(total.mean, 960, 1e-6)
  assert.ok(factor.p10 < 0.9 && factor.p90 > 1.1)
  assert.ok(intervals.every(({ past }) => !past))
})

test('a night without calls says nothing of the day', () => {
  near(followDay({ mean, arrived: Array.from({ length: 32 }, () => 0), spread }).factor.mean, 1, 1e-12)
})

test('the more has come too much, the more is expected of the rest, and the surer it is', () => {
  const after = (slots: number) => followDay({ mean, arrived: mean.slice(0, 32 + slots).map((count) => count * 1.3), spread })
  const [early, noon, late] = [after(2), after(16), after(40)]
  assert.ok(
    1 < early.factor.mean &&
      early.factor.mean < noon.factor.mean &&
      noon.factor.mean < late.factor.mean &&
      late.factor.mean < 1.3,
  )
  assert.ok(
    late.total.p90 - late.total.p10 < noon.total.p90 - noon.total.p10 &&
      noon.total.p90 - noon.total.p10 < early.total.p90 - early.total.p10,
  )
  near(noon.total.mean, noon.so_far.arrived + noon.rest.mean, 1e-6)
  near(
    noon.intervals.reduce((sum, interval) => sum + interval.mean, 0),
    noon.total.mean,
    1e-6,
  )
})

test('the interval that is running counts for what has passed of it', () => {
  const half = followDay({ mean, arrived: [...mean.slice(0, 40), 10], elapsed: 0.5, spread })
  near(half.factor.mean, 1, 1e-9)
  near(half.rest.mean, 960 - 160 - 10, 1e-6)
  near(half.intervals[40]?.mean ?? 0, 20, 1e-6)
  assert.equal(half.intervals[40]?.past, false)
})

test('what is not known teaches nothing and counts as expected', () => {
  const holed = followDay({ mean, arrived: mean.slice(0, 60).map((count, i) => (i % 2 ? null : count * 1.2)), spread })
  assert.ok(holed.factor.mean > 1.02)
  near(holed.so_far.expected, 14 * 20, 1e-6)
  near(holed.total.mean, holed.so_far.arrived + 14 * 20 * holed.factor.mean + holed.rest.mean, 1e-6)
})

test('days drawn from the law it believes in lie between its bounds as often as it says, at any hour', () => {
  const draw = chance(3)
  const gamma = () => Array.from({ length: 100 }, () => -Math.log(1 - draw())).reduce((sum, each) => sum + each, 0) / 100 // shape 100: cv 0.1
  for (const known of [0, 44, 64]) {
    let [within, below] = [0, 0]
    for (let day = 0; day < 400; day++) {
      const factor = gamma()
      const mood = 1 + 0.05 * Math.sqrt(12 / 4) * (draw() + draw() + draw() + draw() - 2) // what came so far strays by itself
      const came = mean.map((count, i) => poisson(count * factor * (i < known ? mood : 1), draw))
      const { total } = followDay({ mean, arrived: came.slice(0, known), spread: { day_cv: 0.1, dispersion: 1 } })
      const seen = came.reduce((sum, count) => sum + count, 0)
      if (seen >= total.p10 && seen <= total.p90) within += 1
      if (seen <= total.p50) below += 1
    }
    near(within / 400, 0.8, 0.07)
    near(below / 400, 0.5, 0.08)
  }
})

test('nonsense is refused, and whatever is not refused gives numbers of at least 0', () => {
  for (const wrong of [
    { mean: [1], arrived: [1, 2] },
    { mean: [-1], arrived: [] },
    { mean: [1], arrived: [Number.NaN] },
    { mean: [1], arrived: [1], elapsed: 2 },
  ])
    assert.throws(() => followDay({ ...wrong, spread }), RangeError)
  const counts = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 100 })
  const spreads = fc.record({
    day_cv: fc.double({ min: 0, max: 3, noNaN: true }),
    dispersion: fc.double({ min: 0, max: 50, noNaN: true }),
  })
  fc.assert(
    fc.property(counts, counts, spreads, (told, came, spread) => {
      const { intervals, total, rest, factor } = followDay({ mean: told, arrived: came.slice(0, told.length), spread })
      for (const { mean: middle, p10, p50, p90 } of [...intervals, total, rest])
        assert.ok([middle, p10, p50, p90].every((value) => Number.isFinite(value) && value >= 0) && p10 <= p50 && p50 <= p90)
      assert.ok(factor.mean > 0 && intervals.length === told.length)
    }),
    { numRuns: 100, seed: 7 },
  )
})
