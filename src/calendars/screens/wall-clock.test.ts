import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clock, minuteOf, weekdayName } from './wall-clock.ts'

test('a time of day is read as people write it, and written back', () => {
  for (const [text, minute] of [
    ['9:00', 540],
    ['09h30', 570],
    ['9h', 540],
    ['24:00', 1440],
    ['0:05', 5],
  ] as const)
    assert.equal(minuteOf(text), minute, text)
  assert.deepEqual([540, 570, 5, 1500].map(clock), ['09:00', '09:30', '00:05', '01:00'])
})

test('what is no time of day is not guessed', () => {
  for (const text of ['', 'nine', '25:00', '9:75', '-1', '24:01']) assert.equal(minuteOf(text), null, text)
})

test('the week begins on Monday in both languages', () => {
  assert.deepEqual([weekdayName(1, 'fr'), weekdayName(7, 'fr'), weekdayName(1, 'en')], ['lundi', 'dimanche', 'Monday'])
})
