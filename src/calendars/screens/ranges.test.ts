import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysFrom, readRanges, writeRanges } from './ranges.ts'

test('a line of ranges is read, several a day, past midnight too, and written back', () => {
  assert.deepEqual(readRanges('9:00-12:30, 13h30–18:00'), [
    { opens_minute: 540, closes_minute: 750 },
    { opens_minute: 810, closes_minute: 1080 },
  ])
  assert.deepEqual(readRanges('22:00-02:00'), [{ opens_minute: 1320, closes_minute: 1560 }])
  assert.deepEqual(readRanges(''), [])
  assert.equal(writeRanges(readRanges('13:30-18:00, 9:00-12:30') ?? []), '09:00-12:30, 13:30-18:00')
})

test('what is no range is not guessed', () => {
  for (const text of ['nine to five', '9:00', '9:00-', '9:00-12:00-13:00', '24:00-25:00'])
    assert.equal(readRanges(text), null, text)
})

test('a day of its own comes before a holiday, a holiday before the week', () => {
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 540, closes_minute: 1080 }))
  const exceptions = [{ day: '2026-12-25', name: 'Permanence de Noël', ranges: [{ opens_minute: 600, closes_minute: 720 }] }]
  const holidays = new Map([
    ['2026-12-25', 'Noël'],
    ['2027-01-01', 'Jour de l’an'],
  ])
  const days = daysFrom({ weekly, exceptions }, '2026-12-24', { count: 9, holidays })
  const told = days.map(({ day, ranges, why }) => [day.slice(5), ranges.length, why])
  assert.deepEqual(told.slice(0, 3), [
    ['12-24', 1, null],
    ['12-25', 1, 'Permanence de Noël'],
    ['12-26', 0, null],
  ])
  assert.deepEqual(told.at(-1), ['01-01', 0, 'Jour de l’an'])
})
