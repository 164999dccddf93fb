import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startJobs } from '#base/jobs'
import { agentsFor } from '../engine/index.ts'
import { shownReckoning } from '../reckoning/show.ts'
import { openStage } from '../stage.ts'
import { between, testFloor, type TestFloor } from '../test-floor.ts'
import { requirementsFor } from './requirements-for.ts'

const monday = { from: '2026-03-23T00:00:00+01:00', to: '2026-03-24T00:00:00+01:00' }
const calls = (queue: string, contacts: number) => ({
  queue,
  channel: 'phone',
  per_quarter: between(9, 12, contacts),
  handling_s: 240,
  patience_s: 180,
})

// One is reckoned at a time, whoever asked: what others left waits with ours for its turn.
const MOST_TURNS = 10

async function settle(floor: TestFloor): Promise<void> {
  const stage = openStage()
  const jobs = startJobs(floor.open, stage.workers)
  for (let turn = 0; turn < MOST_TURNS && !(await floor.work(shownReckoning))?.ended_at; turn++) {
    floor.clock.advance({ seconds: 10 })
    await jobs.settled()
  }
  await stage.stop()
  await jobs.stop()
}

test('two queues for the same people take fewer together than apart, once that has been simulated', async () => {
  const floor = await testFloor({ queues: [{ key: 'sales', takes: { priorities: ['high'] } }, { key: 'support' }] })
  await floor.publish([calls('sales', 10), calls('support', 10)], 2)
  const ask = () => floor.work((work) => requirementsFor(work, { ...monday, figures: true }), floor.flow)
  const [before] = (await ask()).groups
  assert.equal(before?.how, 'bounds')
  assert.equal(before.stale, true)
  await settle(floor)
  const needs = await ask()
  const [after] = needs.groups
  assert.equal(after?.how, 'simulation')
  assert.equal(after.stale, false)
  const noon = 4 * 10
  assert.ok(after.need[noon]! < before.need[noon]!)
  const together = agentsFor(
    { calls_per_hour: 80, handling_s: 240, patience: 180 },
    { formula: 'answered_within_of_offered', share: 0.8, within_s: 20 },
  )
  assert.ok(Math.abs(after.need[noon]! - together!) <= 1, 'where everybody can do everything it is Erlang A')
  assert.equal(after.by_kind?.[0]?.[noon], after.need[noon])
  const { one_less, reached } = after.figures!
  assert.ok(one_less[noon]!.service_level! < reached[noon]!.service_level!)
})
