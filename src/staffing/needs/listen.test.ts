import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as routing from '#routing'
import { startTail } from '#base/journal'
import { rulebookShape } from '#routing/contract'
import { needsChanged } from '../contract.ts'
import { readers } from '../listen.ts'
import { shownReckoning } from '../reckoning/show.ts'
import { between, testFloor } from '../test-floor.ts'

const calls = { queue: 'support', channel: 'phone', per_quarter: between(9, 12, 10), handling_s: 240, patience_s: 180 }

test('other rules are heard: whoever looks at the need is told, and what takes simulation is asked for once', async () => {
  const floor = await testFloor({ queues: [{ key: 'support' }] }, 3)
  const tail = await startTail(floor.open, readers)
  await tail.settled()
  assert.equal(await floor.work(shownReckoning), null, 'a house without a forecast needs nobody')
  await floor.publish([calls], 2)
  const document = rulebookShape.parse({ queues: [{ key: 'support' }, { key: 'ventes' }] })
  await floor.work((work) => routing.makeVersion(work, { title: 'Autres', in_force: true, document }))
  await tail.settled()
  await tail.stop()
  assert.ok((await floor.heard(needsChanged)).length >= 1)
  assert.equal((await floor.work(shownReckoning))?.ended_at, null)
})
