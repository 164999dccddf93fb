import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterRefusal, afterTrouble, backoff } from './backoff.ts'

test('the wait doubles up to its ceiling and never overflows, however long a server is away', () => {
  const waits = [1, 2, 3, 4].map((attempt) => backoff(attempt, 0, afterTrouble))
  assert.deepEqual(waits, [500, 1000, 2000, 4000])
  for (const attempt of [20, 1000, 1_000_000]) assert.equal(backoff(attempt, 0.999, afterTrouble), 299_850)
})

test('chance spreads the wait between half and whole, and a refused login is asked far less often', () => {
  assert.equal(backoff(1, 0, afterRefusal), 30_000)
  assert.ok(backoff(1, 0.99, afterRefusal) < 60_000)
})
