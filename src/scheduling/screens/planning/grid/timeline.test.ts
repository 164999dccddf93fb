import assert from 'node:assert/strict'
import { test } from 'node:test'
import { turnOf } from './lift.ts'
import fc from 'fast-check'
import type { Bar } from './bars.ts'
import { partMoved, retimed } from './bars.ts'
import { atWork, coveredOf, difference, feltBy } from './coverage.ts'
import { triedLevels } from './tried-levels.ts'
import { atX, draggedBy, hoursOf, timelineOf, xOf } from './timeline.ts'

const at = (text: string): number => Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`).epochMilliseconds
const day = (days: readonly string[], hours = { from: 0, to: 24 }) =>
  timelineOf({ view: 'day', zone: 'Europe/Paris', days, hours, interval_min: 15, room: 960 })

test('a day on which the clocks change is an hour shorter or longer on the grid, and no instant lies twice', () => {
  const [spring, usual, autumn] = ['2026-03-29', '2026-03-30', '2026-10-25'].map((each) => day([each]).days[0]!)
  assert.deepEqual([spring, usual, autumn].map((span) => (span!.to - span!.from) / 3_600_000), [23, 24, 25])
  const line = day(['2026-10-25'])
  const [first, second] = [at('2026-10-25T02:30+02:00'), at('2026-10-25T02:30+01:00')]
  assert.ok(Math.abs(xOf(line, second) - xOf(line, first) - 60 * line.per_minute) < 1e-6)
}) // prettier-ignore

test('where an instant lies and what lies there are the same question', () => {
  const line = day(['2026-03-28', '2026-03-29', '2026-03-30'])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 71 * 60 - 1 }), (minute) => {
      const instant = at('2026-03-28T00:00') + minute * 60_000
      assert.ok(Math.abs(atX(line, xOf(line, instant)) - instant) < 1)
    }),
  )
})

test('what lies under any pixel is an instant a shift can begin at', () => {
  const line = timelineOf({ view: 'day', zone: 'Europe/Paris', days: ['2026-12-04'], hours: { from: 7, to: 21 }, interval_min: 15, room: 893 })
  fc.assert(fc.property(fc.double({ min: -50, max: 1_000, noNaN: true }), (x) => {
    assert.doesNotThrow(() => Temporal.Instant.fromEpochMilliseconds(atX(line, x)))
  }))
}) // prettier-ignore

test('hours nobody works are left out, and a night brings the whole day back', () => {
  const office = { from: at('2026-11-23T08:00'), to: at('2026-11-23T18:15') }
  assert.deepEqual(hoursOf([office], 'Europe/Paris'), { from: 7, to: 19 })
  assert.deepEqual(hoursOf([office, { from: at('2026-11-23T22:00'), to: at('2026-11-24T06:00') }], 'Europe/Paris'), { from: 0, to: 24 })
  assert.deepEqual(hoursOf([], 'Europe/Paris'), { from: 7, to: 20 })
}) // prettier-ignore

test('a drag goes by whole quarters of an hour', () => {
  const line = day(['2026-11-23'])
  assert.equal(draggedBy(line, 15 * line.per_minute * 2.4), 30 * 60_000)
  assert.equal(draggedBy(line, -15 * line.per_minute * 0.6), -15 * 60_000)
})

const bar: Bar = {
  id: 'a' as Bar['id'], // no server looks at it
  person: 'p', day: '2026-11-23', locked: false, published: 'no', note: '', site: null, version: 1, away: [],
  from: at('2026-11-23T09:00'), to: at('2026-11-23T17:00'),
  parts: [
    { id: 'l', kind: 'lunch', name: '', fixed: false, from: at('2026-11-23T12:00'), to: at('2026-11-23T13:00') },
    { id: 'm', kind: 'meeting', name: 'Point', fixed: true, from: at('2026-11-23T15:00'), to: at('2026-11-23T15:30') },
  ],
} // prettier-ignore

test('who is moved takes lunch along, and the meeting waits for nobody', () => {
  const later = retimed(bar, { from: bar.from + 3_600_000, to: bar.to + 3_600_000 })
  assert.deepEqual(later.parts.map(({ from }) => from), [at('2026-11-23T13:00'), at('2026-11-23T15:00')])
  assert.deepEqual(retimed(bar, { from: bar.from, to: at('2026-11-23T12:30') }).parts, [])
}) // prettier-ignore

test('lunch moved beyond the end of the shift stops at its end', () => {
  const moved = partMoved(bar, 'l', 99 * 3_600_000)
  assert.equal(moved.parts.find(({ id }) => id === 'l')!.to, bar.to)
})

test('who is at lunch, in a meeting or away covers nothing', () => {
  assert.deepEqual(
    atWork({ ...bar, away: [{ from: at('2026-11-23T16:00'), to: at('2026-11-23T18:00') }] }).map(({ from, to }) => (to - from) / 3_600_000),
    [3, 2, 0.5],
  )
}) // prettier-ignore

test('what a drag takes from one hour it gives to another, and half a quarter counts half', () => {
  const window = { from: at('2026-11-23T00:00'), step: 900_000 }
  const [bare, after] = [{ ...bar, parts: [] }, { ...retimed(bar, { from: bar.from + 450_000, to: bar.to + 450_000 }), parts: [] }]
  assert.deepEqual([...difference(window, bare, after)], [[36, -0.5], [68, 0.5]]) // prettier-ignore
  const two = Array.from({ length: 96 }, () => 2)
  const covered = coveredOf({ from: new Date(window.from).toISOString(), interval_min: 15, groups: [{ group: '', label: '', need: two, present: two }], beside: [], kinds: [{ serves: [0], present: two }], kind_of: { p: 0 } })
  const felt = feltBy(covered, [{ before: bare, after }], () => [])
  assert.deepEqual([felt.less, felt.more, felt.present.get('')?.[36]], [0, 7.5, 1.5])
  assert.deepEqual(feltBy(covered, [{ before: bar, after: bar }], () => []).present.get(''), two)
}) // prettier-ignore

test('of a drag only the quarters of an hour are counted whose people changed since it began, each once however often it passes', () => {
  const window = { from: at('2026-11-23T00:00'), step: 900_000 }
  const two = Array.from({ length: 96 }, () => 2)
  const counted: number[] = []
  const covered = {
    ...coveredOf({ from: new Date(window.from).toISOString(), interval_min: 15, groups: [{ group: '', label: '', need: two, present: two }], beside: [], kinds: [{ serves: [0], present: two }], kind_of: { p: 0 } }),
    levels: triedLevels({ kinds: [two], needs: [two], stand: (here) => (counted.push(here[0]!), Float64Array.from(here)) }),
  }
  const bare = { ...bar, parts: [] }
  const drag = (quarters: number): number => {
    const before = counted.length
    feltBy(covered, [{ before: bare, after: retimed(bare, { from: bare.from + quarters * 900_000, to: bare.to + quarters * 900_000 }) }], () => [])
    return counted.length - before
  }
  assert.deepEqual([1, 2, 3, 2, 0, 1].map(drag), [2, 2, 2, 0, 0, 0]) // one quarter left at the beginning, one more at the end
  assert.deepEqual(counted, [1, 3, 1, 3, 1, 3])
}) // prettier-ignore

test('a shift that is nobody’s covers nothing until it is somebody’s', () => {
  const window = { from: at('2026-11-23T00:00'), step: 900_000 }
  const gained = [...difference(window, { ...bar, person: null }, bar).values()].reduce((sum, share) => sum + share, 0)
  assert.equal(gained, 26) // 8 h less lunch and meeting
})

test('a move that helps one hour and hurts another says both, not that nothing changed', () => {
  const effect = { group: '', label: '', from: '2026-11-23T08:00:00Z', interval_min: 15, need: [2, 2, 2, 1], before: [1, 2, 2, 3], after: [2, 1.5, 2, 2], missing_before_min: 15, missing_after_min: 7.5 }
  assert.deepEqual(turnOf([effect]), { less: 15, more: 7.5 })
}) // prettier-ignore
