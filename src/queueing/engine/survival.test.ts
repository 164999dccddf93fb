import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kaplanMeier, meanPatience, patienceAt, survivalAt, tailRate, type Wait } from './survival.ts'

const waits = (...list: [number, 'gave up' | 'answered'][]): Wait[] =>
  list.map(([waited_s, how]) => ({ waited_s, gave_up: how === 'gave up' }))

test('whoever was answered counts as patient until then, and not after', () => {
  const { steps } = kaplanMeier(waits([10, 'gave up'], [20, 'answered'], [30, 'gave up'], [40, 'answered']))
  assert.deepEqual(
    steps.map(({ at_s, at_risk, survival }) => [at_s, at_risk, survival]),
    [
      [10, 4, 0.75],
      [30, 2, 0.375],
    ],
  )
})

test('at the same moment givers-up go before those answered', () => {
  const { steps } = kaplanMeier(waits([20, 'answered'], [20, 'gave up'], [20, 'gave up'], [50, 'answered']))
  assert.deepEqual(steps, [{ at_s: 20, at_risk: 4, gave_up: 2, survival: 0.5, variance: 0.25 * (2 / (4 * 2)) }])
})

test('with nobody censored it is the plain share of those who stayed, with its binomial variance', () => {
  const patience = kaplanMeier(waits([1, 'gave up'], [2, 'gave up'], [3, 'gave up'], [4, 'gave up'], [5, 'gave up']))
  for (let t = 1; t < 5; t++) {
    assert.ok(Math.abs(survivalAt(patience, t) - (5 - t) / 5) < 1e-12)
    assert.ok(Math.abs((patience.steps[t - 1]?.variance ?? 0) - ((t / 5) * (1 - t / 5)) / 5) < 1e-12)
  }
  assert.equal(survivalAt(patience, 0.5), 1)
  assert.equal(survivalAt(patience, 9), 0)
  assert.ok(Math.abs(meanPatience(patience) - 3) < 1e-12)
  assert.equal(patience.steps.at(-1)?.variance, 0)
})

test('beyond the last wait people go on at their rate, never give up, or are all gone, as is asked', () => {
  const patience = kaplanMeier(waits([10, 'gave up'], [40, 'answered']))
  assert.equal(tailRate(patience), Math.log(2) / 40)
  assert.ok(Math.abs(survivalAt(patience, 80) - 0.25) < 1e-12)
  assert.equal(survivalAt(patience, 80, 'never'), 0.5)
  assert.equal(survivalAt(patience, 80, 'gone'), 0)
  assert.equal(patienceAt(patience, 0.6, 'never'), Number.POSITIVE_INFINITY)
  assert.equal(patienceAt(patience, 0.6, 'gone'), 40)
  assert.ok(Math.abs(patienceAt(patience, 0.75) - 80) < 1e-9)
  assert.equal(meanPatience(patience, 'never'), Number.POSITIVE_INFINITY)
})

test('true patience is found again behind heavy censoring, where the waits alone are far off', () => {
  const draw = evenly(5)
  const all = Array.from({ length: 20_000 }, () => {
    const patience_s = -300 * Math.log1p(-draw())
    const offered_s = -120 * Math.log1p(-draw())
    return { waited_s: Math.min(patience_s, offered_s), gave_up: patience_s < offered_s }
  })
  const patience = kaplanMeier(all)
  for (const t of [30, 120, 300]) {
    const truth = Math.exp(-t / 300)
    const error = Math.sqrt(patience.steps.findLast(({ at_s }) => at_s <= t)?.variance ?? 0)
    assert.ok(Math.abs(survivalAt(patience, t) - truth) < 4 * error, `${t} s: ${survivalAt(patience, t)} for ${truth} ± ${error}`)
  }
  assert.ok(Math.abs(meanPatience(patience) / 300 - 1) < 0.15, 'the tail, of which few have told, weighs a good deal in the mean')
  assert.ok(Math.abs(patienceAt(patience, 0.5) / (300 * Math.log(2)) - 1) < 0.05)
})

test('a wait that is not one is refused', () => {
  assert.throws(() => kaplanMeier([{ waited_s: Number.NaN, gave_up: true }]), RangeError)
  assert.equal(survivalAt(kaplanMeier([]), 60), 1)
})

function evenly(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
