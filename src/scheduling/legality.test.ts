import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#base/contract'
import { workContractShape, type ShiftId } from './contract.ts'
import { troublesOf } from './rules/legality.ts'
import { at, on, ZONE } from './test-planned.ts'

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
