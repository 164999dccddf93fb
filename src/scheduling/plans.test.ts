import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import { Refused } from '#base/refusal'
import { listNotices } from '#staff'
import type { Refusal } from '#base/contract'
import { changedSince, notByLaw, shiftsOverlap, shiftsPublished } from './contract.ts'
import { listShifts, myShifts } from './mine/my-shifts.ts'
import { tryMove } from './moves/make-move.ts'
import { redo, undo } from './moves/undo.ts'
import { showBoard } from './plans/board.ts'
import { copyDays } from './plans/copy.ts'
import { showCoverage } from './plans/coverage.ts'
import { showPlan } from './plans/show.ts'
import { listPublicationChanges, listPublications } from './publish/history.ts'
import { previewPublishing, publishPlan, unpublishPlan } from './publish/publish.ts'
import { at, MONDAY, on, testCentre } from './test-planned.ts'

const TUESDAY = '2026-11-24'
const refusedAs =
  <Details>(refusal: Refusal<Details>) =>
  (error: unknown): boolean =>
    error instanceof Refused && error.refusal.code === refusal.code

test('a small house plans by hand: a shift gets its lunch and a break, last week is copied, and what was done is taken back', async () => {
  const centre = await testCentre(2)
  const plan = await centre.plan({ days: 14 })
  const [one = centre.boss] = centre.people
  const shift = await centre.add(plan.id, one, on(MONDAY, '09:00', '17:00'))
  assert.deepEqual([...new Set(shift.activities.map(({ kind }) => kind))].toSorted(), ['break', 'lunch'])
  const again = await centre.work((work) => copyDays(work, { id: plan.id, from: MONDAY, days: 7, to: '2026-11-30' }), centre.as(centre.boss))
  assert.deepEqual([again.copied, again.left_out], [1, 0])
  assert.deepEqual((await centre.shifts(plan.id)).map(({ starts_at }) => starts_at), [at('2026-11-23T09:00'), at('2026-11-30T09:00')])
  const undone = await centre.work((work) => undo(work, { id: plan.id }), centre.as(centre.boss))
  assert.equal(undone.removed.length, 1)
  assert.equal((await centre.shifts(plan.id)).length, 1)
  const redone = await centre.work((work) => redo(work, { id: plan.id }), centre.as(centre.boss))
  assert.equal(redone.shifts.length, 1)
  assert.deepEqual([redone.undo, redone.redo], [true, false])
}) // prettier-ignore

test('nobody works twice at once, and eleven hours lie between two days; what only hurts is done and said', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  const [one = centre.boss] = centre.people
  await centre.add(plan.id, one, on(MONDAY, '13:00', '20:00'))
  await assert.rejects(centre.add(plan.id, one, on(MONDAY, '12:00', '14:00')), refusedAs(notByLaw))
  await assert.rejects(centre.add(plan.id, one, on(TUESDAY, '06:00', '11:00')), (error: unknown) => {
    assert.ok(error instanceof Refused && error.refusal.code === notByLaw.code)
    const [trouble] = (error.details as { troubles: { code: string; fr: string }[] }).troubles
    assert.equal(trouble?.code, 'daily_rest')
    assert.match(trouble?.fr ?? '', /L3131-1/)
    return true
  })
  const short = await centre.move(plan.id, { do: 'add', person: one, ...on(TUESDAY, '10:00', '11:00'), activities: [], site: null, note: '' })
  assert.ok(short.troubles.some(({ code, hard }) => code === 'contract_day_too_short' && !hard))
}) // prettier-ignore

test('a trial answers what a move would do to coverage, and writes nothing', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  const [one = centre.boss] = centre.people
  const shift = await centre.add(plan.id, one, on(MONDAY, '09:00', '12:00'))
  const tried = await centre.work((work) => tryMove(work, { id: plan.id, move: { do: 'retime', shift: shift.id, version: shift.version, ...on(MONDAY, '10:00', '13:00') } }), centre.as(centre.boss))
  const [effect] = tried.effect
  assert.deepEqual([effect?.from, effect?.before.at(0), effect?.after.at(0), effect?.before.at(-1), effect?.after.at(-1)], [at('2026-11-23T09:00'), 1, 0, 0, 1])
  assert.equal((await centre.shifts(plan.id))[0]?.starts_at, at('2026-11-23T09:00'))
  const coverage = await centre.work((work) => showCoverage(work, { id: plan.id, days: 1 }), centre.as(centre.boss))
  assert.equal(coverage.groups[0]?.present.filter((there) => there === 1).length, 11) // a quarter of an hour of it is a break
}) // prettier-ignore

test('a move on a shift somebody changed meanwhile is refused with both versions, and undoing over it too', async () => {
  const centre = await testCentre(2)
  const plan = await centre.plan()
  const [one = centre.boss, other = centre.boss] = centre.people
  const shift = await centre.add(plan.id, one, on(MONDAY))
  await centre.move(plan.id, { do: 'assign', shift: shift.id, version: 1, person: other }, other)
  await assert.rejects(centre.move(plan.id, { do: 'remove', shift: shift.id, version: 1 }), (error: unknown) => error instanceof Refused && error.refusal.code === 'stale')
  await assert.rejects(centre.work((work) => undo(work, { id: plan.id }), centre.as(centre.boss)), refusedAs(changedSince))
}) // prettier-ignore

