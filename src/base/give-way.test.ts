import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inPieces } from './give-way.ts'

test('while a long list is worked through others are let in, and all of it comes in its order', async () => {
  let others = 0
  setImmediate(() => others++)
  const list = Array.from({ length: 2_000 }, (_, i) => i)
  const until = performance.now() + 60 // so long a hundredth of the list takes
  const made = await inPieces(list, (each) => {
    if (each === 20) while (performance.now() < until) continue
    return each === 1_999 ? others : each
  })
  assert.deepEqual(made.slice(0, -1), list.slice(0, -1))
  assert.ok(made.at(-1)! > 0, 'somebody was let in before the end')
})
