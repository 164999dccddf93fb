import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testFloor } from '../test-floor.ts'
import { groupsOf } from './form.ts'

test('of hundreds of queues for the same people the group has a key and a name that fit, and others have another', async () => {
  const floor = await testFloor(null, 2)
  const queues = (count: number) =>
    Array.from({ length: count }, (_, nth) => ({ queue: `service_client_${nth}`, channel: 'phone' }))
  const [many, more] = await floor.work(async (work) => [await groupsOf(work, queues(300)), await groupsOf(work, queues(301))])
  assert.equal(many!.length, 1)
  const [again] = await floor.work((work) => groupsOf(work, queues(300).toReversed()))
  assert.equal(again!.group, many![0]!.group, 'however they were read')
  assert.ok(many![0]!.group.length < 200, many![0]!.group)
  assert.notEqual(many![0]!.group, more![0]!.group)
  assert.equal(many![0]!.label, 'service_client_0 + service_client_1 + service_client_10 + 297')
  assert.equal(many![0]!.queues.length, 300)
})
