import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AdjustmentId } from '../contract.ts'
import { errorsOf } from './accuracy.ts'
import { adjust, type Adjusting, type Figures } from './adjust.ts'
import { fold } from './fold.ts'
import { inForce } from './in-force.ts'
import { instantOf, quarterOf } from './quarters.ts'
import { closedIn, hoursOf } from '../history/hours.ts'
import { whenOpen } from '../runs/when-open.ts'

const figures = (mean: readonly number[]): Figures => ({
  from: 0, mean: Float64Array.from(mean), p10: Float64Array.from(mean, (value) => value * 0.8), p90: Float64Array.from(mean, (value) => value * 1.3),
  handling_s: new Float64Array(mean.length).fill(300), patience_s: 120,
}) // prettier-ignore
const said = (of: Partial<Adjusting>): Adjusting => ({
  id: '' as AdjustmentId,
  from: 0,
  to: 4,
  of: 'arrivals',
  how: 'times',
  amount: 1,
  ...of,
}) // its id says nothing here
const sum = (column: Float64Array): number => column.reduce((total, value) => total + value, 0)

test('what is added or set over a range keeps the shape of the forecast; where it expects nobody it is spread evenly', () => {
  const one = figures([10, 20, 30, 40])
  adjust(one, [said({ how: 'add', amount: 100 }), said({ how: 'set', amount: 20, from: 2, to: 4 })])
  assert.deepEqual([...one.mean].map(Math.round), [20, 40, 9, 11])
  const empty = figures([0, 0])
  adjust(empty, [said({ how: 'set', amount: 8 })])
  assert.deepEqual([...empty.mean], [4, 4])
  assert.ok(empty.p10[0]! < 4 && empty.p90[0]! > 4)
})

test('adjustments are applied in the order they were made, handling and patience apart', () => {
  const [first, second] = [figures([100]), figures([100])]
  adjust(first, [said({ how: 'times', amount: 2, to: 1 }), said({ how: 'add', amount: 10, to: 1 })])
  adjust(second, [said({ how: 'add', amount: 10, to: 1 }), said({ how: 'times', amount: 2, to: 1 })])
  assert.deepEqual([first.mean[0], second.mean[0]], [210, 220])
  adjust(first, [
    said({ of: 'handling', how: 'times', amount: 1.5, to: 1 }),
    said({ of: 'patience', how: 'set', amount: 60, to: 1 }),
  ])
  assert.deepEqual([first.handling_s[0], first.patience_s, first.mean[0]], [450, 60, 210])
})

test('however people adjust, no figure is negative or no number, and bounds stay around the mean', () => {
  const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  const one = fc.record({
    from: fc.integer({ min: -3, max: 9 }),
    to: fc.integer({ min: -3, max: 9 }),
    how: fc.constantFrom('add' as const, 'times' as const, 'set' as const),
    amount,
    of: fc.constantFrom('arrivals' as const, 'handling' as const),
  })
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 8 }),
      fc.array(one, { maxLength: 6 }),
      (mean, made) => {
        const adjusted = figures(mean)
        adjust(adjusted, made.map((each) => said({ ...each, amount: each.how === 'add' ? each.amount : Math.abs(each.amount) % 20 }))) // prettier-ignore
        for (const i of mean.keys()) {
          assert.ok(adjusted.mean[i]! >= 0 && Number.isFinite(adjusted.mean[i]))
          assert.ok(adjusted.p10[i]! <= adjusted.mean[i]! + 1e-6 && adjusted.p90[i]! >= adjusted.mean[i]! - 1e-6)
          assert.ok(adjusted.handling_s[i]! >= 1)
        }
      },
    ),
  )
})

test('a wider interval expects the sum; what strays together adds up, what strays apart does not', () => {
  const four = figures([10, 10, 10, 10])
  const apart = fold(four, { day_cv: 0 }, 4)
  const together = fold(four, { day_cv: 10 }, 4)
  assert.deepEqual([apart.mean, together.mean], [[40], [40]])
  assert.deepEqual([apart.p90, together.p90], [[46], [52]])
  assert.equal(fold(figures([10, NaN]), { day_cv: 0 }, 2).mean[0], null)
  assert.equal(sum(four.mean), 40)
})

