import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectedWait } from './expected-wait.ts'

const busy = { waiting: 2, free: 0, oldest_s: 16, recent: null }

test('of a day that has just begun nothing is said, however many wait', () => {
  assert.equal(expectedWait(busy), null)
  assert.equal(expectedWait({ ...busy, recent: { count: 2, mean_s: 10 } }), null)
})

test('whoever comes waits as the last ones did, and no less than whoever is next has waited', () => {
  assert.equal(expectedWait({ ...busy, recent: { count: 5, mean_s: 24 } }), 24)
  assert.equal(expectedWait({ ...busy, oldest_s: 90, recent: { count: 5, mean_s: 24 } }), 90)
})

test('where somebody is free and nobody waits, nobody will', () => {
  assert.equal(expectedWait({ waiting: 0, free: 1, oldest_s: null, recent: { count: 5, mean_s: 24 } }), 0)
})
