import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ShrinkagePart } from '../contract.ts'
import { awayShare } from './away-share.ts'
import { formGroups } from './form-groups.ts'
import type { DayAsk } from './moments.ts'
import { openIn } from './open-intervals.ts'
import { pointsOf } from './points.ts'
import { scheduledFor, shrinkageAt, shrinkageOf } from './shrinkage.ts'

const share = (most: number) => fc.double({ min: 0, max: most, noNaN: true })

test('two reasons for not being there add up; breaks are taken by those who came', () => {
  assert.equal(shrinkageOf([]), 0)
  assert.ok(Math.abs(shrinkageOf([{ kind: 'leave', share: 0.1 }, { kind: 'absence', share: 0.05 }]) - 0.15) < 1e-12) // prettier-ignore
  assert.ok(Math.abs(shrinkageOf([{ kind: 'leave', share: 0.1 }, { kind: 'breaks', share: 0.1 }]) - 0.19) < 1e-12) // prettier-ignore
  assert.equal(scheduledFor(100, 0.3), 142.86, 'and not 130')
})

test('shrinkage is never less than its greatest part, nor more than all of them together', () => {
  fc.assert(
    fc.property(share(0.4), share(0.4), share(0.4), (leave, breaks, training) => {
      const parts: ShrinkagePart[] = [{ kind: 'leave', share: leave }, { kind: 'breaks', share: breaks }, { kind: 'training', share: training }] // prettier-ignore
      const all = shrinkageOf(parts)
      return all >= Math.max(leave, breaks, training) - 1e-12 && all <= leave + breaks + training + 1e-12 && all < 1
    }),
  )
})

test('what is said of a queue goes before its sites, and sites weigh by their people', () => {
  const said = [
    { queue: null, site: null, parts: [{ kind: 'leave' as const, share: 0.1 }] },
    { queue: null, site: 'lyon', parts: [{ kind: 'leave' as const, share: 0.3 }] },
    { queue: 'vip', site: null, parts: [] },
  ]
  const sites = new Map([['lyon', 5], [null, 15]]) // prettier-ignore
  assert.ok(Math.abs(shrinkageAt(said, { queues: ['support'], sites }).all - 0.15) < 1e-12)
  assert.equal(shrinkageAt(said, { queues: ['vip'], sites }).all, 0)
})

test('queues are one group when those who serve them are largely the same; one who can do everything does not join all', () => {
  const able = (...streams: string[]) => ({ streams: new Set(streams) })
  const served = [
    ...Array.from({ length: 9 }, (_, i) => ({ id: `a${i}`, ...able('a') })),
    ...Array.from({ length: 9 }, (_, i) => ({ id: `b${i}`, ...able('b', 'c') })),
    { id: 'chief', ...able('a', 'b', 'c') },
  ]
  const groups = formGroups(['a', 'b', 'c', 'nobody'], served)
  assert.deepEqual(groups.map(({ streams }) => streams), [['a'], ['b', 'c'], ['nobody']]) // prettier-ignore
  assert.deepEqual(groups[1]?.kinds, [{ streams: ['b', 'c'], people: 10 }])
  assert.deepEqual(groups[2]?.people, [])
})

test('an interval is open when it is at any moment', () => {
  const openings = [{ from_ms: 10, to_ms: 25 }, { from_ms: 40, to_ms: 50 }] // prettier-ignore
  assert.deepEqual(openIn(openings, { from_ms: 0, count: 6, step_ms: 10 }), [false, true, true, false, true, false])
})

test('who is away twice at a time is away once', () => {
  const at = (day: number) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: 24 * day })
  const away = [
    { person: 'a', starts_at: at(0), ends_at: at(4) },
    { person: 'a', starts_at: at(2), ends_at: at(5) },
    { person: 'b', starts_at: at(8), ends_at: at(20) },
  ]
  assert.equal(awayShare(away, { starts_at: at(0), ends_at: at(10), people: 2 }), 0.35)
})

const dayOf = (coming: readonly (readonly number[])[]): DayAsk => ({
  waiting: [],
  kinds: [],
  interval_min: 15,
  coming: coming.map((busy) => {
    const each = busy.map((people, stream) => ({ stream: String(stream), contacts_per_hour: people * 12, handling_s: 300, patience_s: null })) // prettier-ignore
    return { mean: each, p90: each }
  }),
})

test('a little of many queues is played as a little, not as people', () => {
  const { points } = pointsOf([dayOf([[3, 0.005, 0.005, 0.01, 0.002, 0.01]])])
  assert.ok(Math.abs(points[0]!.busy - 3.032) < 0.01, `${points[0]!.busy} busy people instead of 3.032`)
})

test('a week of a large queue and three small ones is played within a tenth of what comes', () => {
  const week = Array.from({ length: 400 }, (_, i) => {
    const much = 1 + 2 * Math.sin(i / 60) ** 2
    return [much, 0.03 * much * (1 + Math.sin(i)), 0.02 * much, 0.01 * much * (1 + Math.cos(i / 3))]
  })
  const ask = dayOf(week.map((busy) => busy.map((each) => each + 0.001)))
  const { points, placeOf } = pointsOf([ask])
  for (const { mean } of ask.coming) {
    const busy = mean.reduce((sum, { contacts_per_hour }) => sum + contacts_per_hour / 12, 0)
    assert.ok(Math.abs(points[placeOf(mean)]!.busy / busy - 1) < 0.1)
  }
})

test('however differently many small queues come together, they end in points', () => {
  const levels = [0.08, 0.18, 0.28, 0.38, 0.48]
  const all = levels.flatMap((a) => levels.flatMap((b) => levels.map((c) => [a, b, c])))
  const { points, placeOf } = pointsOf([dayOf(all)])
  assert.ok(points.length <= 64)
  assert.ok(all.every((busy) => placeOf(dayOf([busy]).coming[0]!.mean) >= 0))
})
