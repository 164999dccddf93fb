import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as routing from '#routing'
import * as staff from '#staff'
import { Refused } from '#base/refusal'
import { brokenPlans } from './broken-plans.ts'
import { shiftUncovered, waitsForPublishing } from './contract.ts'
import { callIn, changeDay } from './day/change-day.ts'
import { plannedAt, shiftsBetween } from './day/shifts-between.ts'
import { listFeeds, makeFeed, revokeFeed } from './feeds/feeds.ts'
import { readFeed } from './feeds/read-feed.ts'
import { undoMove } from './moves/undo.ts'
import { usualContract, writeContract } from './terms/contracts.ts'
import { at, MONDAY, on, testCentre, type PlannedCentre } from './test-planned.ts'

const TUESDAY = '2026-11-24'
const span = { from: Temporal.Instant.from(at('2026-11-23T00:00')), to: Temporal.Instant.from(at('2026-11-30T00:00')) }
const breaksOf = (centre: PlannedCentre) => centre.work((work) => routing.plannedBreaks(work, span))

test('routing plans the breaks of what is published, once, and follows when they move, by hand or by the day, and back', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  const [one = centre.boss] = centre.people
  const shift = await centre.add(plan.id, one, on(MONDAY))
  assert.deepEqual(await breaksOf(centre), [])
  await centre.publish(plan.id)
  const planned = await breaksOf(centre)
  assert.deepEqual(planned.map(({ starts_at }) => starts_at.toString()), shift.activities.map(({ starts_at }) => starts_at))
  const lunch = shift.activities.find(({ kind }) => kind === 'lunch')!
  const later = { starts_at: at('2026-11-23T14:00'), ends_at: at('2026-11-23T15:00') }
  const others = shift.activities.filter(({ kind, starts_at, ends_at }) => kind !== 'lunch' && starts_at < later.ends_at && ends_at > later.starts_at)
  const wishes = [...others.map(({ id: activity }) => ({ do: 'remove_activity' as const, shift: shift.id, activity })), { do: 'retime_activity' as const, shift: shift.id, activity: lunch.id, ...later }]
  const done = await centre.work((work) => changeDay(work, { wishes }), centre.as(centre.boss))
  assert.ok((await breaksOf(centre)).some(({ kind, starts_at }) => kind === 'lunch' && starts_at.toString() === later.starts_at))
  assert.deepEqual(await centre.work((work) => brokenPlans(work)), [])
  await centre.work((work) => undoMove(work, { move: done.moves[0]! }), centre.as(centre.boss))
  assert.deepEqual((await breaksOf(centre)).map(({ kind, starts_at }) => [kind, String(starts_at)]), planned.map(({ kind, starts_at }) => [kind, String(starts_at)]))
}) // prettier-ignore

test('publishing replaces all that plans had on a day, and the doctor sees nothing wrong', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  const [one = centre.boss] = centre.people
  const shift = await centre.add(plan.id, one, on(MONDAY))
  const lunch = shift.activities.find(({ kind }) => kind === 'lunch')!
  const own = { person: one, from: at('2026-11-23T00:00'), to: at('2026-11-24T00:00'), breaks: [{ kind: 'other' as const, starts_at: lunch.starts_at, ends_at: lunch.ends_at }] }
  await centre.work((work) => routing.planBreaks(work, [own]))
  await centre.publish(plan.id) // what plans had is replaced
  assert.ok((await breaksOf(centre)).every(({ kind }) => kind !== 'other'))
  assert.deepEqual(await centre.work((work) => brokenPlans(work)), [])
}) // prettier-ignore

test('what the day changes is told and seen at once; a shift that waits to be published is not touched', async () => {
  const centre = await testCentre(2)
  const plan = await centre.plan()
  const [one = centre.boss, other = centre.boss] = centre.people
  const shift = await centre.add(plan.id, one, on(MONDAY))
  await centre.publish(plan.id)
  const called = await centre.work((work) => callIn(work, { person: other, ...on(MONDAY, '14:00', '18:00') }), centre.as(centre.boss))
  assert.deepEqual((await centre.work((work) => shiftsBetween(work, span))).map(({ person }) => person).toSorted(), [one, other].toSorted())
  const now = await centre.work((work) => plannedAt(work, [one, other], Temporal.Instant.from(at('2026-11-23T09:30'))))
  assert.deepEqual([now.get(one)?.kind, now.get(other)?.kind], ['work', 'off'])
  await centre.work((work) => undoMove(work, { move: called.moves[0]! }), centre.as(centre.boss))
  assert.deepEqual((await centre.work((work) => shiftsBetween(work, span))).map(({ person }) => person), [one])
  await centre.move(plan.id, { do: 'retime', shift: shift.id, version: shift.version, ...on(MONDAY, '10:00', '18:00') })
  const longer = { do: 'retime' as const, shift: shift.id, ...on(MONDAY, '09:00', '18:00') }
  await assert.rejects(centre.work((work) => changeDay(work, { wishes: [longer] }), centre.as(centre.boss)), (error: unknown) => error instanceof Refused && error.refusal.code === waitsForPublishing.code)
}) // prettier-ignore

