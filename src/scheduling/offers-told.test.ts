import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import { startJobs } from '#base/jobs'
import type { PersonId } from '#base/contract'
import { bid, listOpenShifts, offerShift, withdrawOpenShift } from './bids/bids.ts'
import { workers } from './listen.ts'
import { unpublishPlan } from './publish/publish.ts'
import { offerSwap, takeSwap, withdrawSwap } from './swaps/swaps.ts'
import { at, MONDAY, on, testCentre, type PlannedCentre } from './test-planned.ts'

const OFFERS = 'scheduling.open_shift'
async function jobsDone(centre: PlannedCentre): Promise<void> {
  const jobs = startJobs(centre.open, workers)
  await jobs.settled()
  await jobs.stop()
}
const bellOf = async (centre: PlannedCentre, person: PersonId): Promise<string[]> =>
  (await centre.work((work) => staff.listNotices(work, { limit: 50, only: 'unseen' }), centre.as(person))).items.flatMap(({ kind, fr }) => (kind === OFFERS ? [fr] : [])) // prettier-ignore
const plain = (said: readonly string[]): string[] => said.map((each) => each.replaceAll(/[\u00a0\u202f]/g, ' '))

test('a shift offered to all rings for those who may take it, once for all that is offered, and no more when it is taken', async () => {
  const centre = await testCentre(4)
  const [giver = centre.boss, free = centre.boss, tired = centre.boss, away = centre.boss] = centre.people
  const plan = await centre.plan()
  const offered = await centre.add(plan.id, giver, on('2026-11-24', '06:30', '12:00'))
  const other = await centre.add(plan.id, giver, on('2026-11-26'))
  await centre.add(plan.id, tired, on(MONDAY, '14:00', '22:00')) // too short a rest before the first
  await centre.publish(plan.id)
  await centre.work((work) => staff.planAbsence(work, { person_id: away, starts_at: at('2026-11-24T00:00'), ends_at: at('2026-11-28T00:00'), reason: 'leave', deputy_id: null }))
  const offer = (shift: typeof offered) => centre.work((work) => offerSwap(work, { shift: shift.id, to: null, for_shift: null, note: '' }), centre.as(giver, 'agent'))
  const swap = await offer(offered)
  await jobsDone(centre)
  assert.deepEqual(plain(await bellOf(centre, free)), ['Une vacation que vous pouvez prendre est proposée : mardi 24 novembre de 6 h 30 à 12 h.'])
  assert.deepEqual([await bellOf(centre, tired), await bellOf(centre, away), await bellOf(centre, giver)], [[], [], []])
  await offer(other)
  await jobsDone(centre)
  assert.deepEqual(plain(await bellOf(centre, free)), ['2 vacations que vous pouvez prendre sont proposées, la première mardi 24 novembre de 6 h 30 à 12 h.'])
  assert.deepEqual(plain(await bellOf(centre, tired)), ['Une vacation que vous pouvez prendre est proposée : jeudi 26 novembre de 9 h à 17 h.'])
  await centre.work((work) => takeSwap(work, { id: swap.id }), centre.as(free, 'agent'))
  assert.deepEqual(plain(await bellOf(centre, free)), ['Une vacation que vous pouvez prendre est proposée : jeudi 26 novembre de 9 h à 17 h.'])
  await centre.work((work) => withdrawSwap(work, { id: swap.id }), centre.as(free, 'agent')) // lets go: offered again, to others
  await jobsDone(centre)
  assert.deepEqual((await bellOf(centre, free)).length, 1)
}) // prettier-ignore

test('an open shift rings for those who may work it; whoever bids is asked no more, nobody once it is withdrawn or its plan taken back', async () => {
  const centre = await testCentre(2)
  const [one = centre.boss, two = centre.boss] = centre.people
  const plan = await centre.plan()
  await centre.add(plan.id, one, on(MONDAY))
  await centre.publish(plan.id)
  const offer = (day: string) => centre.work((work) => offerShift(work, { plan: plan.id, ...on(day), places: 1, teams: [], skills: [], site: null, rule: 'fairness', note: '' }), centre.as(centre.boss))
  const rings = async () => [(await bellOf(centre, one)).length, (await bellOf(centre, two)).length]
  const open = await offer('2026-11-26')
  await jobsDone(centre)
  assert.deepEqual(await rings(), [1, 1])
  await centre.work((work) => bid(work, { id: open.id }), centre.as(one, 'agent'))
  assert.deepEqual(await rings(), [0, 1])
  await centre.work((work) => withdrawOpenShift(work, { id: open.id }), centre.as(centre.boss))
  assert.deepEqual((await bellOf(centre, two)).length, 0)
  await offer('2026-11-27')
  await jobsDone(centre)
  await centre.work((work) => unpublishPlan(work, { id: plan.id }), centre.as(centre.boss))
  await centre.hear()
  assert.deepEqual(await rings(), [1, 0]) // who bid was told that it is no longer offered
  assert.deepEqual((await centre.work((work) => listOpenShifts(work, { past: false, limit: 10 }), centre.as(two, 'agent'))).items, [])
}) // prettier-ignore
