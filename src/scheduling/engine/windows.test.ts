import assert from 'node:assert/strict'
import { test } from 'node:test'
import { patternShape } from '../contract/pattern.ts'
import { SLOTS_PER_HOUR } from './grid.ts'
import { shapeOf } from './windows.ts'

const night = (lunch: object) =>
  patternShape.parse({ name: 'night', start: { from: '21:00', to: '21:00' }, hours: { from: 8, to: 8 }, lunch, breaks: 'none' })
const at9 = { start_min: 21 * 60, paid: 8 * SLOTS_PER_HOUR } // from nine in the evening
const mealOf = (lunch: object) => shapeOf(night(lunch), at9)?.pauses.map(({ from, to }) => [from, to])

test('the meal of a night lies after midnight: times before the shift begins are those of the day after', () => {
  assert.deepEqual(mealOf({ from: '00:00', to: '02:00', minutes: 30 }), [[12, 20]]) // three to five hours after nine
  assert.deepEqual(mealOf({ from: '23:30', to: '01:00', minutes: 30 }), [[10, 16]])
  assert.equal(mealOf({ from: '12:00', to: '14:00', minutes: 30 }), undefined, 'noon is no meal of a night')
})

test('breaks of twenty minutes are never over each other, wherever in their windows they come to lie', () => {
  const pattern = patternShape.parse({
    name: 'long',
    start: { from: '08:00', to: '08:00' },
    hours: { from: 9, to: 9 },
    lunch: 'none',
    breaks: { minutes: 20, every_h: 1, edge_min: 15 },
  })
  const { pauses } = shapeOf(pattern, { start_min: 480, paid: 36 })!
  assert.ok(pauses.length > 4)
  for (const [i, { from }] of pauses.slice(1).entries())
    assert.ok(from * 15 >= pauses[i]!.to * 15 + 20, `${from} after ${pauses[i]!.to}`)
})
