import assert from 'node:assert/strict'
import { test } from 'node:test'
import { swapTaken } from './contract.ts'
import { myShifts } from './mine/my-shifts.ts'
import { previewPublishing } from './publish/publish.ts'
import { listSwaps, offerSwap, refuseSwap } from './swaps/swaps.ts'
import { usualContract, writeContract } from './terms/contracts.ts'
import { fairnessFor } from './terms/fairness.ts'
import { answerPreference, wish } from './terms/preferences.ts'
import * as staff from '#staff'
import { Refused } from '#base/refusal'
import { at, MONDAY, on, testCentre } from './test-planned.ts'

const days = [0, 1, 2, 3, 4].map((day) => Temporal.PlainDate.from(MONDAY).add({ days: day }).toString())

test('overtime a contract allows is said to who plans it and to who works it, week by week; a short week takes none of it away', async () => {
  const centre = await testCentre(1)
  const [one = centre.boss] = centre.people
  await centre.work((work) => writeContract(work, { person: one, version: 0, from: '2026-01-05', until: null, terms: { ...usualContract, overtime_most: 4 } }))
  const plan = await centre.plan({ days: 14 })
  for (const day of days) await centre.add(plan.id, one, on(day, '09:00', '17:30')) // eight and a half hours, one of them lunch
  await centre.add(plan.id, one, on('2026-12-01'))
  const { troubles } = await centre.work((work) => previewPublishing(work, { id: plan.id }), centre.as(centre.boss))
  assert.deepEqual(troubles.flatMap(({ code, hard, day, fr }) => (code === 'contract_overtime' ? [[hard, day, /2.h.30.*supplémentaires/.test(fr)]] : [])), [[false, MONDAY, true]])
  await centre.publish(plan.id)
  await centre.work((work) => staff.planAbsence(work, { person_id: one, starts_at: at('2026-11-27T00:00'), ends_at: at('2026-11-28T00:00'), reason: 'leave', deputy_id: null }))
  centre.clock.set(at('2026-11-24T00:00'))
  const [week] = (await centre.work((work) => myShifts(work, { from: MONDAY, days: 7 }), centre.as(one, 'agent'))).hours
  assert.deepEqual(week, { week: MONDAY, planned_min: 2250, contract_min: 2100, done_min: 450, away_min: 450, extra_min: 150, part_time: false })
  const asked = await centre.work((work) => wish(work, { kind: 'off', weekdays: [], day: '2026-12-04', weight: 3, from: null, until: null, note: '' }), centre.as(one, 'agent'))
  await centre.work((work) => answerPreference(work, { id: asked.id, grant: false, because: 'Trop peu de monde' }), centre.as(centre.boss))
  const fair = await centre.work((work) => fairnessFor(work, [one], { before: Temporal.PlainDate.from('2026-12-07'), weeks: 2 }))
  assert.deepEqual([fair.get(one)?.extra_min, fair.get(one)?.wishes_declined], [150, 1])
}) // prettier-ignore

test('who is asked alone may say no, with why; who offered reads it and may offer the shift again; nobody refuses for all', async () => {
  const centre = await testCentre(2)
  const [one = centre.boss, other = centre.boss] = centre.people
  const plan = await centre.plan()
  const shift = await centre.add(plan.id, one, on('2026-11-26'))
  await centre.publish(plan.id)
  const offer = (to: typeof one | null) => centre.work((work) => offerSwap(work, { shift: shift.id, to, for_shift: null, note: '' }), centre.as(one, 'agent'))
  const swap = await offer(other)
  const seen = async () => (await centre.work((work) => listSwaps(work, { which: 'mine', limit: 5 }), centre.as(other, 'agent'))).items[0]?.may
  assert.deepEqual(await seen(), ['take', 'refuse'])
  await centre.work((work) => refuseSwap(work, { id: swap.id, because: 'Je suis chez le médecin' }), centre.as(other, 'agent'))
  const told = (await centre.work((work) => staff.listNotices(work, { limit: 9, only: 'unseen' }), centre.as(one))).items.map(({ en }) => en)
  assert.ok(told.includes('Agent 2 will not take your shift of Thursday 26 November, 09:00–17:00: Je suis chez le médecin'), told.join())
  const again = await offer(null)
  assert.deepEqual(await seen(), ['take'])
  const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-27', '2026-11-28']
  for (const day of week) await centre.add(plan.id, other, on(day, '09:00', '17:00'))
  await centre.publish(plan.id)
  const [item] = (await centre.work((work) => listSwaps(work, { which: 'mine', limit: 5 }), centre.as(other, 'agent'))).items
  assert.deepEqual([item?.may, item?.troubles.map(({ code, hard }) => [code, hard])], [['take'], [['contract_hours_more', false]]]) // six days of seven hours: told before it is taken
  await assert.rejects(centre.work((work) => refuseSwap(work, { id: again.id, because: '' }), centre.as(other, 'agent')), (error: unknown) => error instanceof Refused && error.refusal.code === swapTaken.code)
}) // prettier-ignore
