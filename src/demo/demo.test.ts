import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeSeal } from '#base/seal'
import { testHouse } from '#base/test-database'
import { furnish } from './furnish/furnish.ts'

test('try', async () => {
  const house = await testHouse('2026-11-21T17:00:00Z')
  const began = performance.now()
  const tenant = await furnish(house.open, {
    seed: 7,
    seals: makeSeal(Buffer.alloc(32, 1)),
    tell: (w) => void process.stderr.write(`\r${JSON.stringify(w)}`),
  })
  console.error('\n', performance.now() - began)
  assert.ok(tenant)
})
