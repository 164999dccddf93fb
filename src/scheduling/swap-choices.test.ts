import assert from 'node:assert/strict'
import { test } from 'node:test'
import { swapChoices } from './swaps/choices.ts'
import { MONDAY, on, testCentre } from './test-planned.ts'

test('a colleague with the very same hours is no choice: nothing would change for either', async () => {
  const centre = await testCentre(3)
  const plan = await centre.plan()
  const [me = centre.boss, same = centre.boss, later = centre.boss] = centre.people
  const mine = await centre.add(plan.id, me, on(MONDAY, '08:00', '12:00'))
  await centre.add(plan.id, same, on(MONDAY, '08:00', '12:00'))
  await centre.add(plan.id, later, on(MONDAY, '13:00', '17:00'))
  await centre.publish(plan.id)
  const { shifts } = await centre.work((work) => swapChoices(work, { shift: mine.id }), centre.as(me, 'agent'))
  assert.deepEqual(shifts.map(({ person }) => person.id), [later]) // prettier-ignore
})
