import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import { caseHandled, ownerChanged } from './contract.ts'
import { doneAsRouted, handle } from './handle.ts'
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

test('whoever stands in for the person on duty was not chosen in particular either', async () => {
  const centre = await testCentre()
  await centre.work((work) =>
    staff.planAbsence(work, {
      person_id: centre.anna,
      starts_at: '2026-11-19T00:00:00Z',
      ends_at: '2026-11-30T00:00:00Z',
      reason: 'leave',
      deputy_id: centre.chloe,
    }),
  )
  const { case: id } = await centre.arrive()
  const owner = async () => {
    const shown = await centre.work((work) => view(work, { id }))
    return [shown.owner.name, shown.chosen_by]
  }
  assert.deepEqual(await owner(), ['Chloe', 'duty_stand_in'])
  await centre.work((work) => takeAsRouted(work, { id, person: centre.bruno, answers_for_it: true }), centre.as(centre.bruno))
  assert.deepEqual(await owner(), ['Bruno', 'routed'])
})

test('routing ends only the work it began: whoever said by hand that they work on the case, before or after, still does', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const bruno = centre.as(centre.bruno)
  const accept = () => centre.work((work) => takeAsRouted(work, { id, person: centre.bruno, answers_for_it: false }), bruno)
  const byHand = () => centre.work((work) => handle(work, { id, person: 'me' }), bruno)
  const done = () => centre.work((work) => doneAsRouted(work, { id, person: centre.bruno }))
  const named = async () => (await centre.work((work) => view(work, { id }))).handlers.map(({ name }) => name)
  await accept()
  await done()
  assert.deepEqual(await named(), [])
  await byHand()
  await accept()
  await done()
  assert.deepEqual(await named(), ['Bruno'])
})

test('whoever was given work and then says that they work on the case goes on when it is done', async () => {
  const centre = await testCentre()
  const { case: id } = await centre.arrive()
  const bruno = centre.as(centre.bruno)
  await centre.work((work) => takeAsRouted(work, { id, person: centre.bruno, answers_for_it: false }), bruno)
  await centre.work((work) => handle(work, { id, person: 'me' }), bruno)
  await centre.work((work) => doneAsRouted(work, { id, person: centre.bruno }))
  assert.deepEqual(
    (await centre.work((work) => view(work, { id }))).handlers.map(({ name }) => name),
    ['Bruno'],
  )
})
