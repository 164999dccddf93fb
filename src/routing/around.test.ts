// What the rest of the house says, and what the router makes of it: chats, tasks, breaks, rights, hours, houses without rules.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as access from '#access'
import * as brands from '#brands'
import * as commitments from '#commitments'
import * as staff from '#staff'
import * as tasks from '#tasks'
import { chatLeft, chatOpened, chatServed } from '#channels/contract'
import { newId } from '#base/id'
import { promiseDueSoon } from '#commitments/contract'
import type { CaseId } from '#cases/contract'
import { accept } from './accept.ts'
import { planBreak } from './breaks.ts'
import { brokenRouting } from './broken-routing.ts'
import { caseRouting } from './case-routing.ts'
import { itemArrived } from './contract.ts'
import { routeNothing } from './rulebook/put-in-force.ts'
import { findRouter } from './store/router.ts'
import { CALLS, testRouted, type Routed } from './test-routed.ts'

const itemsOf = async (centre: Routed, id: CaseId) => (await centre.work((work) => caseRouting(work, { id }))).items
const sound = async (centre: Routed): Promise<void> => assert.deepEqual(await centre.work((work) => brokenRouting(work)), [])

test('a chat is offered at once, taken by whoever serves it by hand, and over when the visitor leaves', async () => {
  const centre = await testRouted(2, [{ ...CALLS, key: 'chats', takes: { channels: ['chat'] } }])
  const id = await centre.openCase()
  const conversation_id = newId<'conversation'>(centre.clock.now())
  const about = { case_id: id, conversation_id }
  await centre.work(async (work) => work.publish(chatOpened, { ...about, entry_point: centre.door, owner: centre.people[0]! }, { case_id: id }))
  await centre.hear()
  const [item] = await itemsOf(centre, id)
  assert.deepEqual([item?.kind, item?.state, item?.subject_id], ['chat', 'offered', conversation_id])
  const other = centre.people.find((each) => each !== item!.offered_to[0]!.id)!
  await centre.work(async (work) => work.publish(chatServed, { ...about, by: other, before: null }, { case_id: id }))
  await centre.hear()
  assert.deepEqual((await itemsOf(centre, id)).map(({ state, person }) => [state, person?.id]), [['in_hand', other]])
  await centre.work(async (work) => work.publish(chatLeft, about, { case_id: id }))
  await centre.hear()
  assert.deepEqual((await itemsOf(centre, id)).map(({ ended_as }) => ended_as), ['done'])
  await sound(centre)
}) // prettier-ignore

test('whoever left the chat to be called back has the place they had, before those who came since', async () => {
  const centre = await testRouted(1, [{ ...CALLS, key: 'talks', takes: { channels: ['chat', 'phone', 'call_back'] } }])
  const id = await centre.openCase()
  const about = { case_id: id, conversation_id: newId<'conversation'>(centre.clock.now()) }
  const came = centre.clock.now()
  await centre.work(async (work) => work.publish(chatOpened, { ...about, entry_point: centre.door, owner: centre.people[0]! }, { case_id: id }))
  await centre.hear()
  await centre.pass(300)
  await centre.work(async (work) => work.publish(chatLeft, about, { case_id: id }))
  await centre.hear()
  await centre.call()
  const due_at = centre.clock.now().add({ minutes: 20 })
  const { id: promise } = await centre.work((work) => commitments.promise(work, { case: id, what: 'Rappeler', due: { at: String(due_at) }, channel: 'phone' }))
  await centre.work(async (work) => work.publish(promiseDueSoon, { case_id: id, promise_id: promise, owner: centre.people[0]!, due_at: String(due_at) }, { case_id: id }))
  await centre.hear()
  const back = (await itemsOf(centre, id)).find(({ kind }) => kind === 'promise')
  assert.ok(Temporal.Instant.compare(back!.place_at, came) <= 0, `${back!.place_at} is not where they stood`)
}) // prettier-ignore

test('a task asked of a team is offered to its members only, and whoever accepts has taken it', async () => {
  const centre = await testRouted(3, [{ ...CALLS, key: 'tasks', takes: { channels: ['task'] } }])
  const id = await centre.openCase()
  const outsider = centre.people[0]!
  const task = await centre.work((work) => tasks.ask(work, { case: id, asked: { team: centre.team }, title: 'Vérifier le contrat', deadline: { minutes: 120 } }), centre.as(outsider))
  await centre.hear()
  const [item] = (await itemsOf(centre, id)).filter(({ kind }) => kind === 'task')
  assert.deepEqual([item?.title, item?.state], ['Vérifier le contrat', 'offered'])
  const asked = item!.offered_to[0]!.id
  await centre.work((work) => accept(work, { id: item!.offers[0]!.id }), centre.as(asked))
  await centre.hear()
  const [open] = await centre.work((work) => tasks.openTasksOf(work, [id]))
  assert.deepEqual([open?.id, open?.state], [task.id, 'taken'])
  await sound(centre)
}) // prettier-ignore

test('nobody is offered what they may not read, or what would run into their break', async () => {
  const centre = await testRouted(2, [{ ...CALLS, lasts_s: 300 }])
  const [anna, bruno] = centre.people
  const { id: elsewhere } = await centre.work((work) => brands.addBrand(work, { name: 'Ailleurs' }))
  await centre.work((work) => access.changeGrants(work, { person: anna!, grants: [{ role: 'agent', teams: null, brands: [elsewhere] }] }))
  await centre.hear()
  await centre.work((work) => planBreak(work, { kind: 'lunch', starts_at: '2026-11-20T09:20:00Z', ends_at: '2026-11-20T09:40:00Z' }), centre.as(bruno!))
  await centre.hear()
  await centre.call()
  assert.equal((await centre.offersOf(bruno!)).length, 1)
  await centre.pass(16 * 60)
  assert.deepEqual([await centre.offersOf(anna!), await centre.offersOf(bruno!)], [[], []])
  await centre.pass(29 * 60)
  assert.equal((await centre.offersOf(bruno!)).length, 1)
  await sound(centre)
}) // prettier-ignore

test('a house without rules routes nothing and is asked nothing; with its first rules, what waited keeps its place', async () => {
  const centre = await testRouted(2, [])
  const id = await centre.openCase()
  await centre.hear()
  assert.equal(await centre.work((work) => findRouter(work)), undefined)
  centre.clock.advance({ minutes: 30 })
  await centre.publish([CALLS])
  const [item] = await itemsOf(centre, id)
  assert.deepEqual([item?.state, item?.place_at], ['offered', '2026-11-20T09:00:00Z'])
  await centre.work((work) => routeNothing(work))
  await centre.hear()
  assert.deepEqual((await itemsOf(centre, id)).map(({ ended_as }) => ended_as), ['withdrawn'])
  assert.deepEqual(await centre.offersOf(centre.people[0]!), [])
  await centre.openCase()
  await centre.hear()
  assert.equal((await centre.heard(itemArrived)).length, 1)
  await sound(centre)
}) // prettier-ignore

test('an absence takes somebody off the floor though their desk is open, and its end brings them back', async () => {
  const centre = await testRouted(1)
  const [anna] = centre.people
  await centre.work((work) =>
    staff.goAway(work, { person_id: anna!, until: '2026-11-20T09:30:00Z', reason: 'other', deputy_id: null }),
  )
  await centre.here(anna!)
  await centre.call()
  assert.deepEqual(await centre.offersOf(anna!), [])
  await centre.pass(16 * 60)
  await centre.pass(16 * 60)
  assert.equal((await centre.offersOf(anna!)).length, 1)
  await sound(centre)
})
