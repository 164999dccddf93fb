import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from '#base/work'
import { endItem } from '../end-item.ts'
import { queueItems } from '../queue-items.ts'
import { sayHead } from '../rules/say-why.ts'
import { setHours, usualHours } from './acts/hours.ts'
import { offerTo } from './acts/offer-to.ts'
import { placePerson } from './acts/place.ts'
import { raise } from './acts/raise.ts'
import { listCounted } from './counted.ts'
import { readRoster } from './roster.ts'
import { testFloor, type TestFloor } from './test-floor.ts'
import { why } from './why.ts'

const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code
const queue = (seen: Awaited<ReturnType<TestFloor['seen']>>, id: string) => seen.queues.find((each) => each.id === id)!
const state = (seen: Awaited<ReturnType<TestFloor['seen']>>, id: string) => seen.people.find((each) => each.id === id)?.state

test('a floor shows what waits, who has what in hand, and today by the formula, with the list it was counted from', async () => {
  const house = await testFloor()
  const first = await house.call()
  await house.call()
  const third = await house.call()
  house.clock.advance({ seconds: 30 })
  const seen = await house.seen()
  const calls = queue(seen, 'appels')
  assert.deepEqual([calls.waiting, calls.overdue, calls.in_hand, calls.kept, calls.of], [1, 1, 2, 2, 3])
  assert.deepEqual([state(seen, house.anna), state(seen, house.bruno)], ['busy', 'busy'])
  assert.equal(seen.people.find(({ id }) => id === house.anna)?.load, 1)
  assert.deepEqual(calls.people, { ready: 0, busy: 2, wrapping: 0, paused: 0, here: 2 })
  const { items } = await house.work((work) => listCounted(work, { queue: 'appels', limit: 10 }), house.boss)
  assert.equal(items.length, calls.of, 'every figure leads to what it was counted from')
  assert.deepEqual(
    items.map(({ item, outcome }) => [item, outcome]).find(([item]) => item === third),
    [third, 'overdue'],
  )
  await house.work((work) => endItem(work, { id: first as never, as: 'left' }), house.boss)
  const later = await house.seen()
  assert.equal(queue(later, 'appels').waiting, 0, 'whoever became free has what waited')
})

test('who looked before hears only what has changed since', async () => {
  const house = await testFloor()
  const whole = await house.seen()
  assert.equal(whole.whole, true)
  const same = await house.seen(whole.stamp)
  assert.deepEqual([same.whole, same.queues.length, same.people.length], [false, 0, 0])
  await house.call()
  const changed = await house.seen(same.stamp)
  assert.deepEqual(changed.queues.map(({ id }) => id), ['appels', 'nuit'], 'Anna is busy for both; of faults she knows nothing') // prettier-ignore
  assert.equal(changed.people.length, 1)
  assert.equal((await house.seen('somebody else’s')).whole, true)
})

test('whoever leads a team sees its people; an agent is not shown the floor', async () => {
  const house = await testFloor()
  const lead = house.role(house.anna, 'team_manager', [house.team])
  assert.deepEqual((await house.seen(undefined, lead)).people.map(({ id }) => id), [house.anna]) // prettier-ignore
  const roster = await house.work((work) => readRoster(work), lead)
  assert.deepEqual(roster.people.map(({ name }) => name), ['Anna']) // prettier-ignore
  await assert.rejects(house.seen(undefined, house.role(house.anna, 'agent')), refusedAs('not_allowed'))
})

test('why something waits: nobody can yet, who lacks what, and when the need gives way', async () => {
  const house = await testFloor()
  const item = await house.call('pannes')
  const found = await house.work((work) => why(work, { item }), house.boss)
  assert.equal(found.capable, 0)
  assert.deepEqual(
    found.groups.map(({ why: reason, what, count }) => [reason, what, count]),
    [['lacks_ability', 'Électricité', 2]],
  )
  assert.deepEqual(
    found.coming.map(({ at, what, level, people }) => [at, what, level, people]),
    [['2026-11-20T09:02:00Z', 'skill_relaxes', 2, 1]],
  )
  assert.match(sayHead(found).fr, /Personne ici ne peut/)
})

test('what is raised goes first, what is offered to somebody goes to them, and neither when it no longer waits', async () => {
  const house = await testFloor()
  const [one, other] = [await house.call(), await house.call()]
  const [, , fifth] = [await house.call(), await house.call(), await house.call()]
  await house.work((work) => raise(work, { item: fifth }), house.boss)
  await house.work((work) => endItem(work, { id: one as never, as: 'left' }), house.boss)
  const inHand = await house.work((work) => queueItems(work, { queue: 'appels', state: 'in_hand', limit: 10 }), house.boss)
  assert.ok(inHand.items.some(({ id }) => id === fifth), 'the last to come was let pass') // prettier-ignore
  await assert.rejects(
    house.work((work) => raise(work, { item: other }), house.boss),
    refusedAs('routing.item_not_waiting'),
  )
  const fault = await house.call('pannes')
  const free = inHand.items.find(({ id }) => id === fifth)!.person!.id
  await house.work((work) => offerTo(work, { item: fault, person: house.anna }), house.boss)
  for (const each of inHand.items) await house.work((work) => endItem(work, { id: each.id, as: 'left' }), house.boss)
  assert.ok(free)
  const held = (await house.seen()).people.find(({ id }) => id === house.anna)?.held
  assert.ok(held?.some(({ item, state: how }) => item === fault && how === 'ringing'), 'whatever her skills: she was named') // prettier-ignore
})

test('somebody is taken off a queue, and a queue is closed, until a moment; then all is as usual', async () => {
  const house = await testFloor()
  const until = '2026-11-20T09:10:00Z'
  for (const person of [house.anna, house.bruno])
    await house.work((work) => placePerson(work, { person, queue: 'appels', preference: 0, until }), house.boss)
  await house.work((work) => setHours(work, { queue: 'nuit', open: false, until, because: '' }), house.boss)
  await house.settle()
  await house.call()
  const seen = await house.seen()
  assert.deepEqual([queue(seen, 'appels').waiting, queue(seen, 'nuit').open, queue(seen, 'nuit').turns_at], [1, false, until])
  house.clock.set(until)
  await house.settle()
  await house.settle()
  const later = await house.seen()
  assert.deepEqual([queue(later, 'appels').in_hand, queue(later, 'nuit').open], [1, true])
  await assert.rejects(
    house.work((work) => setHours(work, { queue: 'nuit', open: false, until, because: '' }), house.boss),
    refusedAs('routing.until_past'),
  )
  await house.work((work) => usualHours(work, { queue: 'nuit' }), house.boss)
})
