import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import type { PersonId, Refusal } from '#base/contract'
import { Refused } from '#base/refusal'
import { startJobs } from '#base/jobs'
import { bid, choose, listOpenShifts, offerShift } from './bids/bids.ts'
import { bidsClosed, notByLaw, notOfPlan, swapOvertaken, swapPending, swapTaken, swapTooLate, type PlanId } from './contract.ts'
import { workers } from './listen.ts'
import { myShifts } from './mine/my-shifts.ts'
import { showPlan } from './plans/show.ts'
import { swapChoices } from './swaps/choices.ts'
import { answerSwap, listSwaps, offerSwap, takeSwap } from './swaps/swaps.ts'
import { changeSettings } from './terms/settings.ts'
import { at, MONDAY, on, testCentre, type PlannedCentre } from './test-planned.ts'

const TUESDAY = '2026-11-24'
const refusedAs =
  <Details>(refusal: Refusal<Details>) =>
  (error: unknown): boolean =>
    error instanceof Refused && error.refusal.code === refusal.code
const daysOf = async (centre: PlannedCentre, person: PersonId): Promise<string[]> =>
  (await centre.work((work) => myShifts(work, { from: MONDAY, days: 14 }), centre.as(person, 'agent'))).shifts.map(
    ({ day }) => day,
  )

async function published(
  centre: PlannedCentre,
  shifts: readonly [PersonId, string, string?, string?][],
): Promise<{ plan: PlanId; ids: string[] }> {
  const plan = await centre.plan()
  const ids: string[] = []
  for (const [person, day, from, to] of shifts) ids.push((await centre.add(plan.id, person, on(day, from, to))).id)
  await centre.publish(plan.id)
  return { plan: plan.id, ids }
}

test('a shift is offered, a colleague gives one of theirs for it, and once it is granted both see the other', async () => {
  const centre = await testCentre(2)
  const [one = centre.boss, other = centre.boss] = centre.people
  const { plan } = await published(centre, [[one, MONDAY], [other, TUESDAY]])
  const { shifts } = await centre.work((work) => myShifts(work, { days: 14 }), centre.as(one, 'agent'))
  const choices = await centre.work((work) => swapChoices(work, { shift: shifts[0]!.id }), centre.as(one, 'agent'))
  assert.deepEqual([choices.shifts.map(({ day }) => day), choices.free.some(({ id }) => id === other)], [[TUESDAY], true])
  const swap = await centre.work((work) => offerSwap(work, { shift: shifts[0]!.id, to: other, for_shift: choices.shifts[0]!.id, note: 'Rendez-vous' }), centre.as(one, 'agent'))
  await assert.rejects(centre.work((work) => offerSwap(work, { shift: shifts[0]!.id, to: null, for_shift: null, note: '' }), centre.as(one, 'agent')), refusedAs(swapPending))
  const taken = await centre.work((work) => takeSwap(work, { id: swap.id }), centre.as(other, 'agent'))
  assert.equal(taken.state, 'taken')
  assert.deepEqual([await daysOf(centre, one), await daysOf(centre, other)], [[MONDAY], [TUESDAY]])
  const waiting = await centre.work((work) => listSwaps(work, { which: 'to_answer', limit: 10 }), centre.as(centre.boss))
  assert.deepEqual(waiting.items.map(({ id, may }) => [id, may]), [[swap.id, ['answer']]])
  const granted = await centre.work((work) => answerSwap(work, { id: swap.id, grant: true, because: '' }), centre.as(centre.boss))
  assert.deepEqual([granted.state, granted.gives.person.id, granted.wants?.person.id], ['granted', one, other]) // who offered and who took, not who has it now
  assert.deepEqual([await daysOf(centre, one), await daysOf(centre, other)], [[TUESDAY], [MONDAY]])
  assert.equal((await centre.work((work) => showPlan(work, { id: plan }), centre.as(centre.boss))).state, 'published')
}) // prettier-ignore

