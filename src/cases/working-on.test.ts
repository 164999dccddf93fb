import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseEdited, caseHandled, ownerChanged } from './contract.ts'
import { count } from './count.ts'
import { edit } from './edit.ts'
import { handle, unhandle } from './handle.ts'
import { leave } from './leave.ts'
import { list } from './list.ts'
import { testCentre, type Centre } from './test-centre.ts'
import { view } from './view.ts'

const without = (centre: Centre, id: Centre['anna'], permission: string) => {
  const actor = centre.as(id)
  return actor.kind === 'person'
    ? { ...actor, permissions: new Set([...actor.permissions].filter((each) => each !== permission)) }
    : actor
}

test('many work on a case and one person answers for it', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  await centre.work((work) => handle(work, { id, person: 'me', role: 'Relit le contrat' }), centre.as(centre.bruno))
  await centre.work((work) => handle(work, { id, person: centre.chloe }), centre.as(centre.anna))
  const shown = await centre.work((work) => view(work, { id }))
  assert.deepEqual(shown.handlers.map(({ name, role }) => [name, role]), [['Bruno', 'Relit le contrat'], ['Chloe', '']]) // prettier-ignore
  assert.equal(shown.owner.name, 'Anna')
  assert.equal((await centre.heard(ownerChanged)).length, 0)
  assert.equal((await centre.heard(caseHandled)).length, 2)
  const bruno = centre.as(centre.bruno)
  const mine = () => centre.work((work) => list(work, { limit: 10, status: 'open', handler: 'me' }), bruno)
  assert.deepEqual((await mine()).items.map((item) => [item.id, item.handlers.length]), [[id, 2]]) // prettier-ignore
  assert.equal((await centre.work(count, bruno)).handling, 1)
  await centre.work((work) => unhandle(work, { id, person: 'me' }), bruno)
  assert.deepEqual((await mine()).items, [])
})

test('one says for oneself that one works on a case; for others, its owner or a manager does', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const bruno = without(centre, centre.bruno, 'case.assign')
  await assert.rejects(
    centre.work((work) => handle(work, { id, person: centre.chloe }), bruno),
    /handling_not_yours/,
  )
  await centre.work((work) => handle(work, { id, person: centre.chloe }), without(centre, centre.anna, 'case.assign'))
  await assert.rejects(
    centre.work((work) => unhandle(work, { id, person: centre.chloe }), bruno),
    /handling_not_yours/,
  )
})

test('whoever leaves works on nothing any more', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  await centre.work((work) => handle(work, { id, person: 'me' }), centre.as(centre.bruno))
  await centre.work((work) => leave(work, { person: centre.bruno, successor: centre.chloe }))
  assert.deepEqual((await centre.work((work) => view(work, { id }))).handlers, [])
})

test('a case is as urgent as somebody says, and found by it', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  await centre.arrive()
  const { version, priority } = await centre.work((work) => view(work, { id }))
  assert.equal(priority, 'normal')
  await centre.work((work) => edit(work, { id, version, priority: 'urgent' }))
  const found = await centre.work((work) => list(work, { limit: 10, status: 'open', priority: 'urgent' }))
  assert.deepEqual(found.items.map((item) => [item.id, item.priority]), [[id, 'urgent']]) // prettier-ignore
  assert.equal((await centre.heard(caseEdited)).at(-1)?.priority, 'urgent')
  await assert.rejects(
    centre.work((work) => edit(work, { id, version, priority: 'low' })),
    /stale/,
  )
})
