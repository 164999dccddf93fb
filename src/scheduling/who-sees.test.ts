import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import { roles } from '#access/contract'
import { actorNames, readsOf, routeOf, seenBy, testActors } from '#base/test-who-sees'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { addGathering } from './gatherings/gatherings.ts'
import { routes } from './routes.ts'
import { startRun } from './runs/start.ts'
import { offerSwap } from './swaps/swaps.ts'
import { writeContract, usualContract } from './terms/contracts.ts'
import { wish } from './terms/preferences.ts'
import { beginPlan } from './plans/begin.ts'
import { MONDAY, on, testCentre, ZONE } from './test-planned.ts'

// A plan for everybody who serves: Ana of the team, Berthe of another; both work, wish, sit in the training, offer a shift.
async function plantedCentre() {
  const centre = await testCentre(1)
  const { people, boss } = centre
  const house: Pick<typeof centre, 'work'> = centre
  const unique = newId(centre.clock.now()).slice(-12)
  const berthe = (await house.work((work) => staff.addPerson(work, { name: 'Berthe Voisin', email: `berthe-${unique}@centre.example`, language: 'fr', roles: ['agent'] }))).id
  const other = (await house.work((work) => staff.addTeam(work, { name: 'Ventes', manager_id: boss }))).id
  await house.work((work) => staff.joinTeam(work, { team: other, person: berthe }))
  const both = [people[0]!, berthe]
  const flow = centre.as(boss)
  const plan = await house.work((work) => beginPlan(work, { name: 'Tous', first_day: MONDAY, days: 7, zone: ZONE, interval_min: 15, teams: [], people: [] }), flow)
  const shifts = await Promise.all(both.map(async (person, nth) => await centre.add(plan.id, person, on(nth === 0 ? MONDAY : '2026-11-24'))))
  await house.work((work) => addGathering(work, { id: plan.id, kind: 'training', name: 'Produit', length_min: 30, people: both, together: false }), flow)
  const run = await house.work((work) => startRun(work, { id: plan.id, people: both, keep: 'locked', seconds: 1, gap: 0 }), flow)
  await centre.publish(plan.id)
  for (const [nth, person] of both.entries()) {
    await house.work((work) => wish(work, { kind: 'off', weekdays: ['friday'], day: null, weight: 3, from: null, until: null, note: '' }), centre.as(person))
    await house.work((work) => writeContract(work, { person, version: 0, from: MONDAY, until: null, terms: usualContract }), flow)
    await house.work((work) => offerSwap(work, { shift: shifts[nth]!.id, to: null, for_shift: null, note: '' }), centre.as(person))
  }
  return { ...centre, plan: plan.id, run: run.id, both, berthe, other, shifts }
} // prettier-ignore

type Planted = Awaited<ReturnType<typeof plantedCentre>>
const page = { limit: 50 }

const COVERAGE = 'GET /api/v1/plans/:id/coverage'

// What is asked of each verb; every one that takes the right to read is here, and those that take none but show others.
const asks = ({ plan, run, shifts, berthe }: Planted): Record<string, object> => ({
  'GET /api/v1/plan-runs/:id': { id: run },
  'GET /api/v1/planning-settings': {},
  'GET /api/v1/plans': page,
  'GET /api/v1/plans/:id': { id: plan },
  'GET /api/v1/plans/:id/board': { id: plan, days: 7, ...page },
  [COVERAGE]: { id: plan, days: 7 },
  'GET /api/v1/plans/:id/gatherings': { id: plan, ...page },
  'GET /api/v1/plans/:id/moves': { id: plan, ...page },
  'GET /api/v1/plans/:id/publications': { id: plan, ...page },
  'GET /api/v1/plans/:id/publications/:number': { id: plan, number: 1, ...page },
  'GET /api/v1/plans/:id/publication': { id: plan },
  'GET /api/v1/plans/:id/runs': { id: plan, ...page },
  'GET /api/v1/plans/:id/troubles': { id: plan },
  'GET /api/v1/shift-fairness': page,
  'GET /api/v1/shift-patterns': { ...page, retired: false },
  'GET /api/v1/shifts': { from: '2026-11-23T00:00:00Z', to: '2026-11-27T00:00:00Z' },
  'GET /api/v1/work-contracts': page,
  'POST /api/v1/plans/:id/trials': { id: plan, move: { do: 'remove', shift: shifts[1]!.id, version: shifts[1]!.version } },
  'GET /api/v1/shift-preferences': { ...page, everybody: true },
  'GET /api/v1/shift-swaps': { ...page, which: 'all' },
  'GET /api/v1/work-contracts/:person': { person: berthe },
})
// House (director, flow manager, key) · manager of Ana’s team · manager of one brand. An agent and a stranger are refused everywhere.
const seen: Record<string, [string, string, string]> = {
  'GET /api/v1/plan-runs/:id': ['ana berthe plan', 'plan', 'refused'],
  'GET /api/v1/planning-settings': ['nothing', 'nothing', 'nothing'],
  'GET /api/v1/plans': ['plan', 'plan', 'nothing'],
  'GET /api/v1/plans/:id': ['plan', 'plan', 'refused'],
  'GET /api/v1/plans/:id/board': ['ana berthe plan', 'ana plan', 'refused'],
  'GET /api/v1/plans/:id/gatherings': ['ana berthe plan', 'ana plan', 'refused'],
  'GET /api/v1/plans/:id/moves': ['ana berthe', 'ana', 'refused'],
  'GET /api/v1/plans/:id/publications': ['nothing', 'nothing', 'refused'],
  'GET /api/v1/plans/:id/publications/:number': ['ana berthe', 'ana', 'refused'],
  'GET /api/v1/plans/:id/publication': ['ana berthe', 'ana', 'refused'],
  'GET /api/v1/plans/:id/runs': ['ana berthe plan', 'plan', 'refused'],
  'GET /api/v1/plans/:id/troubles': ['ana berthe', 'ana', 'refused'],
  'GET /api/v1/shift-fairness': ['ana berthe', 'ana', 'nothing'],
  'GET /api/v1/shift-patterns': ['nothing', 'nothing', 'nothing'],
  'GET /api/v1/shifts': ['ana berthe plan', 'ana plan', 'nothing'],
  'GET /api/v1/work-contracts': ['ana berthe', 'ana', 'nothing'],
  'POST /api/v1/plans/:id/trials': ['nothing', 'refused', 'refused'],
  'GET /api/v1/shift-preferences': ['ana berthe', 'ana', 'nothing'],
  'GET /api/v1/shift-swaps': ['ana berthe', 'ana', 'nothing'],
  'GET /api/v1/work-contracts/:person': ['berthe', 'refused', 'refused'],
}

