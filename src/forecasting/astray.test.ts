import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as routing from '#routing'
import { cancelJob } from '#base/jobs'
import { rulebookShape } from '#routing/contract'
import { adjustForecast } from './adjusted/adjust.ts'
import { astray } from './astray.ts'
import { overview } from './history/overview.ts'
import { wake } from './history/wake.ts'
import { startRun } from './runs/start.ts'
import { testPast } from './test-past.ts'

test('the doctor finds a forecast that never ends, a night without its timer, and an adjustment of a queue that is gone', async () => {
  const past = await testPast()
  const rules = async (key: string) => {
    const document = rulebookShape.parse({ queues: [{ key, name: key }] })
    await past.work((work) => routing.makeVersion(work, { title: key, in_force: true, document }))
  }
  await rules('support')
  await past.work(overview, past.flow)
  const hours = { from: '2026-11-18T08:00:00Z', to: '2026-11-18T10:00:00Z', stream: { queue: 'support', channel: 'phone' } }
  const wished = { ...hours, of: 'arrivals' as const, how: 'times' as const, amount: 1.1, reason: 'promotion' }
  await past.work((work) => adjustForecast(work, wished), past.flow)
  assert.deepEqual(await past.work(astray), [])
  await rules('ventes')
  await past.work(async (work) => await cancelJob(work, (await wake(work)).nightly))
  await past.work((work) => startRun(work, {}), past.flow)
  past.clock.advance({ hours: 4 })
  const found = await past.work(astray)
  assert.equal(found.length, 3, found.join())
  for (const [nth, what] of [
    /1 forecasts were asked for over 3 hours ago/,
    /every night and no timer/,
    /no longer have \(support\)/,
  ].entries())
    assert.match(found[nth]!, what)
})
