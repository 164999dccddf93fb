import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { begin, expectedFrom, nextArrival, sourceOf } from './arrivals.ts'
import { newCalendar, put, take } from './calendar.ts'
import { arrivalsShape } from '../contract/traffic.ts'
import { firstOf, newWords, stir } from '../maths/random.ts'
import { bucketOf, endsOf } from './tally.ts'

test('what is due first comes first, whatever was put down when', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }))), (steps) => {
      const calendar = newCalendar(2)
      const there: number[] = []
      for (const [i, step] of steps.entries()) {
        if (step !== null) {
          put(calendar, step, i, i + 7)
          there.push(step)
          continue
        }
        const any = take(calendar)
        assert.equal(any, there.length > 0)
        if (!any) continue
        const least = Math.min(...there)
        assert.equal(calendar.next[0], least)
        assert.equal(steps[calendar.nextWhat], least)
        assert.equal(calendar.nextTurn, calendar.nextWhat + 7)
        there.splice(there.indexOf(least), 1)
      }
    }),
  )
})

const words = newWords()
function arrivalsOf(written: object, end: number, factor: ((day: number) => number) | null = null): number[] {
  const source = sourceOf(arrivalsShape.parse(written), end)
  const stream = begin(source, factor)
  const times: number[] = []
  for (let index = 0; ; index++) {
    stir(words, index, 1, 2, 3)
    const at = nextArrival(source, stream, firstOf(words))
    if (!(at < end)) return times
    times.push(at)
  }
}
const day = 86_400
const within = (times: readonly number[], from: number, to: number) => times.filter((at) => at >= from && at < to).length

test('as many come as the pattern says, hour by hour, and nobody outside it', () => {
  const pattern = { per_hour: [100, 400, 0, 50], from: '08:00' }
  const times = arrivalsOf(pattern, 60 * day)
  const hour = (which: number) =>
    Array.from({ length: 60 }, (_, each) => within(times, each * day + which * 3_600, each * day + (which + 1) * 3_600)).reduce(
      (a, b) => a + b,
      0,
    ) / 60
  for (const [which, wanted] of [
    [7, 0],
    [8, 100],
    [9, 400],
    [10, 0],
    [11, 50],
    [12, 0],
  ] as const)
    // prettier-ignore
    assert.ok(Math.abs(hour(which) - wanted) <= 4 * Math.sqrt(wanted / 60), `${which} h: ${hour(which)}`)
  assert.equal(expectedFrom(sourceOf(arrivalsShape.parse(pattern), 60 * day), 60 * day), 550 * 60)
})

test('a pattern begun once is not begun again; a weekly one comes back after seven days', () => {
  assert.equal(arrivalsOf({ per_hour: [60], repeats: 'once', gaps: 'even' }, 10 * day).length, 60)
  const weekly = arrivalsOf({ per_hour: [60], repeats: 'weekly', gaps: 'even' }, 15 * day)
  assert.equal(within(weekly, 7 * day, 8 * day), 60)
  assert.equal(within(weekly, day, 7 * day), 0)
})

test('those who come evenly come at equal distances', () => {
  const times = arrivalsOf({ per_hour: 60, gaps: 'even' }, 3_600)
  assert.equal(times.length, 60)
  for (const [i, at] of times.entries()) if (i > 0) assert.ok(Math.abs(at - (times[i - 1] ?? 0) - 60) < 1e-6)
})

test('a busy day stretches that day alone', () => {
  const times = arrivalsOf({ per_hour: 60, gaps: 'even' }, 3 * day, (each) => (each === 1 ? 2 : 1))
  assert.ok(Math.abs(within(times, day, 2 * day) - 2 * within(times, 0, day)) <= 2)
  assert.ok(Math.abs(within(times, 2 * day, 3 * day) - within(times, 0, day)) <= 1)
})

test('a wait is found again in its bucket to within one part in a hundred', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e7, noNaN: true }), (wait) => {
      const { from, to } = endsOf(bucketOf(wait))
      assert.ok(from <= wait * (1 + 1e-6) && wait <= to * (1 + 1e-6), `${wait} in ${from}…${to}`)
      assert.ok(to - from <= wait * 0.01)
    }),
  )
  assert.equal(bucketOf(0), 0)
})
