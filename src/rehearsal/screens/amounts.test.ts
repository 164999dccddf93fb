import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amount, duration, signed, size } from './amounts.ts'

test('figures read as people say them', () => {
  assert.equal(duration(73.8, 'en'), '1 min 14 s')
  assert.equal(duration(4.25, 'fr'), '4,3 s')
  assert.equal(duration(7_500, 'en'), '2 h 05')
  assert.equal(amount(0.62, 'share', 'en'), '62%')
  assert.equal(amount(18_420, 'money', 'en'), '18,420')
})

test('a difference of shares is in points, and what rounds to nothing has no sign', () => {
  assert.equal(size(-0.13, 'share', 'en'), '13')
  assert.equal(signed(-0.055, 'share', 'fr'), '−5,5')
  assert.equal(signed(-0.00001, 'share', 'en'), '0')
  assert.equal(signed(-33, 's', 'en'), '−33 s')
})
