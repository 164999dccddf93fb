// What is known of work that waits changes: it goes where the rules now say, at the place it has.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as clocks from '#clocks'
import * as customers from '#customers'
import * as tasks from '#tasks'
import type { CaseId } from '#cases/contract'
import { accept } from './accept.ts'
import { brokenRouting } from './broken-routing.ts'
import { finishItem } from './finish-item.ts'
import { liveOfCases } from './store/item.ts'
import { testRouted, CALLS, type Routed } from './test-routed.ts'

const MAIL = { ...CALLS, offer: { rings_s: 600, away_after: null } }
const LEVEL: Parameters<typeof clocks.addPolicy>[1] = {
  name: 'Premium', match: { brands: null, entry_points: null, reasons: null, priorities: null }, by_contract: true, hours: { kind: 'door' },
  targets: { normal: { first_answer: 120, next_answer: 120, resolution: 540 } }, pauses: ['resolution'], warn_percent: 75, silence_minutes: 540, stagnation_minutes: null, ladder: [],
} // prettier-ignore

const itemsOf = (centre: Routed, id: CaseId) => centre.work((work) => liveOfCases(work, [id]))
const itemOf = async (centre: Routed, id: CaseId) => (await itemsOf(centre, id)).find(({ kind }) => kind === 'message')!
const factsOf = (centre: Routed, id: CaseId) => centre.work(async (work) => (await cases.facts(work, [id])).get(id)!)
const version = (centre: Routed, id: CaseId) => centre.work(async (work) => (await cases.view(work, { id })).version)
const sound = async (centre: Routed): Promise<void> => assert.deepEqual(await centre.work((work) => brokenRouting(work)), [])

test('a reason that becomes known brings what waits into its queue, at the place it had; what is in hand stays', async () => {
  const centre = await testRouted(1, [])
  const bills = await centre.work((work) => cases.addReason(work, { name: 'Facturation' }))
  await centre.publish([
    { ...MAIL, key: 'bills', takes: { reasons: [bills.id] } },
    { ...MAIL, key: 'mail' },
  ])
  const ids: CaseId[] = []
  for (let n = 0; n < 3; n++) {
    ids.push(await centre.openCase())
    await centre.hear()
    centre.clock.advance({ minutes: 1 })
  }
  const [anna] = centre.people
  const [offer] = await centre.offersOf(anna!)
  await centre.work((work) => accept(work, { id: offer!.id }), centre.as(anna!))
  centre.clock.advance({ minutes: 10 })
  for (const id of ids)
    await centre.work(async (work) => cases.edit(work, { id, version: await version(centre, id), reason_id: bills.id }))
  await centre.hear()
  const rows = await Promise.all(ids.map((id) => itemOf(centre, id)))
  assert.deepEqual(rows.map(({ state, queue }) => `${state} ${queue}`), ['in_hand mail', 'offered bills', 'waiting bills']) // prettier-ignore
  assert.deepEqual(rows.map(({ place_at }) => place_at.toString()), ['2026-11-20T09:00:00Z', '2026-11-20T09:01:00Z', '2026-11-20T09:02:00Z']) // prettier-ignore
  await sound(centre)
})

test('a case that becomes urgent passes before those that came earlier, and falls back when it is not', async () => {
  const centre = await testRouted(2, [{ ...MAIL, key: 'mail', who: { persons: { owner: null, contact: null, deputies: null } } }])
  for (const person of centre.people) await centre.here(person, 'offline')
  const ids: CaseId[] = []
  for (let n = 0; n < 3; n++) {
    ids.push(await centre.openCase())
    await centre.hear()
    centre.clock.advance({ minutes: 1 })
  }
  const give = async (id: CaseId, priority: 'urgent' | 'low') => {
    await centre.work(async (work) => cases.edit(work, { id, version: await version(centre, id), priority }))
    await centre.hear()
  }
  await give(ids[1]!, 'urgent')
  await give(ids[2]!, 'urgent')
  await give(ids[1]!, 'low')
  await sound(centre)
  await centre.here(centre.people[1]!)
  assert.deepEqual((await centre.offersOf(centre.people[1]!)).map(({ item }) => item.case?.id), [ids[2]]) // prettier-ignore
  await sound(centre)
})

test('whoever is made to answer for a case that waits, or for its customer, is asked first', async () => {
  const centre = await testRouted(3, [
    { ...MAIL, key: 'mail', who: { persons: { owner: { wait_s: 600 }, contact: { wait_s: 600 } } } },
  ])
  const [anna, bruno, carla] = centre.people
  for (const person of centre.people) await centre.here(person, 'offline')
  const [one, two] = [await centre.openCase(), await centre.openCase()]
  await centre.hear()
  await centre.work((work) => cases.setOwner(work, { id: one, owner: bruno! }), centre.as(anna!))
  const { customer_id } = await factsOf(centre, two)
  await centre.hear()
  assert.deepEqual([(await itemOf(centre, one)).owner_id, (await itemOf(centre, two)).contact_id], [bruno, null])
  await centre.work((work) => customers.setPointOfContact(work, { of: { customer: customer_id! }, person: carla! }))
  await centre.hear()
  assert.deepEqual([(await itemOf(centre, one)).contact_id, (await itemOf(centre, two)).contact_id], [carla, carla])
  for (const person of [bruno!, carla!, anna!]) await centre.here(person)
  assert.deepEqual((await centre.offersOf(bruno!)).map(({ item }) => item.case?.id), [one]) // prettier-ignore
  assert.deepEqual((await centre.offersOf(carla!)).map(({ item }) => item.case?.id), [two]) // prettier-ignore
  await sound(centre)
})

