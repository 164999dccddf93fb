import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { withDeferred, type Batch } from './deferred.ts'
import { dueDates } from './due-dates.ts'

const QUARTERS = 96
const step_s = 900
const days = (count: number): number[] => Array.from({ length: count * QUARTERS }, (_, i) => Math.floor(i / QUARTERS))
const office = (count: number): boolean[] => days(count).map((_, i) => i % QUARTERS >= 36 && i % QUARTERS < 68) // nine to five
const still = (count: number): number[] => days(count).map(() => 0)
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

test('work that can wait fills the valleys of instant work before it asks for more people', () => {
  const instant = days(1).map((_, i) => (i >= 36 && i < 68 ? (i < 50 ? 10 : 4) : 0))
  const busy = instant.map((people) => people * 0.6)
  const given = { instant, busy, workable: office(1), day: days(1), most_busy: 0.9, step_s }
  const valley = sum(instant.map((people) => people * 0.3 * step_s))
  const little: Batch[] = [{ at: 36, due: 68, work_s: valley * 0.95 }]
  assert.deepEqual(withDeferred({ ...given, batches: little }).need, instant)
  const more = withDeferred({ ...given, batches: [{ at: 36, due: 68, work_s: valley * 2 }] })
  assert.equal(more.need[40], 10, 'the peak has people enough')
  assert.ok(more.need[60]! > 4, 'the valley is filled up')
  assert.equal(sum(more.late_s), 0)
})

test('what is due before anybody may be there is late, and said to be', () => {
  const batches = [{ at: 4, due: 30, work_s: 600 }]
  const { late_s } = withDeferred({
    instant: still(1),
    busy: still(1),
    workable: office(1),
    day: days(1),
    batches,
    most_busy: 0.9,
    step_s,
  })
  assert.equal(late_s[29], 600)
})

test('a day to answer is an open day: Friday evening’s letters are due on Monday evening', () => {
  const week = [...office(5), ...days(2).map(() => false), ...office(1)]
  const due = dueDates(
    week,
    Array.from({ length: 8 }, (_, day) => ({ first: day * QUARTERS, count: QUARTERS })),
    step_s,
  )
  assert.equal(due(4 * QUARTERS + 70, 86_400), 7 * QUARTERS + 68)
  const always = dueDates(
    days(3).map(() => true),
    [0, 1, 2].map((day) => ({ first: day * QUARTERS, count: QUARTERS })),
    step_s,
  )
  assert.equal(always(10, 86_400), 10 + QUARTERS)
})

test('whatever comes, nothing is late that could have been done, and nobody is asked for outside hours', () => {
  const batch = fc.record({
    at: fc.integer({ min: 0, max: 250 }),
    lasts: fc.integer({ min: 40, max: 150 }),
    work_s: fc.double({ min: 0, max: 50_000, noNaN: true }),
  })
  fc.assert(
    fc.property(
      fc.array(batch, { maxLength: 20 }),
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 288, maxLength: 288 }),
      (some, people) => {
        const workable = office(3)
        const instant = people.map((count, i) => (workable[i] ? count : 0))
        const batches = some
          .map(({ at, lasts, work_s }) => ({ at, due: Math.min(287, at + lasts), work_s }))
          .filter(({ at, due }) => workable.slice(at, due).some(Boolean))
        const { need, late_s } = withDeferred({
          instant,
          busy: instant.map((count) => count * 0.5),
          workable,
          day: days(3),
          batches,
          most_busy: 0.9,
          step_s,
        })
        assert.ok(sum(late_s) <= batches.length, 'at most a second each, by rounding')
        assert.ok(need.every((count, i) => Number.isInteger(count) && count >= instant[i]! && (workable[i] || count === 0)))
      },
    ),
    { numRuns: 60 },
  )
})