test('of what was published the latest that is valid counts, moment by moment', () => {
  const published = [{ name: 'newest', from: 20, to: 40 }, { name: 'newer', from: 5, to: 25 }, { name: 'old', from: 0, to: 30 }] // prettier-ignore
  assert.deepEqual(inForce(published, { from: 0, to: 50 }).map(({ from, to, of }) => [from, to, of.name]), [[0, 5, 'old'], [5, 20, 'newer'], [20, 40, 'newest']]) // prettier-ignore
})

test('the error is weighted by what came, knows its direction, and is none where nobody came', () => {
  const of = (came: (number | null)[], mean: number[]) => errorsOf({ came, mean, p10: mean, p90: mean })
  assert.deepEqual(of([10, 30, null], [14, 26, 5]), { intervals: 2, came: 40, wape: 0.2, bias: 0, within: 0 })
  assert.equal(of([10, 10], [12, 12]).bias, 0.2)
  assert.equal(of([0, 0], [1, 1]).wape, null)
})

test('nights in which nobody was expected and nobody came do not make the bounds look right', () => {
  const night = Array<number>(8).fill(0)
  const judged = errorsOf({ came: [...night, 9, 20], mean: [...night, 8, 8], p10: [...night, 5, 5], p90: [...night, 12, 12] })
  assert.equal(judged.within, 0.5)
  assert.equal(errorsOf({ came: night, mean: night, p10: night, p90: night }).within, null)
})

test('while a queue is closed nobody is forecast: by night, on a holiday, but not on a day that has hours of its own', () => {
  const hours = {
    zone: 'Europe/Paris', weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 545, closes_minute: 18 * 60 })), holidays: 'FR' as const, good_friday: false,
    exceptions: [{ day: '2026-12-20', name: 'Avant Noël', ranges: [{ opens_minute: 600, closes_minute: 720 }] }],
  } // prettier-ignore
  const span = { from: quarterOf(Temporal.Instant.from('2026-12-18T23:00:00Z')), to: quarterOf(Temporal.Instant.from('2026-12-25T23:00:00Z')) } // prettier-ignore
  const closed = closedIn(hours, span)
  const intervals = Array.from({ length: span.to - span.from }, (_, i) => ({ at: instantOf(span.from + i).toString(), mean: 4, p10: 2, p50: 4, p90: 7, quantiles: { 0.9: 7 }, handled_s: 300, open: true })) // prettier-ignore
  const told = whenOpen({ intervals }, closed).intervals
  const mean = (at: string) => told.find((each) => each.at === at)?.mean
  assert.deepEqual([mean('2026-12-19T10:00:00Z'), mean('2026-12-20T09:00:00Z'), mean('2026-12-20T11:00:00Z')], [0, 4, 0])
  assert.deepEqual([mean('2026-12-21T07:45:00Z'), mean('2026-12-21T08:00:00Z'), mean('2026-12-21T16:45:00Z'), mean('2026-12-21T17:00:00Z')], [0, 4, 4, 0]) // prettier-ignore
  assert.equal(mean('2026-12-25T10:00:00Z'), 0, 'Christmas')
  assert.deepEqual([told[0]!.p90, told[0]!.handled_s], [0, 300])
  assert.equal(told.filter(({ mean: m }) => m > 0).length, 4 * 36 + 8)
  const letters = { queue: 'a', channel: 'email' }
  const kept = { queues: [{ key: 'a', hours: { kind: 'weekly' as const, zone: 'Europe/Paris', ranges: hours.weekly } }], calendars: [] } // prettier-ignore
  assert.deepEqual([hoursOf(letters, kept), hoursOf({ ...letters, channel: 'phone' }, kept)?.zone], [null, 'Europe/Paris'], 'who writes may write by night') // prettier-ignore
})
