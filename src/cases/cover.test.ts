import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as customers from '#customers'
import * as staff from '#staff'
import type { CustomerId } from '#customers/contract'
import { count } from './count.ts'
import { list } from './list.ts'
import { reply } from './reply.ts'
import { setOwner } from './set-owner.ts'
import { testCentre, type Centre } from './test-centre.ts'
import { view } from './view.ts'

const answer = { cc: [], uploads: [], undo_seconds: 0, close: false }
const away = (centre: Centre, person: Centre['anna'], deputy: Centre['anna'] | null) => {
  const until = centre.clock.now().add({ hours: 72 }).toString()
  return centre.work((work) => staff.goAway(work, { person_id: person, until, reason: 'leave', deputy_id: deputy }))
}
const covered = async (centre: Centre, me: Centre['anna']) =>
  (await centre.work((work) => list(work, { limit: 20, status: 'open', owner: 'covered' }), centre.as(me))).items

test('who is away stays the owner; who stands in sees the case, also one in which nothing happens, and may answer', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  assert.equal((await centre.work((work) => view(work, { id }))).covered_by, null)
  const { id: absence } = await away(centre, centre.anna, centre.chloe)
  const shown = await centre.work((work) => view(work, { id }))
  const until = centre.clock.now().add({ hours: 72 }).toString()
  assert.deepEqual([shown.owner.name, shown.away_until], ['Anna', until])
  assert.deepEqual(shown.covered_by, { person: { id: centre.chloe, name: 'Chloe' }, until, because: 'stand_in' })
  assert.deepEqual((await covered(centre, centre.chloe)).map((each) => [each.id, each.covered_by?.person.name]), [[id, 'Chloe']]) // prettier-ignore
  assert.deepEqual(await covered(centre, centre.bruno), [])
  assert.equal((await centre.work(count, centre.as(centre.chloe))).covered, 1)
  await centre.work(
    (work) => reply(work, { ...answer, id, text: 'Anna revient jeudi ; en attendant, voici.' }),
    centre.as(centre.chloe),
  )
  assert.equal((await centre.work((work) => view(work, { id }))).owner.name, 'Anna')
  await centre.work((work) => staff.cancelAbsence(work, { id: absence }))
  assert.deepEqual(await covered(centre, centre.chloe), [])
})

test('when whoever stands in goes away too, the next in the chain does; the deputy whom a point of contact named goes first', async () => {
  const centre = await testCentre()
  const first = await centre.arrive()
  const customer = first.customer as CustomerId // of an arrival with an address
  await centre.work((work) => customers.setPointOfContact(work, { of: { customer }, person: centre.bruno, deputy: centre.anna }))
  const named = await centre.arrive()
  await centre.work((work) => setOwner(work, { id: first.case, owner: centre.bruno }))
  await away(centre, centre.bruno, centre.chloe)
  const who = async (id: typeof first.case) => (await centre.work((work) => view(work, { id }))).covered_by
  assert.deepEqual([(await who(first.case))?.person.name, (await who(named.case))?.person.name], ['Chloe', 'Anna'])
  assert.equal((await who(named.case))?.because, 'named_deputy')
  assert.deepEqual((await covered(centre, centre.anna)).map(({ id }) => id), [named.case]) // prettier-ignore
  assert.deepEqual((await covered(centre, centre.chloe)).map(({ id }) => id), [first.case]) // prettier-ignore
  await away(centre, centre.chloe, centre.anna)
  assert.equal((await who(first.case))?.person.name, 'Anna')
  assert.equal((await covered(centre, centre.anna)).length, 2)
})

test('where nobody stands in it is said that nobody does', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  await away(centre, centre.anna, null)
  const shown = await centre.work((work) => view(work, { id }))
  assert.equal(shown.covered_by, null)
  assert.ok(shown.away_until)
})