test('a published plan is what people see: each is told what changed for them alone, and nobody of another', async () => {
  const centre = await testCentre(2)
  const plan = await centre.plan()
  const [one = centre.boss, other = centre.boss] = centre.people
  const shift = await centre.add(plan.id, one, on(MONDAY))
  await centre.add(plan.id, other, on(TUESDAY))
  assert.deepEqual((await centre.work((work) => myShifts(work, { days: 28 }), centre.as(one, 'agent'))).shifts, [])
  await centre.publish(plan.id)
  const mine = await centre.work((work) => myShifts(work, { days: 28 }), centre.as(one, 'agent'))
  assert.deepEqual([mine.has_any, mine.shifts.map(({ day }) => day)], [true, [MONDAY]])
  await centre.move(plan.id, { do: 'retime', shift: shift.id, version: shift.version, ...on(MONDAY, '10:00', '18:00') })
  assert.equal((await centre.work((work) => showPlan(work, { id: plan.id }), centre.as(centre.boss))).state, 'changed')
  const preview = await centre.work((work) => previewPublishing(work, { id: plan.id }), centre.as(centre.boss))
  assert.deepEqual([preview.people, preview.counts.moved, preview.counts.new], [1, 1, 0])
  await centre.publish(plan.id)
  const notices = async (person: typeof one) => (await centre.work((work) => listNotices(work, { limit: 50 }), centre.as(person, 'agent'))).items
  assert.match((await notices(one))[0]?.fr ?? '', /de 10.h à 18.h au lieu de 9.h à 17.h/)
  assert.equal((await notices(other)).length, 1)
  assert.deepEqual((await centre.heard(shiftsPublished)).map(({ person }) => person).toSorted(), [one, one, other].toSorted())
  const { items } = await centre.work((work) => listPublications(work, { id: plan.id, limit: 10 }), centre.as(centre.boss))
  assert.deepEqual(items.map(({ number, changes }) => [number, changes]), [[2, 1], [1, 2]])
  const changes = await centre.work((work) => listPublicationChanges(work, { id: plan.id, number: 2, limit: 10 }), centre.as(centre.boss))
  assert.equal(changes.items[0]?.change, 'moved')
}) // prettier-ignore

test('publishing again without a change tells nobody and changes nothing; what was not seen is not published', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  const [one = centre.boss] = centre.people
  await centre.add(plan.id, one, on(MONDAY))
  const seen = (await centre.work((work) => showPlan(work, { id: plan.id }), centre.as(centre.boss))).version
  await centre.add(plan.id, one, on(TUESDAY))
  await assert.rejects(centre.work((work) => publishPlan(work, { id: plan.id, version: seen, note: '' }), centre.as(centre.boss)), (error: unknown) => error instanceof Refused && error.refusal.code === 'stale')
  await centre.publish(plan.id)
  const { version } = await centre.work((work) => showPlan(work, { id: plan.id }), centre.as(centre.boss))
  const again = await centre.work((work) => publishPlan(work, { id: plan.id, version, note: '' }), centre.as(centre.boss))
  assert.equal(again.publication, null)
  assert.equal((await centre.work((work) => listNotices(work, { limit: 50 }), centre.as(one))).items.length, 1)
}) // prettier-ignore

test('two published plans cannot have the same person at the same time', async () => {
  const centre = await testCentre(1)
  const [plan, other] = [await centre.plan(), await centre.plan()]
  const [one = centre.boss] = centre.people
  const [a, b] = [await centre.add(plan.id, one, on(MONDAY)), await centre.add(other.id, one, on(MONDAY, '12:00', '18:00'))]
  assert.notEqual(a.id, b.id)
  await centre.publish(plan.id)
  await assert.rejects(centre.publish(other.id), (error: unknown) => refusedAs(notByLaw)(error) || refusedAs(shiftsOverlap)(error))
}) // prettier-ignore

test('a plan that is taken back leaves what is over, and nobody is planned any more', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  const [one = centre.boss] = centre.people
  await centre.add(plan.id, one, on(MONDAY))
  await centre.add(plan.id, one, on(TUESDAY))
  await centre.publish(plan.id)
  centre.clock.set(at('2026-11-23T20:00'))
  await centre.work((work) => unpublishPlan(work, { id: plan.id }), centre.as(centre.boss))
  const mine = await centre.work((work) => myShifts(work, { from: MONDAY, days: 7 }), centre.as(one))
  assert.deepEqual(mine.shifts.map(({ day }) => day), [MONDAY])
}) // prettier-ignore

test('whoever is away is never counted as present, and the shift shows it', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  const [one = centre.boss] = centre.people
  await centre.add(plan.id, one, on(MONDAY, '09:00', '12:00'))
  await centre.work((work) => staff.planAbsence(work, { person_id: one, starts_at: at('2026-11-23T10:00'), ends_at: at('2026-11-24T00:00'), reason: 'sickness', deputy_id: null }))
  const board = await centre.work((work) => showBoard(work, { id: plan.id, days: 7, limit: 50 }), centre.as(centre.boss))
  assert.deepEqual(board.shifts[0]?.away, [{ starts_at: at('2026-11-23T10:00'), ends_at: at('2026-11-23T12:00') }])
  const coverage = await centre.work((work) => showCoverage(work, { id: plan.id, days: 1 }), centre.as(centre.boss))
  assert.equal(coverage.groups[0]?.present.reduce((sum, there) => sum + there, 0), 4) // four quarters of an hour, from 9 to 10
}) // prettier-ignore

test('shifts asked for upside down, or of more than two weeks, are none or the first two weeks: no error of ours', async () => {
  const centre = await testCentre(1)
  const plan = await centre.plan()
  await centre.add(plan.id, centre.people[0]!, on(MONDAY))
  await centre.publish(plan.id)
  const between = async (from: string, to: string) =>
    (await centre.work((work) => listShifts(work, { from, to }), centre.as(centre.boss))).items.length
  assert.deepEqual([await between('2199-12-31T00:00:00Z', '1900-01-01T00:00:00Z'), await between('2026-11-20T00:00:00Z', '2199-12-31T00:00:00Z')], [0, 1])
}) // prettier-ignore