test('who falls ill leaves a shift uncovered: said once, their manager told, and nobody counts on them', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  const [one = centre.boss] = centre.people
  const shift = await centre.add(plan.id, one, on(MONDAY))
  await centre.publish(plan.id)
  centre.clock.set(at('2026-11-23T07:00'))
  await centre.work((work) => staff.goAway(work, { person_id: one, until: at('2026-11-24T00:00'), reason: 'sickness', deputy_id: null }), centre.as(one, 'agent'))
  await centre.hear()
  await centre.hear()
  assert.deepEqual((await centre.heard(shiftUncovered)).map(({ shift: id, sudden }) => [id, sudden]), [[shift.id, true]])
  const told = (await centre.work((work) => staff.listNotices(work, { limit: 20 }), centre.as(centre.boss))).items.filter(({ kind }) => kind === 'scheduling.uncovered')
  assert.deepEqual(told.map(({ urgent }) => urgent), [true])
  const now = await centre.work((work) => plannedAt(work, [one], Temporal.Instant.from(at('2026-11-23T10:00'))))
  assert.equal(now.get(one)?.kind, 'absence')
}) // prettier-ignore

test('somebody’s calendar is read by a secret address until it is taken back; what was cancelled and days of leave vanish from it', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  const [one = centre.boss] = centre.people
  const shift = await centre.add(plan.id, one, { ...on(MONDAY), note: 'Ouvrir le guichet ; clés, badge' })
  await centre.publish(plan.id)
  const feed = await centre.work((work) => makeFeed(work), centre.as(one, 'agent'))
  const token = /^\/ical\/(.+)\.ics$/.exec(feed.path)?.[1] ?? ''
  const read = async (): Promise<string | undefined> => (await readFeed(centre.open, token))?.replaceAll('\r\n ', '')
  const first = await read()
  assert.ok(first?.includes(`UID:${shift.id}.${one}@guichet\r\n`) && first.includes('DTSTART:20261123T080000Z\r\n') && first.includes('SEQUENCE:0\r\n'))
  assert.equal(await read(), first) // as long as nothing changes
  const leave = { person_id: one, starts_at: at(`${MONDAY}T00:00`), ends_at: at(`${TUESDAY}T00:00`), reason: 'leave' as const, deputy_id: null }
  const { id } = await centre.work((work) => staff.planAbsence(work, leave))
  assert.ok(!(await read())?.includes('BEGIN:VEVENT'))
  await centre.work((work) => staff.cancelAbsence(work, { id }))
  assert.equal(await read(), first)
  const [drawn] = await centre.shifts(plan.id)
  await centre.move(plan.id, { do: 'remove', shift: shift.id, version: drawn!.version })
  await centre.publish(plan.id)
  const second = await read()
  assert.ok(second?.includes('END:VCALENDAR\r\n') && !second.includes(shift.id))
  await centre.work((work) => revokeFeed(work, { id: feed.id }), centre.as(one, 'agent'))
  assert.deepEqual([await readFeed(centre.open, token), await readFeed(centre.open, token.replace(/.$/, 'q'))], [null, null])
  assert.deepEqual((await centre.work((work) => listFeeds(work), centre.as(one, 'agent'))).items, [])
}) // prettier-ignore

test('the doctor finds a shift published after its contract has ended', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  const [one = centre.boss] = centre.people
  await centre.add(plan.id, one, on(TUESDAY))
  await centre.publish(plan.id)
  await centre.work((work) => writeContract(work, { person: one, version: 0, from: '2026-01-05', until: MONDAY, terms: usualContract }))
  assert.match((await centre.work((work) => brokenPlans(work))).join(), /after the contract/)
}) // prettier-ignore

test('the shifts of who leaves are nobody’s from then on, and can be given to somebody else', async () => {
  const centre = await testCentre(2)
  const plan = await centre.plan()
  const [one = centre.boss, other = centre.boss] = centre.people
  const shift = await centre.add(plan.id, one, on(TUESDAY))
  await centre.publish(plan.id)
  await centre.work((work) => staff.removePerson(work, { person: one, successor: other }))
  await centre.hear()
  assert.deepEqual((await centre.shifts(plan.id)).map(({ id, person }) => [id, person]), [[shift.id, null]])
  assert.deepEqual(await centre.work((work) => shiftsBetween(work, span)), [])
  assert.deepEqual(await breaksOf(centre), [])
}) // prettier-ignore
