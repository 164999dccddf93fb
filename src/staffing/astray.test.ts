import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as routing from '#routing'
import { rulebookShape } from '#routing/contract'
import { astray } from './astray.ts'
import { targetsDocumentShape } from './contract.ts'
import type { DayNeed } from './rules/day-need.ts'
import { askReckoning } from './reckoning/ask.ts'
import { putNeed } from './store/need.ts'
import { changeTargets } from './targets/change.ts'
import { between, testFloor } from './test-floor.ts'

test('the doctor finds targets of a queue that is gone, a need older than what it rests on, and a reckoning that never ends', async () => {
  const floor = await testFloor({ queues: [{ key: 'support' }] }, 2)
  const targets = (queue: string, version: number) =>
    floor.work((work) => {
      const document = targetsDocumentShape.parse({ streams: [{ queue, channel: 'phone', fewest: 2 }] })
      return changeTargets(work, { version, note: '', document })
    }, floor.flow)
  const lose = () => floor.work((work) => work.sql.run`delete from staffing.reckoning where tenant_id = ${work.tenant}`) // with the server that was to make it
  await targets('support', 0)
  await lose()
  await floor.work((work) =>
    putNeed(work, { group: 'support', day: '2026-03-24', basis: 'x', how: 'simulation', body: {} as DayNeed }),
  ) // its body is not looked at
  floor.clock.advance({ hours: 3 })
  assert.deepEqual(await floor.work(astray), [])
  await floor.publish([{ queue: 'support', channel: 'phone', per_quarter: between(9, 12, 10), handling_s: 240 }], 2)
  await targets('support', 1)
  const document = rulebookShape.parse({ queues: [{ key: 'ventes', name: 'Ventes' }] })
  await floor.work((work) => routing.makeVersion(work, { title: 'Autres', in_force: true, document }))
  await lose()
  floor.clock.advance({ hours: 3 })
  const before = await floor.work(astray)
  assert.match(before.join(), /no longer have \(support\).*the need of 1 days to come was simulated before/)
  await floor.work(askReckoning)
  floor.clock.advance({ hours: 3 })
  assert.match((await floor.work(astray))[0]!, /a reckoning was asked for over 2 hours ago/)
})
