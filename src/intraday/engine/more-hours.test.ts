import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moreHoursOf, type ShiftHours } from './more-hours.ts'

const HOUR = 3_600_000
const law = { day_most_h: 10, week_most_h: 48, daily_rest_h: 11, week_days_most: 6 }
const shift = (day: number, from: number, to: number): ShiftHours => ({
  day: `day ${day}`,
  from: (day * 24 + from) * HOUR,
  to: (day * 24 + to) * HOUR,
  rests: [],
})
const asked = (hour: number, day = 2) => ({
  law,
  day: `day ${day}`,
  now: (day * 24 + hour) * HOUR,
  until: (day * 24 + 22) * HOUR,
  week: { from: 0, to: 7 * 24 * HOUR },
  away: [],
})

test('ten hours a day, eleven hours before the next, forty-eight a week', () => {
  assert.equal(moreHoursOf([shift(2, 9, 17)], asked(12)).longer_min, 120)
  assert.equal(moreHoursOf([shift(2, 12, 20), shift(3, 8, 16)], asked(13)).longer_min, 60)
  assert.equal(moreHoursOf([shift(2, 8, 18)], asked(12)).longer_min, 0)
  const long = [0, 1, 2, 3, 4].map((day) => shift(day, 8, 17.5))
  assert.equal(moreHoursOf(long, asked(12)).longer_min, 30)
})

test('who is off may be asked to come once rested, for as long as leaves them rested, and on no seventh day', () => {
  const { may_come } = moreHoursOf([shift(1, 14, 22), shift(3, 7, 12)], asked(8))
  assert.deepEqual(may_come, { from: (48 + 9) * HOUR, to: (48 + 20) * HOUR > (48 + 19) * HOUR ? (48 + 19) * HOUR : 0 })
  assert.equal(
    moreHoursOf(
      [0, 1, 3, 4, 5, 6].map((day) => shift(day, 9, 12)),
      asked(10),
    ).may_come,
    null,
  )
  assert.equal(moreHoursOf([], { ...asked(10), away: [{ from: 0, to: 99 * HOUR }] }).may_come, null)
})
