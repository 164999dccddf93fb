import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GroupNeed, Requirements, Target } from '../contract.ts'
import { isDense, mostUnderLabels } from './map/dense.ts'
import type { HeatRow } from './map/heat-map.tsx'
import { step } from './map/walk.ts'
import { whyAt } from './map/why.ts'
import { dayAfter, mondayOf, spanOfWeek, weekDrawn, weekToOpen } from './map/week.ts'
import { speedOf, withAtOnce, withSpeed } from './speeds.ts'
import { asFormula, emptyDocument, isSame, onTop, withAim, withPart, withShrinkage } from './targets/edit.ts'
import { searchOf, triedOf, usualTry, type Tried } from './what-if/address.ts'
import { tryIt } from './what-if/try-it.ts'

const cell = { text: '1', said: '', heat: 1 }
const rows: HeatRow[] = [
  { key: 'a', label: 'a', cells: [cell, null, cell] },
  { key: 'b', label: 'b', cells: [cell, cell, cell] },
]

test('arrows walk the map, over an hour that is not there; turned on a phone they walk as one sees it', () => {
  const across = { rows, turned: false }
  assert.deepEqual(step('ArrowRight', { row: 0, column: 0 }, across), { row: 0, column: 2 })
  assert.equal(step('ArrowUp', { row: 1, column: 1 }, across), null, 'there is no such hour above')
  assert.deepEqual(step('End', { row: 1, column: 0 }, across), { row: 1, column: 2 })
  assert.equal(step('ArrowLeft', { row: 0, column: 0 }, across), null)
  assert.deepEqual(step('ArrowDown', { row: 1, column: 0 }, { rows, turned: true }), { row: 1, column: 1 })
  assert.equal(step('a', { row: 0, column: 0 }, across), null)
})

test('where a quarter of an hour is too narrow for its number, the most of each hour is written', () => {
  const labels = ['8 h', null, null, null, '9 h', null]
  assert.deepEqual(
    mostUnderLabels(labels, ['3', '12', '', '4', '', '']),
    ['12', '', '', '', '', ''],
    'and nothing for a closed hour',
  )
  assert.ok(
    isDense(Array.from({ length: 96 })) && !isDense(Array.from({ length: 48 })),
    'a day round the clock, not twelve hours',
  )
})

test('a week is drawn by the clock of the centre, also when an hour is left out of it', () => {
  assert.equal(mondayOf('2026-03-29'), '2026-03-23')
  assert.equal(dayAfter('2026-03-31', 1), '2026-04-01')
  assert.deepEqual(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(weekToOpen), ['2026-11-16', '2026-11-23', '2026-11-23', '2026-11-23']) // prettier-ignore
  const { from, to } = spanOfWeek('2026-03-23')
  const count = (Date.parse(to) - Date.parse(from)) / 900_000
  const needs = { from, to, interval_min: 15, zone: 'Europe/Paris' } as Requirements // no more is looked at
  const group = { need: Array.from({ length: count }, () => 2), loads: [] } as unknown as GroupNeed // likewise
  const { days } = weekDrawn(needs, [group], '2026-03-23')
  assert.deepEqual(days.map(({ places }) => places.length), [96, 96, 96, 96, 96, 96, 92]) // prettier-ignore
  const sunday = days[6]!.places
  assert.ok(!sunday.some(({ minute }) => minute >= 120 && minute < 180), 'from two to three there is no hour')
})

test('what is tried is reckoned in the browser, and nonsense in an address is the usual', () => {
  assert.equal(tryIt(usualTry)?.people, 10)
  assert.deepEqual(triedOf({ calls: 'x', share: '7', patience: 'never', at_once: '2.4' }), { ...usualTry, target: { ...usualTry.target, share: 0.999 }, patience_s: null, chats: { at_once: 2 } }) // prettier-ignore
  assert.equal(tryIt({ ...usualTry, calls: 0 })?.people, 0)
  assert.equal(tryIt({ ...usualTry, calls: 100_000, handling_s: 3_600 }), null, 'too much for somebody’s browser')
  const busy = tryIt({ ...usualTry, patience_s: null, calls: 600 })
  assert.ok(busy?.points.every(({ figures }) => figures.occupancy !== null && !Number.isNaN(figures.occupancy)))
})

