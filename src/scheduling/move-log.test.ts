import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from '#base/refusal'
import { changedSince, notByLaw } from './contract.ts'
import { showMoves } from './moves/log.ts'
import { redo, turnMove, undo } from './moves/undo.ts'
import { showPlan } from './plans/show.ts'
import { previewPublishing } from './publish/publish.ts'
import { listFairness } from './terms/fairness.ts'
import { MONDAY, on, testCentre } from './test-planned.ts'

const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code

test('whoever manages the plan takes one move back out of the log, whoever made it, and does it again; later ones stay', async () => {
  const centre = await testCentre(2)
  const plan = await centre.plan()
  const [one = centre.boss, other = centre.boss] = centre.people
  const shift = await centre.add(plan.id, one, on(MONDAY))
  await centre.add(plan.id, other, on(MONDAY))
  const log = () => centre.work((work) => showMoves(work, { id: plan.id, limit: 10 }), centre.as(other))
  const [, first] = (await log()).items
  assert.deepEqual([first?.may, first?.people.map(({ id }) => id)], [['undo'], [one]])
  const turn = (undone: boolean) => centre.work((work) => turnMove(work, { id: plan.id, move: first!.id, undone }), centre.as(other))
  assert.deepEqual((await turn(true)).removed, [shift.id])
  assert.deepEqual((await centre.shifts(plan.id)).map(({ person }) => person), [other])
  assert.deepEqual((await log()).items[1]?.may, ['redo'])
  await assert.rejects(turn(true), refusedAs(changedSince.code)) // it is done already
  assert.equal((await turn(false)).shifts[0]?.id, shift.id)
}) // prettier-ignore

test('a move that later ones were built upon is not offered to be taken back, and refused in words where the law says no by now', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  const [one = centre.boss] = centre.people
  const late = await centre.add(plan.id, one, on(MONDAY, '13:00', '21:00'))
  const { shifts: [earlier] } = await centre.move(plan.id, { do: 'retime', shift: late.id, version: 1, ...on(MONDAY, '09:00', '17:00') })
  await centre.add(plan.id, one, on('2026-11-24', '07:00', '14:00'))
  const log = async () => (await centre.work((work) => showMoves(work, { id: plan.id, limit: 10 }), centre.as(centre.boss))).items
  const [, retimed, added] = await log()
  assert.deepEqual([retimed?.may, added?.may], [['undo'], []])
  const undo = (move: typeof retimed) => centre.work((work) => turnMove(work, { id: plan.id, move: move!.id, undone: true }), centre.as(centre.boss))
  await assert.rejects(undo(added), refusedAs(changedSince.code))
  await assert.rejects(undo(retimed), refusedAs(notByLaw.code)) // ten hours of rest
  assert.equal((await centre.shifts(plan.id)).find(({ id }) => id === earlier?.id)?.starts_at, on(MONDAY).starts_at)
}) // prettier-ignore

test('a plan whose moves since it was published are all taken back is as published; one of two is not enough', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  const [one = centre.boss] = centre.people
  const shift = await centre.add(plan.id, one, on(MONDAY))
  centre.clock.advance({ minutes: 1 })
  await centre.publish(plan.id)
  centre.clock.advance({ minutes: 1 })
  const as = centre.as(centre.boss)
  const state = async () => (await centre.work((work) => showPlan(work, { id: plan.id }), as)).state
  const back = () => centre.work((work) => undo(work, { id: plan.id }), as)
  await centre.move(plan.id, { do: 'retime', shift: shift.id, version: 1, ...on(MONDAY, '10:00', '18:00') })
  await centre.add(plan.id, one, on('2026-11-24'))
  await back()
  assert.equal(await state(), 'changed')
  assert.equal((await back()).plan_state, 'published')
  assert.equal(await state(), 'published')
  assert.deepEqual((await centre.work((work) => previewPublishing(work, { id: plan.id }), as)).changes, [])
  await centre.add(plan.id, one, on('2026-11-25'))
  assert.equal(await state(), 'changed')
  await back()
  assert.equal(await state(), 'published') // also the second time
  await back() // what was published is taken back itself
  assert.equal(await state(), 'changed')
  await centre.work((work) => redo(work, { id: plan.id }), as)
  assert.equal((await centre.work((work) => previewPublishing(work, { id: plan.id }), as)).changes.length, 0)
}) // prettier-ignore

test('a night is a shift the law calls so: before six, after nine in the evening, or into the next day', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  const [one = centre.boss] = centre.people
  for (const [day, from, to] of [['2026-11-23', '05:45', '10:00'], ['2026-11-24', '14:00', '21:00'], ['2026-11-26', '14:00', '21:15']] as const)
    await centre.add(plan.id, one, on(day, from, to))
  await centre.publish(plan.id)
  const { items } = await centre.work((work) => listFairness(work, { before: '2026-11-30', weeks: 1, limit: 10 }), centre.as(centre.boss))
  const found = items.find(({ person }) => person.id === one)
  assert.deepEqual([found?.late_shifts, found?.nights, found?.early_shifts, found?.saturdays], [2, 2, 1, 0])
}) // prettier-ignore
