import assert from 'node:assert/strict'
import { test } from 'node:test'
import { followed, type StreamDay } from './again.ts'
import { linesOf, type GroupDay } from './lines.ts'

const QUARTER = 900_000
const COUNT = 96
const line = (of: (at: number) => number): number[] => Array.from({ length: COUNT }, (_, at) => of(at))
const stream = (more: Partial<StreamDay> = {}): StreamDay => {
  const mean = line((at) => (at >= 32 && at < 72 ? 10 : 0))
  const p10 = mean.map((n) => n * 0.8)
  const p90 = mean.map((n) => n * 1.2)
  return { stream: 'calls|phone', deferred: false, mean, p10, p90, handling_s: line(() => 300), patience_s: 180, at_once: 1, spread: { day_cv: 0.1, dispersion: 1 }, arrived: [], told: mean.map(() => true), ...more }
} // prettier-ignore
const day = (streams: StreamDay[], now: number): GroupDay => ({
  from: 0, interval_ms: QUARTER, count: COUNT, now: now * QUARTER, counted_at: now * QUARTER, streams, aim: { within_s: 20, formula: 'service_level.offered.1', share: 0.8 },
  need: streams[0]!.told.map((told) => (told ? 4 : null)), planned: line(() => 5), here: line(() => 5), here_left: 5, so_far: { kept: 0, of: 0 }, reached: line(() => 0).map(() => null),
}) // prettier-ignore

test('where few were expected and many came, the day is forecast again all the same', () => {
  const few = stream({ mean: line((at) => (at >= 32 ? 1 : 0)), arrived: [...Array.from({ length: 32 }, () => 0), 16, 16, 16, 17] })
  const { factor, mean } = followed(few, 1)
  assert.ok(factor!.mean > 1.3, `${factor?.mean}`)
  assert.ok(mean[50]! > 1.3)
  assert.equal(followed({ ...few, arrived: [...Array.from({ length: 32 }, () => 0), 1, 1, 1, 1] }, 1).factor, null, 'four of four teach nothing yet')
}) // prettier-ignore

test('of the interval under way only what has passed was expected', () => {
  const begun = stream({ mean: line(() => 6), arrived: [1] })
  assert.equal(followed(begun, 0.2).factor, null)
  assert.notEqual(followed(begun, 1).factor, null)
})

test('a morning for which nothing had been forecast says nothing of the afternoon', () => {
  const told = line(() => 0).map((_, at) => at >= 48)
  const mean = line((at) => (at >= 48 && at < 72 ? 10 : 0)) // 0 before the publication: nothing was said
  const arrived = line(() => 10).slice(0, 54)
  const { factor } = followed(stream({ mean, told, arrived }), 1)
  assert.ok(Math.abs(factor!.mean - 1) < 1e-9, `${factor!.mean}`)
  assert.ok(
    followed(stream({ mean, arrived }), 1).factor!.mean > 1.5,
    'were the morning taken for a forecast of none, it would be',
  )
})

test('published at noon: before it neither forecast nor risk is 0, they are not known', () => {
  const told = line(() => 0).map((_, at) => at >= 48)
  const late = day([stream({ told, mean: stream().mean.map((n, at) => (told[at] ? n : 0)) })], 40)
  const { forecast, again, chance_below, level, occupancy, coming } = linesOf(late)
  for (const each of [
    forecast.mean,
    forecast.p10,
    forecast.p90,
    again.mean,
    again.p10,
    again.p90,
    chance_below,
    level,
    occupancy,
  ])
    assert.deepEqual([each[44], typeof each[50]], [null, 'number'])
  assert.deepEqual([forecast.mean[80], coming[0]!.at], [0, 48 * QUARTER], 'a forecast of none is a forecast')
  const both = linesOf(day([stream({ told }), stream({ stream: 'chat|chat' })], 40))
  assert.equal(typeof both.forecast.mean[44], 'number', 'one of two streams was forecast')
})

test('whoever is needed later is needed for what is expected now, and what was needed stays as it was reckoned', () => {
  const arrived = [...line(() => 0).slice(0, 32), ...Array.from({ length: 16 }, () => 20)] // twice as many as forecast
  const { need, factor } = linesOf(day([stream({ arrived })], 48))
  assert.ok(factor!.mean > 1.4)
  assert.equal(need[40], 4)
  assert.ok(need[50]! >= 6 && need[50]! <= 8, `${need[50]}`)
  assert.equal(need[80], 4, 'nobody comes then: as it was reckoned')
  assert.deepEqual(linesOf(day([stream()], 48)).need, day([stream()], 48).need, 'nothing learnt, nothing changed')
})

test('who came late to the quarter of an hour under way is there for the rest of it: no alarm about the minutes that are over', () => {
  const now = 48.6
  const calm = stream({ mean: line(() => 6) })
  const empty = { ...day([calm], now), here: line((at) => (at === 48 ? 1 : 5)) }
  const [here, gone] = [linesOf({ ...empty, here_left: 5 }), linesOf({ ...empty, here_left: 1 })]
  assert.ok(here.chance_below[48]! < 0.5 && gone.chance_below[48]! > 0.9, `${here.chance_below[48]} ${gone.chance_below[48]}`)
  assert.deepEqual([here.coming[0]!.missing, gone.coming[0]!.missing > 0], [0, true])
})
