import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from '#base/refusal'
import type { Actor } from '#base/contract'
import { targetsChanged, targetsDocumentShape, type TargetsDocument } from '../contract.ts'
import { requirementsFor } from '../needs/requirements-for.ts'
import { between, testFloor, type TestFloor } from '../test-floor.ts'
import { reckonAgain } from '../reckoning/show.ts'
import { changeTargets } from './change.ts'
import { listVersions, showTargets } from './show.ts'

const monday = { from: '2026-03-23T00:00:00+01:00', to: '2026-03-24T00:00:00+01:00' }
const noon = 4 * 12
const support = { queue: 'support', channel: 'phone' }
const calls = { ...support, per_quarter: between(9, 17, 25), handling_s: 300, patience_s: 180 }

async function floorOfOne(): Promise<TestFloor> {
  const floor = await testFloor({ queues: [{ key: 'support', name: 'Support', aim: { share: 0.8, within_s: 20 } }] }, 3)
  await floor.publish([calls], 2)
  return floor
}

const put = (floor: TestFloor, version: number, document: object) => putAs(floor, version, { document, note: '' })
const putAs = (floor: TestFloor, version: number, { document, note }: { document: object; note: string }) =>
  floor.work((work) => changeTargets(work, { version, note, document: targetsDocumentShape.parse(document) }), floor.flow)
const needs = async (floor: TestFloor) => (await floor.work((work) => requirementsFor(work, monday), floor.flow)).groups[0]!
const refused = (code: string) => (error: unknown): boolean => error instanceof Refused && error.refusal.code === code // prettier-ignore

test('what nobody set follows the rules; what is set is traced, and the need follows at once', async () => {
  const floor = await floorOfOne()
  const before = await floor.work(showTargets, floor.flow)
  assert.equal(before.version, 0)
  assert.equal(before.aims[0]?.said, 'rules')
  const asRuled = (await needs(floor)).need[noon]!
  const harder = { streams: [{ ...support, targets: [{ share: 0.95, within_s: 10 }] }] }
  const after = await putAs(floor, 0, { document: harder, note: 'Fêtes' })
  assert.equal(after.version, 1)
  assert.deepEqual([after.aims[0]?.said, after.current?.note, after.current?.made_by.name], ['targets', 'Fêtes', 'Agent 01'])
  assert.ok((await needs(floor)).need[noon]! > asRuled)
  assert.deepEqual(await floor.heard(targetsChanged), [{ number: 1 }])
  await putAs(floor, 1, { document: {}, note: 'Retour' })
  assert.equal((await needs(floor)).need[noon], asRuled)
  const versions = await floor.work((work) => listVersions(work, { limit: 10 }), floor.flow)
  assert.deepEqual(versions.items.map(({ note }) => note), ['Retour', 'Fêtes']) // prettier-ignore
})

test('two who edit the same targets: the second is shown what the first has made of them', async () => {
  const floor = await floorOfOne()
  await put(floor, 0, { occupancy_most: 0.8 })
  await assert.rejects(put(floor, 0, { occupancy_most: 0.7 }), (error: unknown) => {
    assert.ok(refused('stale')(error))
    const { current } = (error as Refused).details as { current: { current: { document: TargetsDocument } } } // as stale has it
    return current.current.document.occupancy_most === 0.8
  })
})

test('targets that cannot be meant are refused: of no queue, twice the same, nobody left', async () => {
  const floor = await floorOfOne()
  await assert.rejects(put(floor, 0, { streams: [{ queue: 'ventes', channel: 'phone' }] }), refused('staffing.unknown_queue'))
  await assert.rejects(put(floor, 0, { streams: [support, support] }), refused('staffing.stream_twice'))
  const parts = [{ kind: 'leave', share: 0.8 }, { kind: 'breaks', share: 0.6 }] // prettier-ignore
  await assert.rejects(put(floor, 0, { shrinkage: [{ parts }] }), refused('staffing.nobody_left'))
  await assert.rejects(put(floor, 0, { shrinkage: [{ parts: [] }, { parts: [] }] }), refused('staffing.shrinkage_twice'))
  const agent: Actor = { kind: 'person', id: floor.people[1]!, permissions: new Set(['workforce.read']), scope: { teams: null, brands: null } } // prettier-ignore
  const given = { version: 0, note: '', document: targetsDocumentShape.parse({}) }
  await assert.rejects(floor.work((work) => changeTargets(work, given), agent), refused('not_allowed')) // prettier-ignore
  const ofOneBrand = {
    ...agent,
    permissions: new Set(['workforce.manage']),
    scope: { teams: null, brands: ['01a1f82f-1e80-7001-bf00-41957c1181f4'] },
  }
  await assert.rejects(
    floor.work((work) => changeTargets(work, given), ofOneBrand),
    refused('not_allowed'),
  )
  await assert.rejects(
    floor.work((work) => reckonAgain(work), ofOneBrand),
    refused('not_allowed'),
  )
})

test('a least number holds while the queue is open, and shrinkage divides what is seated', async () => {
  const floor = await floorOfOne()
  const parts = [{ kind: 'leave', share: 0.1 }, { kind: 'breaks', share: 0.1 }, { kind: 'late', share: 0.05 }] // prettier-ignore
  await put(floor, 0, { streams: [{ ...support, fewest: 30 }], shrinkage: [{ parts }] })
  const group = await needs(floor)
  assert.equal(group.need[noon], 30)
  assert.deepEqual(group.reasons[group.decided_by[noon]!], { stream: null, formula: 'fewest' })
  assert.ok(Math.abs(group.shrinkage - (1 - 0.9 * 0.85)) < 1e-9)
  assert.equal(group.scheduled[noon], 39.22, '30 ÷ (0.9 × 0.85)')
  assert.equal(group.to_plan[noon], 31.58, 'leave and breaks are in the plan: only lateness is not')
})