test('of two who take the same shift at once one has it, and the other is told that somebody was faster', async () => {
  const centre = await testCentre(3)
  const [one = centre.boss, two = centre.boss, three = centre.boss] = centre.people
  const { ids } = await published(centre, [[one, MONDAY]])
  await centre.work((work) => changeSettings(work, { version: 0, swaps_by_rule: true }))
  const swap = await centre.work((work) => offerSwap(work, { shift: ids[0] as never, to: null, for_shift: null, note: '' }), centre.as(one, 'agent'))
  const both = await Promise.allSettled([two, three].map((who) => centre.work((work) => takeSwap(work, { id: swap.id }), centre.as(who, 'agent'))))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const refused = both.find((each) => each.status === 'rejected')
  assert.ok(refusedAs(swapTaken)(refused?.reason), String(refused?.reason))
  const theirs = [await daysOf(centre, one), await daysOf(centre, two), await daysOf(centre, three)]
  assert.deepEqual(theirs.map((days) => days.length).toSorted((a, b) => a - b), [0, 0, 1])
  assert.deepEqual(theirs[0], [])
}) // prettier-ignore

test('a swap the law forbids is not taken, and one whose shift has changed meanwhile is not granted', async () => {
  const centre = await testCentre(2)
  const [one = centre.boss, other = centre.boss] = centre.people
  const { plan, ids } = await published(centre, [[one, MONDAY, '14:00', '20:00'], [other, TUESDAY, '06:30', '12:00'], [one, '2026-11-26']])
  const late = await centre.work((work) => offerSwap(work, { shift: ids[0] as never, to: null, for_shift: null, note: '' }), centre.as(one, 'agent'))
  const [seen] = (await centre.work((work) => listSwaps(work, { which: 'mine', limit: 10 }), centre.as(other, 'agent'))).items
  assert.deepEqual([seen?.may, seen?.troubles.filter(({ hard }) => hard).map(({ code }) => code)], [[], ['daily_rest']]) // why not is read before it is tried
  await assert.rejects(centre.work((work) => takeSwap(work, { id: late.id }), centre.as(other, 'agent')), refusedAs(notByLaw))
  const other_ = await centre.work((work) => offerSwap(work, { shift: ids[2] as never, to: other, for_shift: null, note: '' }), centre.as(one, 'agent'))
  await centre.work((work) => takeSwap(work, { id: other_.id }), centre.as(other, 'agent'))
  const shift = (await centre.shifts(plan)).find(({ id }) => id === ids[2])!
  await centre.move(plan, { do: 'retime', shift: shift.id, version: shift.version, ...on('2026-11-26', '10:00', '18:00') })
  await centre.publish(plan)
  await assert.rejects(centre.work((work) => answerSwap(work, { id: other_.id, grant: true, because: '' }), centre.as(centre.boss)), refusedAs(swapOvertaken))
}) // prettier-ignore

test('what is offered to all is seen by colleagues of the plan, and by nobody else; to somebody who is not of it nothing can be offered', async () => {
  const centre = await testCentre(2)
  const plan = await centre.plan()
  const [one = centre.boss, other = centre.boss] = centre.people
  const shift = await centre.add(plan.id, one, on(MONDAY))
  await centre.publish(plan.id)
  const stranger = (await centre.work((work) => staff.addPerson(work, { name: 'Autre équipe', email: `x-${plan.id}@centre.example`, language: 'fr', roles: ['agent'] }))).id
  const offer = (to: typeof one | null) => centre.work((work) => offerSwap(work, { shift: shift.id, to, for_shift: null, note: '' }), centre.as(one, 'agent'))
  await assert.rejects(offer(stranger), (error: unknown) => error instanceof Refused && error.refusal.code === notOfPlan.code)
  await offer(null)
  const seenBy = async (person: typeof one) => (await centre.work((work) => listSwaps(work, { which: 'mine', limit: 10 }), centre.as(person, 'agent'))).items.length
  assert.deepEqual([await seenBy(one), await seenBy(other), await seenBy(stranger)], [1, 1, 0])
}) // prettier-ignore

