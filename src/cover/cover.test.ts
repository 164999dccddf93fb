import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as commitments from '#commitments'
import * as customers from '#customers'
import * as staff from '#staff'
import { startJobs } from '#base/jobs'
import { startTail } from '#base/journal'
import type { CustomerId } from '#customers/contract'
import type { AbsenceId } from '#staff/contract'
import { testDesk, type Desk } from './test-desk.ts'
import { covering } from './covering.ts'
import { homecoming, homecomings, markRead } from './homecoming/read.ts'
import { workers } from './index.ts'
import { readers } from './listen.ts'
import { approve } from './plan/approve.ts'
import { chooseCover } from './plan/choose.ts'
import { listCovered } from './plan/items.ts'
import { plan } from './plan/plan.ts'

const [FROM, UNTIL] = ['2026-11-23T08:00:00Z', '2026-12-05T08:00:00Z']
const asks = (desk: Desk, person = desk.anna, deputy: Desk['anna'] | null = null) =>
  desk.work(
    (work) => staff.planAbsence(work, { person_id: person, starts_at: FROM, ends_at: UNTIL, reason: 'leave', deputy_id: deputy }),
    desk.as(person, ['absence.approve', 'staff.manage']),
  )
const itemsOf = async (desk: Desk, absence: AbsenceId, kind: 'case' | 'contact' | 'promise') =>
  (await desk.work((work) => listCovered(work, { absence, kind, gaps: false, limit: 50 }), desk.as(desk.diane))).items

async function pass(desk: Desk, instant: string): Promise<void> {
  desk.clock.set(instant)
  const [tail, jobs] = [await startTail(desk.open, readers), startJobs(desk.open, workers)]
  await tail.settled()
  for (let left = 3; left > 0; left--) await jobs.settled()
  await Promise.all([tail.stop(), jobs.stop()])
}

test('before an absence is approved it is shown who covers what, why, and when they are away themselves', async () => {
  const desk = await testDesk()
  const { case: id, customer } = await desk.write('Camille Martin', 'Où en est ma commande ?')
  await desk.work((work) => customers.setPointOfContact(work, { of: { customer: customer as CustomerId }, person: desk.anna }))
  await desk.work(
    (work) => commitments.promise(work, { case: id, what: 'Vous rappeler', due: { at: '2026-11-25T09:00:00Z' } }),
    desk.as(desk.anna),
  )
  await desk.work((work) =>
    staff.planAbsence(work, {
      person_id: desk.bruno,
      starts_at: '2026-11-26T08:00:00Z',
      ends_at: '2026-11-28T08:00:00Z',
      reason: 'training',
      deputy_id: null,
    }),
  )
  const absence = await asks(desk, desk.anna, desk.bruno)
  const shown = await desk.work((work) => plan(work, { absence: absence.id }), desk.as(desk.diane))
  assert.deepEqual(shown.spans.map(({ person, because, from }) => [person?.name, because, from]), [
    ['Bruno', 'absence_deputy', FROM],
    ['Diane', 'manager', '2026-11-26T08:00:00Z'],
    ['Bruno', 'absence_deputy', '2026-11-28T08:00:00Z'],
  ]) // prettier-ignore
  assert.deepEqual(shown.counts.map(({ kind, count, gaps }) => [kind, count, gaps]), [['contact', 1, 0], ['case', 1, 0], ['promise', 1, 0], ['task', 0, 0], ['hand_over', 0, 0]]) // prettier-ignore
  const [bruno] = shown.covers
  assert.deepEqual([bruno?.person.name, bruno?.things, bruno?.away.length], ['Bruno', 3, 1])
})

test('what nobody covers is a gap, approved only with a reason or once somebody is chosen', async () => {
  const desk = await testDesk()
  const { case: id } = await desk.write('Camille Martin', 'Où en est ma commande ?')
  for (const person of [desk.bruno, desk.diane])
    await desk.work((work) =>
      staff.planAbsence(work, { person_id: person, starts_at: FROM, ends_at: UNTIL, reason: 'leave', deputy_id: null }),
    )
  const { id: absence, version } = await asks(desk)
  assert.equal((await desk.work((work) => plan(work, { absence }), desk.as(desk.diane))).gaps, 1)
  const yes = (because = '') => desk.work((work) => approve(work, { absence, version, because }), desk.as(desk.diane))
  await assert.rejects(yes(), /cover.gaps/)
  await desk.work(
    (work) => chooseCover(work, { absence, person: desk.chloe, items: [{ kind: 'case', id }] }),
    desk.as(desk.diane),
  )
  const [item] = await itemsOf(desk, absence, 'case')
  assert.deepEqual([item?.gap, item?.spans[0]?.because], [false, 'chosen'])
  assert.equal((await yes()).state, 'approved')
})

test('whoever was chosen for a case stands in for it during the absence, and the rule is back after it', async () => {
  const desk = await testDesk()
  const [one, two] = [await desk.write('Camille Martin', 'Où en est ma commande ?'), await desk.write('Dan Roy', 'Mon colis ?')]
  const { id: absence, version } = await asks(desk, desk.anna, desk.bruno)
  await desk.work(
    (work) => chooseCover(work, { absence, person: desk.chloe, items: [{ kind: 'case', id: one.case }] }),
    desk.as(desk.diane),
  )
  await desk.work((work) => approve(work, { absence, version, because: '' }), desk.as(desk.diane))
  const standsIn = async (id: typeof one.case) =>
    (await desk.work((work) => cases.view(work, { id }), desk.as(desk.diane))).covered_by?.person.name ?? null
  assert.equal(await standsIn(one.case), null, 'she is still here')
  desk.clock.set('2026-11-24T09:00:00Z')
  assert.deepEqual([await standsIn(one.case), await standsIn(two.case)], ['Chloé', 'Bruno'])
  const mine = await desk.work(covering, desk.as(desk.chloe))
  assert.deepEqual(mine.items.map(({ person, cases: n, chosen }) => [person.name, n, chosen]), [['Anna', 1, 1]]) // prettier-ignore
  assert.equal(
    (await desk.work((work) => cases.facts(work, [one.case]))).get(one.case)?.owner_id,
    desk.anna,
    'absence un-assigns nothing',
  )
  await pass(desk, UNTIL)
  assert.equal((await desk.work((work) => cases.namedDeputies(work, [one.case]))).size, 0)
})

