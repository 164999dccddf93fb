import assert from 'node:assert/strict'
import { test } from 'node:test'
import { movesHeard } from './moves-heard.ts'

test('a move of one’s own is not read again, also when it is heard before its answer; one of somebody else in between is', () => {
  let [read, wakes]: [number, (() => void)[]] = [0, []]
  const wake = (): void => wakes.splice(0).forEach((each) => each())
  const ear = movesHeard(
    () => read++,
    (run) => wakes.push(run),
  )
  ear.heard(4)
  ear.mine(4)
  wake()
  assert.equal(read, 0)
  ear.mine(5)
  for (const version of [5, 6, 7]) ear.heard(version)
  ear.mine(7)
  wake()
  assert.equal(read, 1) // the sixth was somebody else's
  ear.mine(8)
  ear.heard(8)
  wake()
  assert.equal(read, 1)
})
