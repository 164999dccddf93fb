import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextLow } from './next-low.ts'

const lines = (chances: (number | null)[]) => ({
  chance_below: chances, level: chances.map((chance) => (chance === null ? null : 1 - chance)), need: chances.map(() => 5), here: chances.map((chance) => ((chance ?? 0) > 0.5 ? 3 : 5)),
}) // prettier-ignore

const USUAL = { opens_at: 0.6, closes_at: 0.35 }

test('the next stretch below the target goes on until it is clearly good again, as its alert does', () => {
  assert.deepEqual(nextLow(lines([null, null, 0.1, 0.7, 0.5, 0.9, 0.2, 0.8]), 2.4, USUAL), {
    from: 3,
    to: 6,
    level: 1 - 0.9,
    short: 2,
  })
  assert.equal(nextLow(lines([null, 0.9, 0.1, 0.5]), 2.1, USUAL), null, 'what is behind us, or only doubtful, is no fall')
  assert.equal(nextLow(lines([0.5, 0.8]), 0, { opens_at: 0.4, closes_at: 0.2 })?.from, 0, 'as the settings of the day say')
  assert.equal(nextLow(lines([0.8, 0.8]), 0, USUAL)?.to, 2, 'until tonight')
})
