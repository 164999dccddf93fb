// Days of 23 and 25 hours, their first moment, a day on which nobody comes, and one for which nobody is planned.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DayBoard } from './contract.ts'
import { showBoard } from './board/board.ts'
import { follow } from './alerts/look.ts'
import { publishTestForecast } from './store/test-forecast.ts'
import { testDay, type TestDay } from './test-day.ts'

const crowd = (of: number) => ({ queue: 'calls', channel: 'phone', per_quarter: () => of, handling_s: 300, patience_s: 180 })
const board = (day: TestDay): Promise<DayBoard> => day.work((work) => showBoard(work, { group: 'calls' }), day.boss)

// What JSON makes of what is no number is null: only what may be null is.
function noNonsense({ lines, groups }: DayBoard): void {
  const all = [lines!.forecast, lines!.again.mean, lines!.again.p90, lines!.need, lines!.planned, lines!.here, lines!.level, lines!.chance_below, lines!.occupancy]
  for (const value of all.flat()) assert.ok(value === null || Number.isFinite(value), String(value))
  for (const { tonight } of groups) if (tonight) assert.ok(tonight.low <= tonight.mean && tonight.mean <= tonight.high && tonight.low >= 0 && tonight.high <= 1)
} // prettier-ignore

test('the night the clocks go back is drawn in a hundred quarters from its first moment on, the night they go forward in ninety-two', async () => {
  for (const [eve, midnight, day_of, quarters] of [['2026-10-24T12:00Z', '2026-10-24T22:00Z', '2026-10-25', 100], ['2026-03-28T12:00Z', '2026-03-28T23:00Z', '2026-03-29', 92]] as const) {
    const day = await testDay(2)
    day.clock.set(Temporal.Instant.from(eve).toString())
    await day.publishRules()
    await day.work((work) => publishTestForecast(work, [crowd(2)], 3))
    day.clock.set(Temporal.Instant.from(midnight).toString())
    await day.work(follow)
    await day.ring()
    const first = await board(day)
    assert.deepEqual([first.day, first.lines!.forecast.length, first.lines!.here.length], [day_of, quarters, quarters])
    assert.ok(first.lines!.forecast.every((n) => n === 2) && first.lines!.again.mean[0] !== null, 'the first interval is to come')
    noNonsense(first)
    day.clock.set(Temporal.Instant.from(midnight).add({ minutes: (quarters - 1) * 15 }).toString())
    const last = await board(day)
    assert.deepEqual([last.day, last.lines!.again.mean.filter((n) => n !== null).length], [day_of, 1])
    noNonsense(last)
  }
}) // prettier-ignore

test('where nobody comes there is no level to keep, and where nobody is planned nor here it is none of those who come', async () => {
  const day = await testDay(2)
  await day.publishRules()
  await day.forecast([crowd(0)])
  const empty = await board(day)
  assert.deepEqual([empty.state, empty.groups[0]!.tonight, empty.groups[0]!.alert], ['no_plan', null, null])
  noNonsense(empty)
  const alone = await testDay(2)
  await alone.publishRules()
  await alone.forecast([crowd(3)])
  const nobody = await board(alone)
  assert.deepEqual([nobody.state, nobody.groups[0]!.tonight!.mean], ['no_plan', 0])
  noNonsense(nobody)
})