test('of two cases that become one, one answer is owed, at the earlier place, by whoever had begun it', async () => {
  const centre = await testRouted(1, [{ ...MAIL, key: 'mail' }])
  const [anna] = centre.people
  const [begun, main] = [await centre.openCase(), await centre.openCase()]
  await centre.hear()
  const offer = (await centre.offersOf(anna!)).find(({ item }) => item.case?.id === begun)
  await centre.work((work) => accept(work, { id: offer!.id }), centre.as(anna!))
  await centre.work((work) => cases.merge(work, { id: main, merged: begun }), centre.as(anna!))
  await centre.hear()
  assert.deepEqual([(await itemsOf(centre, begun)).length, (await itemsOf(centre, main)).length], [0, 1])
  await sound(centre)
})

test('of cases that become one before routing has heard of their letters, the whole’s answer is offered, at the earliest place', async () => {
  const centre = await testRouted(1, [{ ...MAIL, key: 'mail' }])
  const [anna] = centre.people
  const main = await centre.openCase()
  await centre.hear()
  const [offer] = await centre.offersOf(anna!)
  await centre.work((work) => accept(work, { id: offer!.id }), centre.as(anna!))
  await centre.work((work) => finishItem(work, { id: offer!.item.id }), centre.as(anna!)) // nothing is owed there
  centre.clock.advance({ minutes: 1 })
  const first = await centre.openCase()
  centre.clock.advance({ minutes: 1 })
  const second = await centre.openCase()
  const merge = (into: CaseId, merged: CaseId) => centre.work((work) => cases.merge(work, { id: into, merged }), centre.as(anna!))
  await merge(second, first) // the part of a part
  await merge(main, second)
  await centre.hear()
  assert.deepEqual([(await itemsOf(centre, first)).length, (await itemsOf(centre, second)).length], [0, 0])
  assert.equal((await itemOf(centre, main))?.place_at.toString(), '2026-11-20T09:01:00Z')
  assert.deepEqual(
    (await centre.offersOf(anna!)).map(({ item }) => item.case?.id),
    [main],
  )
  await sound(centre)
})

test('rules may ask who the customer is: new, known, under contract; and whether the case was opened again', async () => {
  const centre = await testRouted(1, [])
  const flags = async (id: CaseId) => (await itemOf(centre, id)).facts.flags.toSorted()
  await centre.publish([{ ...MAIL, key: 'new', takes: { flags: ['new_customer'] } }, { ...MAIL, key: 'contracts', takes: { flags: ['contract'] } }, { ...MAIL, key: 'mail' }])
  const [first, second] = [await centre.openCase(), await centre.openCase()]
  await centre.hear()
  assert.deepEqual([await flags(first), await flags(second)], [['new_customer'], ['known_customer']])
  const { customer_id } = await factsOf(centre, second)
  const level = await centre.work((work) => clocks.addPolicy(work, LEVEL))
  await centre.work((work) => clocks.giveContract(work, { holder: { customer: customer_id! }, name: 'Or', policy_id: level.id, starts_on: '2026-11-01', ends_on: null }))
  const third = await centre.openCase()
  await centre.hear()
  assert.deepEqual([await flags(third), (await itemOf(centre, third)).queue], [['contract', 'known_customer'], 'contracts'])
  await sound(centre)
}) // prettier-ignore

test('a task a team was asked before there were rules is offered with the first of them, from where it stood', async () => {
  const centre = await testRouted(3, [])
  const id = await centre.openCase()
  const ask = (title: string) =>
    centre.work((work) => tasks.ask(work, { case: id, asked: { team: centre.team }, title, deadline: { minutes: 120 } }), centre.as(centre.people[0]!))
  const [waits, taken] = [await ask('Vérifier'), await ask('Emballer')]
  await centre.work((work) => tasks.takeTask(work, { id: taken.id }), centre.as(centre.people[1]!))
  await centre.hear()
  centre.clock.advance({ minutes: 30 })
  await centre.publish([{ ...CALLS, key: 'tasks', takes: { channels: ['task'] } }])
  const items = await itemsOf(centre, id)
  assert.deepEqual(items.map(({ subject_id, title, place_at }) => [subject_id, title, place_at.toString()]), [[waits.id, 'Vérifier', '2026-11-20T09:00:00Z']])
  assert.equal((await Promise.all(centre.people.map((each) => centre.offersOf(each)))).flat().length, 1)
  await sound(centre)
}) // prettier-ignore
