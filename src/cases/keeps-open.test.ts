import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import { block, blockersOf, unblock } from './block.ts'
import { close } from './close.ts'
import type { CaseId } from './contract.ts'
import { messageQueued } from './contract.ts'
import { reopen } from './reopen.ts'
import { reply } from './reply.ts'
import { testCentre, type Centre } from './test-centre.ts'
import { view } from './view.ts'

const advice = (centre: Centre, case_id: CaseId) => ({
  case_id,
  kind: 'task',
  id: newId<'task'>(centre.clock.now()),
  what: 'Avis du juridique',
  waits_for: { name: 'Juridique' },
})
const agent = (centre: Centre, id: Centre['anna']) => {
  const actor = centre.as(id)
  return actor.kind === 'person'
    ? { ...actor, permissions: new Set([...actor.permissions].filter((each) => each !== 'case.assign')) }
    : actor
}

test('a case closes over what keeps it open only when its owner says why, and the reason stays in its story', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const task = advice(centre, id)
  await centre.work((work) => block(work, task))
  const anna = agent(centre, centre.anna)
  await assert.rejects(
    centre.work((work) => close(work, { id }), anna),
    (error: { refusal: { code: string }; details: { blockers: unknown[] } }) => {
      assert.equal(error.refusal.code, 'case.blocked')
      assert.deepEqual(error.details.blockers, [{ kind: 'task', id: task.id, what: task.what, waits_for: task.waits_for }])
      return true
    },
  )
  const because = 'Le client a renoncé ; l’avis servira pour les suivants.'
  await assert.rejects(
    centre.work((work) => close(work, { id, because }), agent(centre, centre.bruno)),
    /closing_over_not_yours/,
  )
  await assert.rejects(
    centre.work((work) => close(work, { id, because: '  ' }), anna),
    /case.blocked/,
  )
  await centre.work((work) => close(work, { id, because }), anna)
  centre.clock.advance({ minutes: 1 })
  await centre.work((work) => reopen(work, { id }))
  const [closure] = (await centre.work((work) => view(work, { id }))).closures
  assert.deepEqual(
    [closure?.because, closure?.by, closure?.over.length, closure?.reopened_at],
    [because, 'Anna', 1, centre.clock.now().toString()],
  )
})

test('what is answered keeps nothing open any more', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const task = advice(centre, id)
  await centre.work((work) => block(work, task))
  assert.equal((await centre.work((work) => blockersOf(work, [id]))).length, 1)
  assert.equal(await centre.work((work) => unblock(work, task)), true)
  assert.equal(await centre.work((work) => unblock(work, task)), false)
  await centre.work((work) => close(work, { id }))
  await assert.rejects(
    centre.work((work) => block(work, task)),
    /is_closed/,
  )
})

test('“send and close” over what keeps the case open sends nothing at all, until it is said why', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  await centre.work((work) => block(work, advice(centre, id)))
  const answer = { id, text: 'C’est réglé.', cc: [], uploads: [], undo_seconds: 0, close: true }
  await assert.rejects(
    centre.work((work) => reply(work, answer), centre.as(centre.anna)),
    /case.blocked/,
  )
  assert.equal((await centre.heard(messageQueued)).length, 0)
  await centre.work((work) => reply(work, { ...answer, because: 'Le reste est pour nous.' }), centre.as(centre.anna))
  assert.equal((await centre.work((work) => view(work, { id }))).status, 'closed')
})

test('nobody closes around it: the database refuses a closure over what waits, also when both happen at the same moment', async () => {
  const centre = await testCentre()
  const around = (id: CaseId) => (work: Work) =>
    work.sql.run`update cases."case" set closed_at = ${work.now}, closed_by = 'x' where tenant_id = ${work.tenant} and id = ${id}`
  for (let n = 0; n < 8; n++) {
    const { case: id } = await centre.arrive()
    await Promise.allSettled([
      centre.work(around(id)),
      centre.work((work) => block(work, advice(centre, id))),
      centre.work((work) => close(work, { id })),
    ])
    const shown = await centre.work((work) => view(work, { id }))
    assert.ok(shown.status === 'open' || shown.blockers.length === 0, 'closed over what waits')
  }
  const { case: id } = await centre.arrive()
  await centre.work((work) => block(work, advice(centre, id)))
  await assert.rejects(centre.work(around(id)), /without a reason/)
})
