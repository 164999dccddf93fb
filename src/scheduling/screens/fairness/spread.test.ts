import assert from 'node:assert/strict'
import { test } from 'node:test'
import { middleOf, spreadOf } from './spread.ts'

test('whoever had most and whoever had least stand at the ends, and nobody is lost between', () => {
  assert.deepEqual(spreadOf([2, 0, 2, 3]), [
    { from: 0, to: 0, people: 1 },
    { from: 1, to: 1, people: 0 },
    { from: 2, to: 2, people: 2 },
    { from: 3, to: 3, people: 1 },
  ])
  const many = Array.from({ length: 300 }, (_, at) => at % 41)
  const steps = spreadOf(many)
  assert.ok(steps.length <= 12)
  assert.equal(steps.reduce((sum, { people }) => sum + people, 0), 300)
  assert.deepEqual([steps[0]?.from, spreadOf([]), middleOf([5, 1, 9, 2])], [0, [], 2])
}) // prettier-ignore
