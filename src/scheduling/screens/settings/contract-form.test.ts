import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workContractShape } from '../../contract/work-contract.ts'
import { formOf, termsOf, wrongIn } from './contract-form.ts'

const usual = workContractShape.parse({ name: '35 h', hours_week: 35 })
const form = formOf(usual)

test('a contract read into the form and written again is the same; what the form does not show stays', () => {
  assert.deepEqual(termsOf(form, usual), usual)
  const narrow = { ...usual, name: '28,5 h', hours_week: 28.5, available: [{ days: ['monday' as const], from: '08:00', to: '16:00' }], patterns: ['matin'], days_least: 3, extra_agreed: true }
  assert.deepEqual(wrongIn(formOf(narrow)), {})
  assert.deepEqual(termsOf(formOf(narrow), narrow), narrow)
  const several = { ...usual, available: [{ from: '08:00', to: '12:00' }, { from: '14:00', to: '18:00' }] }
  assert.deepEqual(termsOf(formOf(several), several).available, several.available)
}) // prettier-ignore

test('what cannot be is told at its field, never put right in silence', () => {
  const wrong = wrongIn({ ...form, hours: '', days: '5,5', band: 'deux', dayMost: '11', dayLeast: '9', on: [], from: '18:00', to: '09:00', patterns: [] })
  assert.deepEqual(Object.keys(wrong).toSorted(), ['band', 'dayMost', 'days', 'hours', 'on', 'patterns', 'to'])
  assert.deepEqual(wrongIn({ ...form, hours: '44', overtime: '5' }), { overtime: 'wrong_week' }) // 48 hours are the law's
  assert.deepEqual(wrongIn({ ...form, hours: '31,5', days: '6', band: '2.5' }), {})
}) // prettier-ignore
