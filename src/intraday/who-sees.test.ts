import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as brands from '#brands'
import * as staff from '#staff'
import { roles } from '#access/contract'
import { newId } from '#base/id'
import { actorNames, readsOf, routeOf, seenBy, testActors } from '#base/test-who-sees'
import type { Option, Step } from './contract.ts'
import { routes } from './routes.ts'
import { insertAlert } from './store/alert.ts'
import { insertMenu, recordThinking, recordThought } from './store/menu.ts'
import { insertMove, insertStep } from './store/move.ts'
import { testDay } from './test-day.ts'

const NAMED = { people: 'named' as const }

// Calls are for one brand, mail for another. Of the first, something fell, a menu was worked out and a move applied that touches two people: one of the
// team, one of another. Both are at work and planned.
async function plantedDay() {
  const day = await testDay(2)
  const brand = async (name: string) => (await day.work((work) => brands.addBrand(work, { name }))).id
  const [ours, theirs] = [await brand('Nordique'), await brand('Helvète')]
  await day.publishRules({
    queues: [
      { key: 'calls', name: 'Appels', takes: { brands: [theirs], channels: ['phone'] }, who: NAMED },
      { key: 'mail', name: 'Courriels', takes: { brands: [ours], channels: ['email'] } },
    ],
  })
  const stream = { handling_s: 300, patience_s: 180, per_quarter: (hour: number) => (hour >= 8 && hour < 16 ? 9 : 0) }
  await day.forecast([{ ...stream, queue: 'calls', channel: 'phone' }, { ...stream, queue: 'mail', channel: 'email' }])
  await day.plan()
  day.at('10:00')
  const lead = await day.work((work) => staff.addPerson(work, { name: 'Meneuse', email: `m-${newId(day.clock.now())}@centre.example`, language: 'fr', roles: ['agent'] }))
  const team = (await day.work((work) => staff.addTeam(work, { name: 'À part', manager_id: lead.id }))).id
  const [ana, berthe] = day.callers as [(typeof day.callers)[0], (typeof day.callers)[0]]
  await day.work((work) => staff.joinTeam(work, { team, person: ana }))
  await day.here([ana, berthe])
  const steps = [ana, berthe].map((id): Step => ({ does: 'chats', person: { id, name: id === ana ? 'Ana' : 'Berthe' }, most: 3, was: null }))
  await day.work(async (work) => {
    const [at, guess] = [work.now, { mean: 0.1, low: 0, high: 0.2 }]
    const said = { level: 0.5, chance: 0.9, missing: 2, target: { share: 0.8, within_s: 20, formula: 'service_level.offered.1' as const } }
    await insertAlert(work, { id: newId(at), group_key: 'calls', label: 'Appels', falls_at: at, recovers_at: null, said, latest: { falls_at: null, level: null, chance: 0 } })
    const menu = newId<'day_menu'>(at)
    await insertMenu(work, { id: menu, group: 'calls', until: at.add({ hours: 8 }) })
    const cost = { people: 2, rests_moved: 0, extra_min: 0, deferred_later_min: 0, training_min: 0, occupancy: null }
    const option: Option = { id: 'o1', kind: 'raise_chats', steps, by: 'formula', level_now: 0.5, level_after: guess, difference: guess, queues: [], cost, lawful: true, worth_it: true }
    await recordThinking(work, menu)
    await recordThought(work, menu, { level_so_far: null, level_tonight: null, options: [option] } as never) // a body as it is kept
    const move = newId<'day_move'>(at)
    const predicted = { level_now: 0.5, level_after: guess, difference: guess, until: String(at) }
    await insertMove(work, { id: move, menu_id: menu, option: 'o1', group_key: 'calls', label: 'Appels', kind: 'raise_chats', predicted, counted: { kept: 0, of: 0 } })
    for (const [place, step] of steps.entries()) await insertStep(work, { move_id: move, place, step, state: 'done', before: null, why: null })
  })
  return { ...day, team, ours, ana, berthe }
} // prettier-ignore

type Planted = Awaited<ReturnType<typeof plantedDay>>
// House · manager of Ana’s team · manager of the brand whose mail it is. The group of the calls is "calls"; people are told by their ids.
const asks = ({ berthe }: Planted): Record<string, [object, string, string, string]> => ({
  'GET /api/v1/intraday/board': [{}, 'calls mail', 'calls mail', 'mail'],
  'GET /api/v1/intraday/alerts': [{ limit: 10 }, 'calls', 'calls', 'nothing'],
  'GET /api/v1/intraday/climate': [{}, 'four', 'one', 'nobody'],
  'POST /api/v1/intraday/menus': [{ group: 'calls' }, 'calls', 'calls', 'refused'],
  'GET /api/v1/intraday/menu': [{ group: 'calls' }, 'calls', 'calls', 'nothing'],
  'GET /api/v1/intraday/moves': [{ limit: 10 }, 'calls ana berthe', 'calls ana', 'nothing'],
  'GET /api/v1/intraday/people': [{}, 'ana berthe', 'ana', 'nothing'],
  'GET /api/v1/intraday/people/:person': [{ person: berthe }, 'berthe', 'refused', 'refused'],
  'GET /api/v1/intraday/settings': [{}, 'nothing', 'nothing', 'nothing'],
})

test('a team manager follows the people of the team, by name, and no others; a client of one brand its own queues, and nobody', async () => {
  const planted = await plantedDay()
  const actors = testActors(roles, { team: planted.team, brand: planted.ours })
  const marks = {
    calls: '"group":"calls"', mail: '"group":"mail"', ana: planted.ana, berthe: planted.berthe,
    four: '"name":"","people":4', one: '"name":"","people":1', nobody: '"name":"","people":0',
  } // prettier-ignore
  const [told, wanted]: Record<string, string[]>[] = [{}, {}]
  for (const [address, [input, house, team, brand]] of Object.entries(asks(planted))) {
    told![address] = []
    for (const name of actorNames)
      told![address].push(await seenBy(planted, routeOf(routes, address), { actor: actors[name], input, marks })) // prettier-ignore
    wanted![address] = [house, house, team, brand, 'refused', 'refused', house] // in the order of their names
  }
  assert.deepEqual(told, wanted)
  assert.deepEqual(readsOf(routes, 'workforce.read').filter((address) => !(address in wanted!)), []) // prettier-ignore
  for (const address of readsOf(routes, 'workforce.manage'))
    for (const actor of [actors.manager_of_brand, actors.manager_of_team])
      assert.equal(await seenBy(planted, routeOf(routes, address), { actor, input: {}, marks: {} }), 'refused', address)
})