test('a customer’s point of contact may have another stand-in for the time of an absence, and only for it', async () => {
  const desk = await testDesk()
  const { customer } = await desk.write('Camille Martin', 'Où en est ma commande ?')
  const id = customer as CustomerId // the shape of arrivals says a customer
  await desk.work((work) => customers.setPointOfContact(work, { of: { customer: id }, person: desk.anna }))
  desk.clock.advance({ hours: 1 })
  const { id: absence, version } = await asks(desk, desk.anna, desk.bruno)
  await desk.work(
    (work) => chooseCover(work, { absence, person: desk.chloe, items: [{ kind: 'contact', id }] }),
    desk.as(desk.diane),
  )
  await desk.work((work) => approve(work, { absence, version, because: '' }), desk.as(desk.diane))
  const contactAt = (at: string) => desk.work((work) => customers.contactFor(work, id, Temporal.Instant.from(at)))
  assert.equal((await contactAt('2026-11-24T09:00:00Z'))?.stand_in?.person, desk.chloe)
  assert.equal((await contactAt('2026-12-07T09:00:00Z'))?.stand_in?.person, desk.anna)
})

test('on return somebody reads what happened, what needs them first, until they have read it', async () => {
  const desk = await testDesk()
  const [quiet, waits, late, given] = [await desk.write('Eva Noël', 'Merci.'), await desk.write('Camille Martin', 'Où en est ma commande ?'), await desk.write('Dan Roy', 'Mon colis ?'), await desk.write('Zoé Blin', 'Ma facture ?')] // prettier-ignore
  await desk.work((work) =>
    staff.planAbsence(work, { person_id: desk.anna, starts_at: FROM, ends_at: UNTIL, reason: 'leave', deputy_id: desk.bruno }),
  )
  await pass(desk, '2026-11-24T09:00:00Z')
  await desk.work(
    (work) => cases.reply(work, { id: waits.case, text: 'Nous cherchons.', cc: [], uploads: [], undo_seconds: 0, close: false }),
    desk.as(desk.bruno),
  )
  await desk.work(
    (work) => commitments.promise(work, { case: late.case, what: 'Vous rappeler', due: { at: '2026-11-25T09:00:00Z' } }),
    desk.as(desk.bruno),
  )
  await desk.work((work) => cases.setOwner(work, { id: given.case, owner: desk.bruno }), desk.as(desk.diane))
  desk.clock.set('2026-11-26T09:00:00Z')
  await desk.write('Camille Martin', 'Toujours rien ?', {
    answers: (await desk.work((work) => cases.view(work, { id: waits.case }), desk.as(desk.bruno))).conversations[0]!.id,
    certain: true,
  })
  await pass(desk, UNTIL)
  const { items } = await desk.work(homecomings, desk.as(desk.anna))
  assert.equal(items.length, 1)
  const { absence } = items[0]!
  const read = await desk.work((work) => homecoming(work, { absence }), desk.as(desk.anna))
  const camille = read.cases.find(({ case: of }) => of.id === waits.case)!
  assert.deepEqual(
    [camille.waits, camille.came, camille.answered.map(({ person, times }) => [person?.name, times])],
    ['answer', 1, [['Bruno', 1]]],
  )
  assert.ok(!read.cases.some(({ case: of }) => of.id === quiet.case), 'what did not move is only counted')
  assert.deepEqual(
    [read.cases[0]?.case.id, read.cases[0]?.waits],
    [late.case, 'broken_promise'],
    'what was promised in their name comes first',
  )
  const taken = read.cases.find(({ case: of }) => of.id === given.case)
  assert.deepEqual(
    [taken?.now_with?.name, taken?.hand_overs.map(({ to, as }) => [to.name, as])],
    ['Bruno', [['Bruno', 'given']]],
    'what somebody took over without asking is told too',
  )
  assert.equal(read.unchanged, 1)
  await assert.rejects(
    desk.work((work) => homecoming(work, { absence }), desk.as(desk.bruno)),
    /homecoming_unknown/,
  )
  await desk.work((work) => markRead(work, { absence }), desk.as(desk.anna))
  assert.deepEqual((await desk.work(homecomings, desk.as(desk.anna))).items, [])
})

test('an absence that is called off before it begins leaves nothing behind', async () => {
  const desk = await testDesk()
  const { case: id } = await desk.write('Camille Martin', 'Où en est ma commande ?')
  const { id: absence, version } = await asks(desk, desk.anna, desk.bruno)
  await desk.work(
    (work) => chooseCover(work, { absence, person: desk.chloe, items: [{ kind: 'case', id }] }),
    desk.as(desk.diane),
  )
  await desk.work((work) => approve(work, { absence, version, because: '' }), desk.as(desk.diane))
  await desk.work((work) => staff.cancelAbsence(work, { id: absence }), desk.as(desk.anna))
  await pass(desk, '2026-11-24T09:00:00Z')
  assert.equal((await desk.work((work) => cases.namedDeputies(work, [id]))).size, 0)
  await pass(desk, '2026-12-07T09:00:00Z')
  assert.deepEqual((await desk.work(homecomings, desk.as(desk.anna))).items, [])
})
