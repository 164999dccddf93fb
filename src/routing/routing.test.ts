// The live router on a real database: what arrives, is offered, taken, put back and done.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import { accept } from './accept.ts'
import { brokenRouting } from './broken-routing.ts'
import { caseRouting } from './case-routing.ts'
import { decline } from './decline.ts'
import { finishItem } from './finish-item.ts'
import { forget } from './router/memory.ts'
import { findItem } from './store/item.ts'
import { testRouted, CALLS } from './test-routed.ts'

const sound = async (centre: Awaited<ReturnType<typeof testRouted>>): Promise<void> =>
  assert.deepEqual(await centre.work((work) => brokenRouting(work)), [])

test('a call is offered to whoever has been free the longest, taken, done, and the next one comes', async () => {
  const centre = await testRouted(2)
  const [anna, bruno] = centre.people
  const [first, second, third] = [
    await centre.call({ title: 'un' }),
    await centre.call({ title: 'deux' }),
    await centre.call({ title: 'trois' }),
  ]
  const offers = [...(await centre.offersOf(anna!)), ...(await centre.offersOf(bruno!))]
  assert.deepEqual(offers.map(({ item }) => item.title), ['un', 'deux']) // prettier-ignore
  assert.equal(offers[0]!.seconds, 20)
  assert.equal(offers[0]!.receipt?.chosen[0]?.id, anna)
  await centre.work((work) => accept(work, { id: offers[0]!.id }), centre.as(anna!))
  await sound(centre)
  assert.equal((await centre.work((work) => findItem(work, third.id)))?.state, 'waiting')
  await centre.work((work) => finishItem(work, { id: first.id }), centre.as(anna!))
  assert.deepEqual((await centre.offersOf(anna!)).map(({ item }) => item.title), ['trois']) // prettier-ignore
  await sound(centre)
  assert.equal((await centre.work((work) => findItem(work, second.id)))?.state, 'offered')
})

test('an offer nobody answers ends by its timer, also on a server that remembers nothing, and comes back at its place', async () => {
  const centre = await testRouted(2)
  const [anna, bruno] = centre.people
  const item = await centre.call()
  forget(centre.tenant)
  await centre.pass(21)
  const [offer] = await centre.offersOf(bruno!)
  assert.equal(offer?.item.id, item.id)
  assert.equal(offer.item.times_offered, 2)
  assert.deepEqual(await centre.offersOf(anna!), [])
  await centre.work((work) => decline(work, { id: offer.id, because: 'Je déjeune' }), centre.as(bruno!))
  const row = await centre.work((work) => findItem(work, item.id))
  assert.deepEqual([row?.state, row?.place_at.toString()], ['waiting', item.place_at])
  await sound(centre)
})

test('whoever goes away is offered nothing; the call in their hand goes back to its place after two minutes', async () => {
  const centre = await testRouted(2)
  const [anna, bruno] = centre.people
  const item = await centre.call()
  const [offer] = await centre.offersOf(anna!)
  await centre.work((work) => accept(work, { id: offer!.id }), centre.as(anna!))
  await centre.here(anna!, 'offline')
  await centre.pass(60)
  assert.equal((await centre.work((work) => findItem(work, item.id)))?.state, 'in_hand')
  await centre.pass(61)
  assert.equal((await centre.offersOf(bruno!))[0]?.item.id, item.id)
  await sound(centre)
})

test('a mail is offered to a colleague who then answers for it, and is done once it is answered', async () => {
  const centre = await testRouted(2)
  const id = await centre.openCase()
  await centre.hear()
  const [offer] = [...(await centre.offersOf(centre.people[0]!)), ...(await centre.offersOf(centre.people[1]!))]
  assert.equal(offer?.item.kind, 'message')
  const person = centre.people.find((each) => each === offer.receipt!.chosen[0]!.id)!
  await centre.work((work) => accept(work, { id: offer.id }), centre.as(person))
  await centre.work(
    (work) => cases.reply(work, { id, text: 'Elle part demain.', cc: [], uploads: [], undo_seconds: 0, close: false }),
    centre.as(person),
  )
  await centre.hear()
  const { items } = await centre.work((work) => caseRouting(work, { id }), centre.as(person))
  assert.deepEqual(items.map(({ state, ended_as, offers, receipts }) => [state, ended_as, offers.length, receipts[0]?.ended_as]), [['over', 'done', 1, 'accepted']]) // prettier-ignore
  await sound(centre)
})

test('other rules keep what is in hand and what is offered, move what waits, and let go what no queue takes', async () => {
  const centre = await testRouted(1)
  const [taken, waits] = [await centre.call(), await centre.call()]
  const [offer] = await centre.offersOf(centre.people[0]!)
  await centre.work((work) => accept(work, { id: offer!.id }), centre.as(centre.people[0]!))
  await centre.publish([{ ...CALLS, key: 'phone', takes: { channels: ['phone'] } }])
  const states = async () => (await Promise.all([taken, waits].map(({ id }) => centre.work((work) => findItem(work, id))))).map((row) => `${row?.queue} ${row?.state}`)
  assert.deepEqual(await states(), ['phone in_hand', 'phone waiting'])
  await sound(centre)
  await centre.publish([{ ...CALLS, key: 'mail', takes: { channels: ['email'] } }])
  assert.match((await states())[1]!, /over$/)
  await sound(centre)
}) // prettier-ignore
