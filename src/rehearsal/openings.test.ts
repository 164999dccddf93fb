import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#base/test-database'
import { rulebookShape } from '#routing/contract'
import { openingsOf } from './runs/openings.ts'
import { simulated } from './worker/simulated.ts'

const from9to18 = { kind: 'weekly', zone: 'Europe/Paris', ranges: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 540, closes_minute: 1_080 })) } // prettier-ignore
const document = { queues: [{ key: 'calls', hours: from9to18, closed: { does: 'refuse' } }] }

test('the hours of a rulebook’s queue are those of the wall clock, through the night in which clocks go back', async () => {
  const house = await testHouse()
  const midnight_ms = Date.parse('2026-10-23T22:00:00Z') // Saturday the 24th in Paris; clocks go back on Sunday
  const until_ms = midnight_ms + 3 * 86_400_000
  const openings = await house.work((work) => openingsOf(work, rulebookShape.parse(document), { midnight_ms, until_ms }))
  assert.deepEqual(openings, { calls: [[2 * 86_400 + 3_600 + 9 * 3_600, 2 * 86_400 + 3_600 + 18 * 3_600]] }) // Monday, an hour later than by counting days
})

test('a queue that refuses what comes while it is closed refuses it in a rehearsal too', () => {
  const { report } = simulated(
    {
      days: 0.25,
      replications: 4,
      traffic: [{ name: 'calls', channel: 'phone', arrivals: { per_hour: 60 }, handling: 30 }],
      staff: [{ name: 'desk', count: 4 }],
      rulebook: document,
      openings: { calls: [[0, 10_800]] },
    },
    () => {},
  )
  const blocked = report.today.whole.blocked?.mean ?? 0
  assert.ok(blocked > 0.4 && blocked < 0.6, `half of the period it is closed, and ${blocked} are turned away`)
})
