import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agentsFor } from '../engine/index.ts'
import { between, testFloor } from '../test-floor.ts'
import { requirementsFor } from './requirements-for.ts'

const monday = { from: '2026-03-23T00:00:00+01:00', to: '2026-03-24T00:00:00+01:00' }
const calls = { queue: 'support', channel: 'phone', per_quarter: between(9, 17, 25), handling_s: 300, patience_s: 180 }

test('a queue of calls takes as many people as Erlang A says for the aim of the rules, and one fewer misses it', async () => {
  const floor = await testFloor({ queues: [{ key: 'support', name: 'Support', aim: { share: 0.8, within_s: 20 } }] })
  await floor.publish([calls])
  const needs = await floor.work((work) => requirementsFor(work, { ...monday, figures: true }), floor.flow)
  const [group] = needs.groups
  assert.ok(group)
  const noon = 4 * 12
  const load = { calls_per_hour: 100, handling_s: 300, patience: 180 }
  assert.equal(group.need[noon], agentsFor(load, { formula: 'answered_within_of_offered', share: 0.8, within_s: 20 }))
  assert.equal(group.need[4 * 8], 0, 'nobody comes before nine')
  const { reached, one_less, at_p90 } = group.figures!
  assert.ok(reached[noon]!.service_level! >= 0.8)
  assert.ok(one_less[noon]!.service_level! < 0.8)
  assert.ok(at_p90[noon]!.service_level! < reached[noon]!.service_level!)
  assert.deepEqual(group.reasons[group.decided_by[noon]!], { stream: 'support|phone', formula: 'answered_within_of_offered' })
  assert.ok(group.need_p90[noon]! > group.need[noon]!)
})