test('a target in another formula keeps what it can of the wish', () => {
  const level = { formula: 'answered_within_of_offered', share: 0.9, within_s: 30 } as const
  assert.deepEqual(asFormula(level, 'answered_within_of_answered'), { ...level, formula: 'answered_within_of_answered' })
  assert.deepEqual(asFormula(level, 'wait_mean'), { formula: 'wait_mean', most_s: 30 })
  const everywhere = { queue: null, site: null, parts: [] }
  const once = withShrinkage(emptyDocument, withPart(everywhere, 'breaks', 0.05))
  assert.deepEqual(withShrinkage(once, withPart(once.shrinkage[0]!, 'breaks', 0.07)).shrinkage, [{ ...everywhere, parts: [{ kind: 'breaks', share: 0.07 }] }]) // prettier-ignore
})

test('what is tried comes back from its address as it was, whatever the target', () => {
  const tries: Tried[] = [
    usualTry,
    { ...usualTry, patience_s: null, lines: 14, target: { formula: 'blocked', most_share: 0.01 } },
    { ...usualTry, chats: { at_once: 3, speeds: [1, 0.8, 0.65] }, target: { formula: 'wait_p95', most_s: 45 } },
  ]
  for (const tried of tries) assert.deepEqual(triedOf(searchOf(tried)), tried)
  assert.deepEqual(triedOf({ formula: 'nonsense', speeds: '1_0', at_once: '2' }), { ...usualTry, chats: { at_once: 2 } })
})

test('chats go on as fast as one says, and one window more makes nobody faster', () => {
  assert.deepEqual([1, 2, 3].map((count) => speedOf({ at_once: 3 }, count)), [1, 1 / 2, 1 / 3]) // prettier-ignore
  const said = withSpeed({ at_once: 2 }, 2, 0.8)
  assert.deepEqual(said, { at_once: 2, speeds: [1, 0.8] })
  assert.deepEqual(withSpeed({ at_once: 4 }, 2, 0.8), { at_once: 4, speeds: [1, 0.8, 1.6 / 3, 0.4] })
  assert.deepEqual(withSpeed({ at_once: 3, speeds: [1, 0.8, 0.65] }, 2, 0.7), { at_once: 3, speeds: [1, 0.7, 0.65] })
  assert.deepEqual(withAtOnce(said, 4), { at_once: 4, speeds: [1, 0.8, 1.6 / 3, 0.4] })
  assert.deepEqual(withAtOnce(said, 1), { at_once: 1, speeds: [1] })
})

test('what two people change at the same time is put together; where both changed the same, mine stands', () => {
  const aim = (queue: string, fewest: number) => ({ queue, channel: 'phone', targets: [], due_within_s: null, fewest, handling_s: null, patience_s: null, chats: null, lines: null }) // prettier-ignore
  const begun = withAim(withAim(emptyDocument, aim('a', 1)), aim('b', 1))
  const theirs = { ...withAim(withAim(begun, aim('a', 5)), aim('c', 2)), occupancy_most: 0.8 }
  const mine = withShrinkage(withAim({ ...begun, streams: begun.streams.filter(({ queue }) => queue !== 'b') }, aim('a', 3)), { queue: null, site: null, parts: [] }) // prettier-ignore
  const both = onTop({ begun, theirs, mine })
  assert.deepEqual(Object.fromEntries(both.streams.map(({ queue, fewest }) => [queue, fewest])), { a: 3, c: 2 })
  assert.deepEqual([both.occupancy_most, both.shrinkage.length], [0.8, 1])
  assert.ok(isSame(onTop({ begun, theirs, mine: begun }), theirs) && !isSame(begun, mine))
  assert.ok(isSame(begun, { ...begun, streams: begun.streams.toReversed() }), 'in another order they are the same')
})

test('of two targets of the same formula the one is named that takes more people', () => {
  const easy: Target = { formula: 'answered_within_of_offered', share: 0.5, within_s: 60 }
  const hard: Target = { formula: 'answered_within_of_offered', share: 0.99, within_s: 5 }
  const aim = { deferred: false, targets: [easy, hard], chats: null, lines: null }
  const load = { stream: 'a|phone', aim, mean: [30], p90: [40], handling_s: [200], patience_s: 120 }
  const need = { need: [12], need_instant: [12], need_p90: [14], scheduled: [12], busy: [6.7], decided_by: [0], reasons: [{ stream: 'a|phone', formula: hard.formula }], loads: [load], figures: null } // prettier-ignore
  assert.deepEqual(whyAt(need as unknown as GroupNeed, 0, { interval_min: 15, day: [0] }).target, hard) // no more is looked at
})
