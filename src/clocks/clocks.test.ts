import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import type { CaseId } from '#cases/contract'
import { clockBreached, clockMet, clockWarned } from './contract.ts'
import { clocksOf } from './store/clock.ts'
import { goingOn, testDesk, type TestDesk } from './test-desk.ts'

const standing = async (desk: TestDesk, of: CaseId) =>
  (await desk.work((work) => clocksOf(work, [of]))).map((clock) => ({ kind: clock.kind, round: clock.round, due: clock.due_at?.toString() ?? null, ended: clock.ended_as, paused: clock.paused_because, late: clock.breached_at !== null })) // prettier-ignore

test('a customer who writes starts the clocks of the first answer and of the resolution, in the working hours of the door', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  await desk.hear()
  assert.deepEqual(await standing(desk, of), [
    { kind: 'resolution', round: 1, due: '2026-11-27T09:00:00Z', ended: null, paused: null, late: false },
    { kind: 'first_answer', round: 1, due: '2026-11-23T09:00:00Z', ended: null, paused: null, late: false },
  ])
  await desk.answer(of)
  await desk.hear()
  assert.deepEqual(await standing(desk, of), [
    { kind: 'resolution', round: 1, due: null, ended: null, paused: 'waiting_for_customer', late: false },
    { kind: 'first_answer', round: 1, due: '2026-11-23T09:00:00Z', ended: 'met', paused: null, late: false },
  ])
  assert.deepEqual((await desk.heard(clockMet)).map(({ kind, late }) => ({ kind, late })), [{ kind: 'first_answer', late: false }]) // prettier-ignore
})

test('several messages before our answer count from the first; the next answer is owed from the first one after it', async () => {
  const desk = await testDesk()
  const filed = await desk.write()
  desk.clock.advance({ hours: 1 })
  await desk.write(goingOn(filed))
  desk.clock.advance({ hours: 1 })
  await desk.answer(filed.case)
  desk.clock.advance({ hours: 1 })
  await desk.write(goingOn(filed))
  desk.clock.advance({ hours: 1 })
  await desk.write(goingOn(filed))
  await desk.hear()
  const [, first, next] = await desk.work((work) => clocksOf(work, [filed.case]))
  assert.equal(first?.started_at.toString(), '2026-11-20T09:00:00Z')
  assert.equal(next?.kind, 'next_answer')
  assert.equal(next?.started_at.toString(), '2026-11-20T12:00:00Z')
})

test('its owner is warned before the breach and told of it, once each; the mark stays when it is answered late', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  await desk.hear()
  for (const at of ['2026-11-20T15:44:59Z', '2026-11-20T15:45:00Z', '2026-11-20T15:46:00Z']) await desk.until(at) // three quarters of nine hours
  assert.equal((await desk.heard(clockWarned)).length, 1)
  for (const at of ['2026-11-23T08:59:00Z', '2026-11-23T09:00:00Z', '2026-11-23T09:01:00Z']) await desk.until(at)
  assert.equal((await desk.heard(clockBreached)).length, 1)
  await desk.answer(of)
  await desk.hear()
  assert.equal((await standing(desk, of)).find(({ kind }) => kind === 'first_answer')?.late, true)
  assert.deepEqual((await desk.heard(clockMet)).map(({ late }) => late), [true]) // prettier-ignore
})

test('an answer that was given in time is no breach, although the readers slept through the moment', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  await desk.hear()
  desk.clock.set('2026-11-23T08:30:00Z')
  await desk.answer(of)
  await desk.until('2026-11-23T10:00:00Z') // the timer rings; nobody has read the journal since
  assert.deepEqual(await desk.heard(clockBreached), [])
  assert.equal((await standing(desk, of)).find(({ kind }) => kind === 'first_answer')?.ended, 'met')
})

test('an answer that failed is none, until it arrived after all', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  const sent = await desk.answer(of)
  await desk.hear()
  desk.clock.advance({ minutes: 10 })
  await desk.work((work) => cases.settle(work, sent, { state: 'failed', detail: 'no such mailbox' }))
  await desk.hear()
  const first = async () => (await desk.work((work) => clocksOf(work, [of]))).find(({ kind }) => kind === 'first_answer')
  assert.equal((await first())?.ended_at, null, 'still owed, from when the customer wrote')
  assert.equal((await first())?.started_at.toString(), '2026-11-20T09:00:00Z')
  desk.clock.advance({ minutes: 10 })
  await desk.work((work) => cases.settle(work, sent, { state: 'handed_over', detail: null }))
  await desk.hear()
  assert.equal((await first())?.ended_at?.toString(), '2026-11-20T09:20:00Z')
})
