import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GroupNeed, Requirements } from '../contract.ts'
import { isDense, mostUnderLabels } from './map/dense.ts'
import type { HeatRow } from './map/heat-map.tsx'
import { step } from './map/walk.ts'
import { dayAfter, mondayOf, spanOfWeek, weekDrawn } from './map/week.ts'
import { asFormula, emptyDocument, withPart, withShrinkage } from './targets/edit.ts'
import { triedOf, usualTry } from './what-if/address.ts'
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
  assert.deepEqual(triedOf({ calls: 'x', share: '7', patience: 'never', at_once: '2.4' }), { ...usualTry, share: 0.999, patience_s: null, at_once: 2 }) // prettier-ignore
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
