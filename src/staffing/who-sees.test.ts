import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as routing from '#routing'
import { roles } from '#access/contract'
import { actorNames, readsOf, routeOf, seenBy, testActors } from '#base/test-who-sees'
import { rulebookShape } from '#routing/contract'
import { targetsDocumentShape } from './contract.ts'
import { routes } from './routes.ts'
import { changeTargets } from './targets/change.ts'
import { insertTestBrand } from './store/test-forecast.ts'
import { between, testFloor } from './test-floor.ts'

const [OURS, THEIRS] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b']
const TEAM = '00000000-0000-7000-8000-00000000000c'

// A queue of each of two brands, each for people of its own; targets and shrinkage of both.
async function plantedFloor() {
  const of = (key: string, brand: string) => ({ key, name: key, takes: { brands: [brand] }, who: { people: 'named' as const } })
  const floor = await testFloor(null, 2)
  await floor.work(async (work) => {
    for (const [id, name] of [[OURS, 'Nordique'], [THEIRS, 'Helvète']] as const) await insertTestBrand(work, { id, name }) // prettier-ignore
    for (const [nth, queue] of ['ours', 'theirs'].entries())
      await routing.setAbility(work, { person: floor.people[nth]!, version: 0, queues: { ours: 0, theirs: 0, [queue]: 3 } })
    const document = rulebookShape.parse({ queues: [of('ours', OURS), of('theirs', THEIRS)] })
    await routing.makeVersion(work, { title: 'Règles', in_force: true, document })
  })
  const calls = (queue: string) => ({
    queue,
    channel: 'phone',
    per_quarter: between(9, 12, 10),
    handling_s: 240,
    patience_s: 180,
  })
  await floor.publish([calls('ours'), calls('theirs')], 2)
  const document = targetsDocumentShape.parse({
    streams: ['ours', 'theirs'].map((queue) => ({ queue, channel: 'phone', fewest: 2 })),
    shrinkage: [{ queue: 'theirs', parts: [{ kind: 'leave', share: 0.1 }] }],
  })
  await floor.work((work) => changeTargets(work, { version: 0, note: 'pour theirs', document }), floor.flow)
  return floor
}

// By the house and the manager of a team (queues are of no team) · by the manager of a brand.
const asks: Record<string, [object, string, string]> = {
  'GET /api/v1/staffing/requirements': [{ from: '2026-03-23T00:00:00Z', to: '2026-03-24T00:00:00Z' }, 'ours theirs', 'ours'],
  'GET /api/v1/staffing/groups': [{}, 'ours theirs', 'ours'],
  'GET /api/v1/staffing/targets': [{}, 'ours theirs', 'ours'],
  'GET /api/v1/staffing/targets/versions': [{ limit: 10 }, 'ours theirs', 'ours'],
}

test('a client of one brand reads the need and the targets of that brand’s queues, and nothing of the others; only who runs the house changes them', async () => {
  const floor = await plantedFloor()
  const actors = testActors(roles, { team: TEAM, brand: OURS })
  const [told, wanted]: Record<string, string[]>[] = [{}, {}]
  for (const [address, [input, house, brand]] of Object.entries(asks)) {
    told![address] = []
    for (const name of actorNames)
      told![address].push(await seenBy(floor, routeOf(routes, address), { actor: actors[name], input, marks: { ours: 'ours', theirs: 'theirs' } })) // prettier-ignore
    wanted![address] = [house, house, house, brand, 'refused', 'refused', house] // in the order of their names
  }
  assert.deepEqual(told, wanted)
  assert.deepEqual(readsOf(routes, 'workforce.read').filter((address) => !(address in wanted!)), []) // prettier-ignore
  const planner = { ...floor.flow, scope: { teams: [TEAM], brands: null } } as typeof floor.flow
  for (const address of readsOf(routes, 'workforce.manage'))
    for (const actor of [planner, actors.manager_of_brand, actors.manager_of_team])
      assert.equal(await seenBy(floor, routeOf(routes, address), { actor, input: { version: 1, document: {} }, marks: {} }), 'refused', address) // prettier-ignore
})
