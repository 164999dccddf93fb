import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseHandled, ownerChanged } from './contract.ts'
import { setOwner } from './set-owner.ts'
import { takeAsRouted } from './take-as-routed.ts'
import { testCentre } from './test-centre.ts'
import { view } from './view.ts'

test('a case that only the person on duty had is answered for by whoever accepts it', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  await centre.work((work) => takeAsRouted(work, { id, person: centre.bruno, answers_for_it: true }), centre.as(centre.bruno))
  const shown = await centre.work((work) => view(work, { id }))
  assert.deepEqual([shown.owner.name, shown.chosen_by, shown.handlers.map(({ name }) => name)], ['Bruno', 'routed', ['Bruno']])
  assert.deepEqual((await centre.heard(ownerChanged)).map(({ from, chosen_by }) => [from, chosen_by]), [[centre.anna, 'routed']]) // prettier-ignore
})

test('a case that somebody answers for stays theirs, whoever works on it', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  await centre.work((work) => setOwner(work, { id, owner: centre.chloe }))
  await centre.work((work) => takeAsRouted(work, { id, person: centre.bruno, answers_for_it: true }), centre.as(centre.bruno))
  const shown = await centre.work((work) => view(work, { id }))
  assert.deepEqual([shown.owner.name, shown.chosen_by, shown.handlers.map(({ name }) => name)], ['Chloe', 'assigned', ['Bruno']])
})

test('a queue may leave its cases to the person on duty', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  await centre.work((work) => takeAsRouted(work, { id, person: centre.bruno, answers_for_it: false }))
  const shown = await centre.work((work) => view(work, { id }))
  assert.deepEqual([shown.owner.name, shown.chosen_by], ['Anna', 'duty'])
  assert.equal((await centre.heard(caseHandled)).length, 1)
})
