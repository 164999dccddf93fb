import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Figure } from '../contract.ts'
import { comparable } from './figures.ts'
import { verdictOf } from './verdict.ts'

const figure = (low: number | null, high: number | null, mean = 0): Figure => ({ mean, low, high, n: 10, formula: '' })
const saying = (...[name, low, high]: [Parameters<typeof verdictOf>[0], number, number]) =>
  verdictOf(name, figure(low, high), figure(0, 0, 1_000))?.saying

test('an interval that holds nothing at all is never called sure, however far its middle is off', () => {
  assert.equal(saying('service_level', -0.001, 0.2), 'unsure')
  assert.equal(saying('wait_mean', -90, 0.1), 'unsure')
})

test('more answered in time is better, more waiting is worse, busier is neither', () => {
  assert.equal(saying('service_level', 0.11, 0.15), 'better')
  assert.equal(saying('service_level', -0.15, -0.11), 'worse')
  assert.equal(saying('wait_mean', 20, 30), 'worse')
  assert.equal(saying('abandoned', -0.05, -0.03), 'better')
  assert.equal(saying('occupancy', 0.02, 0.03), 'changed')
})

test('what nobody would notice is no difference, even when it is sure', () => {
  assert.equal(saying('service_level', 0.001, 0.003), 'same')
  assert.equal(saying('cost', -1, 1), 'same')
  assert.equal(saying('cost', 5, 9), 'worse')
})

test('without an interval nothing is said', () => {
  assert.equal(verdictOf('wait_mean', figure(null, null), undefined), null)
  assert.equal(verdictOf('wait_mean', undefined, undefined), null)
})

test('a figure that is nothing on both sides is not compared', () => {
  const figures = { service_level: figure(0.5, 0.6, 0.55), blocked: figure(0, 0, 0), cost: figure(1, 3, 2) }
  assert.deepEqual(comparable(figures, { ...figures, blocked: figure(0, 0, 0) }), ['service_level', 'cost'])
  assert.ok(comparable(figures, { blocked: figure(0.1, 0.2, 0.15) }).includes('blocked'))
})
