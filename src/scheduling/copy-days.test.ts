import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import { copyDays } from './plans/copy.ts'
import { at, MONDAY, on, testCentre } from './test-planned.ts'

test('days copied out of another plan leave out whoever is away by then', async () => {
  const centre = await testCentre(2)
  const [before, next] = [await centre.plan(), await centre.plan({ first_day: '2026-11-30' })]
  const [away = centre.boss, there = centre.boss] = centre.people
  for (const person of [away, there]) await centre.add(before.id, person, on(MONDAY))
  await centre.work((work) => staff.planAbsence(work, { person_id: away, starts_at: at('2026-11-30T00:00'), ends_at: at('2026-12-01T00:00'), reason: 'leave', deputy_id: null }))
  const copied = await centre.work((work) => copyDays(work, { id: next.id, from_plan: before.id, from: MONDAY, days: 7, to: '2026-11-30' }), centre.as(centre.boss))
  assert.deepEqual([copied.copied, copied.left_out], [1, 1])
  assert.deepEqual((await centre.shifts(next.id)).map(({ person, starts_at }) => [person, starts_at]), [[there, at('2026-11-30T09:00')]])
}) // prettier-ignore