test('whoever leads a team sees the plan with the people of that team; a client of one brand sees nobody; who runs the house sees all', async () => {
  const planted = await plantedCentre()
  const actors = testActors(roles, { team: planted.team, brand: newId(planted.clock.now()) })
  const marks = { ana: planted.both[0]!, berthe: planted.berthe, plan: planted.plan }
  const told: typeof seen = {}
  for (const [address, input] of Object.entries(asks(planted))) {
    const each = new Map<string, string>()
    for (const name of actorNames)
      each.set(name, await seenBy(planted, routeOf(routes, address), { actor: actors[name], input, marks }))
    told[address] = [each.get('flow_manager')!, each.get('manager_of_team')!, each.get('manager_of_brand')!]
    for (const alike of ['director', 'key']) assert.equal(each.get(alike), each.get('flow_manager'), `${alike}: ${address}`)
    for (const shutOut of ['agent', 'stranger']) assert.equal(each.get(shutOut), 'refused', `${shutOut}: ${address}`)
  }
  const { [COVERAGE]: covered, ...others } = told
  assert.deepEqual(others, seen)
  assert.ok(!covered![1].includes('berthe'), 'whom somebody serves is said of one’s own')
  assert.equal(covered![2], 'refused')
  assert.deepEqual(readsOf(routes, 'workforce.read').filter((address) => !(address in told)), []) // prettier-ignore
})

test('a team’s plan is its manager’s to change once they may plan; everybody’s, another team’s, and any to a client, are not', async () => {
  const planted = await plantedCentre()
  const { team, other, plan, shifts } = planted
  const planner = { ...planted.as(planted.boss), scope: { teams: [team], brands: null } } as ReturnType<typeof planted.as>
  const client = { ...planned(planted), scope: { teams: null, brands: [newId(planted.clock.now())] } } as ReturnType<typeof planted.as>
  const begin = (teams: (typeof team)[]) => ({ name: '', first_day: '2026-12-07', days: 7, interval_min: 15, teams, people: [] as PersonId[] })
  const version = 1
  const writes: [string, unknown][] = [
    ['POST /api/v1/plans', begin([])],
    ['POST /api/v1/plans', begin([team, other])],
    ['PATCH /api/v1/plans/:id', { id: plan, version, name: 'À moi' }],
    ['DELETE /api/v1/plans/:id', { id: plan }],
    ['POST /api/v1/plans/:id/copies', { id: plan, from: MONDAY, days: 1, to: '2026-11-25' }],
    ['POST /api/v1/plans/:id/runs', { id: plan, people: [], keep: 'locked', seconds: 1, gap: 0 }],
    ['POST /api/v1/plans/:id/moves', { id: plan, move: { do: 'remove', shift: shifts[0]!.id, version } }],
    ['PUT /api/v1/plans/:id/undo', { id: plan }],
    ['PUT /api/v1/plans/:id/publication', { id: plan, version, note: '' }],
    ['DELETE /api/v1/plans/:id/publication', { id: plan }],
    ['POST /api/v1/plans/:id/gatherings', { id: plan, kind: 'training', name: 'X', length_min: 30, people: [planted.berthe], together: false }],
    ['PUT /api/v1/work-contracts/:person', { person: planted.berthe, version: 1, from: MONDAY, until: null, terms: usualContract }],
    ['POST /api/v1/shift-patterns', { terms: {} }],
    ['PUT /api/v1/planning-settings', { version: 0 }],
    ['POST /api/v1/shift-preferences', { person: planted.berthe, kind: 'off', weekdays: ['monday'], day: null, weight: 1, from: null, until: null, note: '' }],
    ['POST /api/v1/open-shifts', { plan, ...on('2026-11-25'), places: 1, teams: [], skills: [], site: null, rule: 'first', note: '' }],
  ]
  const tried = async (actor: ReturnType<typeof planted.as>) =>
    await Promise.all(writes.map(async ([address, input]) => `${await seenBy(planted, routeOf(routes, address), { actor, input, marks: {} })} ${address}`))
  const refused = writes.map(([address]) => `refused ${address}`)
  assert.deepEqual(await tried(planner), refused)
  assert.deepEqual(await tried(client), refused)
  assert.equal(await seenBy(planted, routeOf(routes, 'POST /api/v1/plans'), { actor: planner, input: begin([team]), marks: { team } }), 'team')
  assert.equal(await seenBy(planted, routeOf(routes, 'POST /api/v1/plans'), { actor: client, input: begin([team]), marks: { team } }), 'refused')
}) // prettier-ignore

const planned = (centre: Planted) => centre.as(centre.boss)
