import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { workContractShape, type ShiftId } from './contract.ts'
import { troublesOf } from './rules/legality.ts'
import { tryMove } from './moves/make-move.ts'
import { previewPublishing } from './publish/publish.ts'
import { putInForce } from './store/in-force.ts'
import { writeShifts } from './store/shift.ts'
import { at, bare, MONDAY, on, testCentre, ZONE } from './test-planned.ts'

test('a day of which one is away a part stands for half a day of the contract', () => {
  const person = '01a00000-0000-7000-8000-000000000001' as PersonId
  const shifts = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map((day, nth) => ({
    id: `01a00000-0000-7000-8000-00000000010${nth}` as ShiftId, person, day, ...on(day), pattern: null, site: null, note: '', locked: false,
    activities: [{ id: `${nth}`, kind: 'lunch' as const, name: '', from_min: 180, to_min: 240, gathering: null }],
  })) // prettier-ignore
  const hoursSaid = (from: string, to: string): string[] =>
    troublesOf({
      person, site: null, zone: ZONE, from: '2026-11-23', to: '2026-11-29', shifts, contract: workContractShape.parse({ name: 'plein', hours_week: 35 }), law: 'fr',
      away: [{ from_ms: Date.parse(at(from)), to_ms: Date.parse(at(to)) }],
    }).flatMap(({ code }) => (code.startsWith('contract_hours') ? [code] : [])) // prettier-ignore
  assert.deepEqual(hoursSaid('2026-11-26T17:50', '2026-11-27T17:50'), []) // four days of seven hours and two halves
  assert.deepEqual(hoursSaid('2026-11-26T00:00', '2026-11-28T00:00'), ['contract_hours_more'])
})

test('forty-four hours on average over twelve weeks: weeks before the plan count in a move and in publishing alike', async () => {
  const centre = await testCentre(1)
  const [one = centre.boss] = centre.people
  const week = (nth: number) => [0, 1, 2, 3, 4].map((day) => Temporal.PlainDate.from('2026-09-07').add({ weeks: nth, days: day }).toString())
  const lunch = { id: '1', kind: 'lunch' as const, name: '', from_min: 240, to_min: 300, gathering: null }
  const shiftOn = (day: string) => ({
    id: newId<'shift'>(centre.clock.now()), person: one, day, ...on(day, '08:00', '18:00'), activities: [lunch], pattern: null, locked: false, removed: false, version: 1, ...bare,
  })
  const before = await centre.plan({ first_day: '2026-09-07', days: 77 })
  await centre.work(async (work) => {
    const worked = Array.from({ length: 11 }, (_, nth) => week(nth)).flat().map(shiftOn) // 45 hours a week
    await writeShifts(work, before.id, worked)
    await putInForce(work, before.id, worked.map(({ id, ...shift }) => ({ ...shift, shift: id })))
  })
  const plan = await centre.plan()
  const drawn = week(11).map(shiftOn)
  const last = drawn.at(-1)!
  await centre.work((work) => writeShifts(work, plan.id, drawn.slice(0, -1)))
  const hardOf = (said: readonly { code: string; hard: boolean }[]): string[] => said.flatMap(({ code, hard }) => (hard ? [code] : []))
  const move = { do: 'add' as const, person: one, ...bare, ...on(last.day, '08:00', '18:00') }
  assert.deepEqual(hardOf((await centre.work((work) => tryMove(work, { id: plan.id, move }), centre.as(centre.boss))).troubles), ['average_too_long'])
  await centre.work((work) => writeShifts(work, plan.id, [last]))
  assert.deepEqual(hardOf((await centre.work((work) => previewPublishing(work, { id: plan.id }), centre.as(centre.boss))).troubles), ['average_too_long'])
}) // prettier-ignore

test('the weekly rest may lie anywhere in the week: Saturday evening, Sunday and an early Monday are worked after two days off', () => {
  const codes = (shifts: readonly [string, string, string][]): string[] =>
    troublesOf({
      person: 'p' as PersonId, site: null, zone: ZONE, from: MONDAY, to: '2026-12-06', away: [], contract: workContractShape.parse({ name: 'plein', hours_week: 35 }), law: 'fr',
      shifts: shifts.map(([day, from, to], nth) => ({ id: `s${nth}` as ShiftId, person: 'p' as PersonId, day, ...on(day, from, to), activities: [], pattern: null, site: null, note: '', locked: false })),
    }).flatMap(({ code, against }) => (against === 'law' ? [code] : []))
  const end: [string, string, string][] = [['2026-11-28', '16:00', '22:00'], ['2026-11-29', '12:00', '18:00'], ['2026-11-30', '07:00', '12:00']]
  assert.deepEqual(codes([[MONDAY, '09:00', '14:00'], ['2026-11-26', '09:00', '14:00'], ...end]), [])
  const all = [MONDAY, '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map((day): [string, string, string] => [day, '09:00', '14:00'])
  assert.deepEqual(codes([...all, ['2026-11-28', '16:00', '22:00'], ['2026-11-30', '07:00', '12:00']]), ['weekly_rest']) // thirty-three hours
}) // prettier-ignore