test('who is not of the plan takes none of its shifts, and a shift that has begun changes hands no more', async () => {
  const centre = await testCentre(2)
  const [one = centre.boss, other = centre.boss] = centre.people
  const { ids } = await published(centre, [[one, MONDAY]])
  const stranger = (await centre.work((work) => staff.addPerson(work, { name: 'Passante', email: `s-${ids[0]}@centre.example`, language: 'fr', roles: ['agent'] }))).id
  const { id } = await centre.work((work) => offerSwap(work, { shift: ids[0] as never, to: null, for_shift: null, note: '' }), centre.as(one, 'agent'))
  await assert.rejects(centre.work((work) => takeSwap(work, { id }), centre.as(stranger, 'agent')), refusedAs(notOfPlan))
  await centre.work((work) => takeSwap(work, { id }), centre.as(other, 'agent'))
  centre.clock.set(at(`${MONDAY}T08:00`))
  await assert.rejects(centre.work((work) => swapChoices(work, { shift: ids[0] as never }), centre.as(one, 'agent')), refusedAs(swapTooLate))
  centre.clock.set(at(`${MONDAY}T09:01`))
  await assert.rejects(centre.work((work) => answerSwap(work, { id, grant: true, because: '' }), centre.as(centre.boss)), refusedAs(swapTooLate))
  assert.deepEqual(await daysOf(centre, one), [MONDAY])
}) // prettier-ignore

test('a shift that is offered goes to the one who bore least lately; the others are told, and who is away cannot bid', async () => {
  const centre = await testCentre(3)
  const [one = centre.boss, two = centre.boss, three = centre.boss] = centre.people
  const before = await centre.plan({ first_day: '2026-11-16', days: 7 })
  await centre.add(before.id, one, on('2026-11-21'))
  await centre.publish(before.id)
  const { plan } = await published(centre, [[one, MONDAY]])
  const open = await centre.work((work) => offerShift(work, { plan, ...on('2026-11-28'), places: 1, teams: [], skills: [], site: null, rule: 'fairness', note: '' }), centre.as(centre.boss))
  await centre.work((work) => staff.planAbsence(work, { person_id: three, starts_at: at('2026-11-28T00:00'), ends_at: at('2026-11-29T00:00'), reason: 'leave', deputy_id: null }))
  await assert.rejects(centre.work((work) => bid(work, { id: open.id }), centre.as(three, 'agent')), refusedAs(notByLaw))
  await centre.work((work) => bid(work, { id: open.id }), centre.as(one, 'agent'))
  centre.clock.advance({ minutes: 1 })
  await centre.work((work) => bid(work, { id: open.id }), centre.as(two, 'agent'))
  assert.deepEqual((await centre.work((work) => listOpenShifts(work, { past: false, limit: 10 }), centre.as(two, 'agent'))).items[0]?.bids.length, 1)
  centre.clock.set(open.closes_at)
  const jobs = startJobs(centre.open, workers)
  await jobs.settled()
  await jobs.stop()
  const [closed] = (await centre.work((work) => listOpenShifts(work, { past: true, limit: 10 }), centre.as(centre.boss))).items
  assert.deepEqual([closed?.state, closed?.bids.filter(({ chosen }) => chosen).map(({ person }) => person.id)], ['filled', [two]])
  assert.deepEqual(await daysOf(centre, two), ['2026-11-28'])
  await assert.rejects(centre.work((work) => choose(work, { id: open.id }), centre.as(centre.boss)), refusedAs(bidsClosed))
}) // prettier-ignore

test('first come, first served: of two who bid at once for one place, one has it, and the shift that was nobody’s is theirs', async () => {
  const centre = await testCentre(2)
  const [one = centre.boss, two = centre.boss] = centre.people
  const { plan } = await published(centre, [[one, MONDAY]])
  await centre.add(plan, null, on('2026-11-27'))
  const open = await centre.work((work) => offerShift(work, { plan, ...on('2026-11-27'), places: 1, teams: [], skills: [], site: null, rule: 'first', note: '' }), centre.as(centre.boss))
  const both = await Promise.allSettled([one, two].map((who) => centre.work((work) => bid(work, { id: open.id }), centre.as(who, 'agent'))))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.equal([...(await daysOf(centre, one)), ...(await daysOf(centre, two))].filter((day) => day === '2026-11-27').length, 1)
  assert.deepEqual((await centre.shifts(plan)).filter(({ day }) => day === '2026-11-27').map(({ person, locked }) => [person !== null, locked]), [[true, true]])
}) // prettier-ignore
