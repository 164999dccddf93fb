import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Field, FieldOption } from '../contract/field.ts'
import type { Value } from '../contract/value.ts'
import type { FieldKind, OptionId } from '../contract/words.ts'
import { readCondition } from './read-condition.ts'
import { readValue } from './read-value.ts'
import { reminderDay } from './reminder-day.ts'
import { showValue, valueOf } from './show-value.ts'
import { misshapen } from './shape-of.ts'

const option = (n: number, retired = false): FieldOption => ({
  id: `00000000-0000-7000-8000-00000000000${n}` as OptionId, // made up for the test
  name: { fr: `Choix ${n}`, en: `Choice ${n}` },
  colour: 'neutral',
  retired,
})
const options = [option(1), option(2), option(3, true)]
const field = (kind: FieldKind) => ({ kind, options, currency: null })
const [one, two, gone] = options.map(({ id }) => id) as [OptionId, OptionId, OptionId]

const good: [FieldKind, Value, Value, string, string][] = [
  ['text', '  Réf. 12 ', 'Réf. 12', 'Réf. 12', 'Réf. 12'],
  ['long_text', 'une\r\ndeux', 'une\ndeux', 'une deux', 'une\ndeux'],
  ['number', 1234.5, 1234.5, '1 234,5', '1,234.5'],
  ['money', { cents: 125_050, currency: 'EUR' }, { cents: 125_050, currency: 'EUR' }, '1 250,50 €', '€1,250.50'],
  ['money', { cents: 1_500, currency: 'JPY' }, { cents: 1_500, currency: 'JPY' }, '1 500 JPY', 'JP¥1,500'],
  ['date', '2027-03-31', '2027-03-31', '31 mars 2027', '31 March 2027'],
  ['choice', one, one, 'Choix 1', 'Choice 1'],
  ['choices', [two, one], [one, two], 'Choix 1, Choix 2', 'Choice 1, Choice 2'],
  ['yes_no', false, false, 'Non', 'No'],
  ['link', 'exemple.fr/contrat', 'https://exemple.fr/contrat', 'https://exemple.fr/contrat', 'https://exemple.fr/contrat'],
]
for (const [kind, given, kept, fr, en] of good)
  test(`a ${kind} is kept and read back: ${JSON.stringify(given)}`, () => {
    const read = readValue(field(kind), given)
    assert.ok('kept' in read, 'it was refused')
    assert.deepEqual(valueOf(read.kept), kept)
    const shown = showValue(read.kept, { options, people: new Map() })
    assert.deepEqual([shown.fr.replaceAll(/\s/gu, ' '), shown.en], [fr, en])
  })

const bad: [FieldKind, Value, string][] = [
  ['text', 'une\ndeux', 'field.not_text'],
  ['text', 'x'.repeat(501), 'field.not_text'],
  ['long_text', 'x'.repeat(20_001), 'field.not_long_text'],
  ['number', '12', 'field.not_number'],
  ['number', 1.123_456_7, 'field.not_number'],
  ['number', 1e15, 'field.not_number'],
  ['number', Number.NaN, 'field.not_number'],
  ['money', 12.5, 'field.not_money'],
  ['money', { cents: 12, currency: 'XYZ' }, 'field.not_money'],
  ['money', { cents: 12.5, currency: 'EUR' }, 'field.not_money'],
  ['date', '2027-02-30', 'field.not_date'],
  ['date', '31/03/2027', 'field.not_date'],
  ['date', '1899-12-31', 'field.not_date'],
  ['choice', gone, 'field.not_choice'],
  ['choices', [one, one], 'field.not_choices'],
  ['choices', [one, gone], 'field.not_choices'],
  ['yes_no', 'oui', 'field.not_yes_no'],
  ['person', 'Anna', 'field.not_person'],
  ['link', 'javascript:alert(1)', 'field.not_link'],
  ['link', 'pas une adresse', 'field.not_link'],
]
for (const [kind, given, code] of bad)
  test(`${code}: ${JSON.stringify(given).slice(0, 40)} is no ${kind}`, () => {
    const read = readValue(field(kind), given)
    assert.equal('wrong' in read && read.wrong.code, code)
  })

test('what was chosen before its option was retired may stay chosen', () => {
  assert.ok('kept' in readValue(field('choices'), [one, gone], [gone]))
})

const monday = Temporal.PlainDate.from('2026-03-02')
const week = (day: Temporal.PlainDate) => day.dayOfWeek <= 5 && !day.equals('2026-02-27')
test('a date speaks up so many working days before: weekends and closings are not counted', () => {
  assert.equal(reminderDay(monday, 0, week).toString(), '2026-03-02')
  assert.equal(reminderDay(monday, 1, week).toString(), '2026-02-26', 'Friday is closed')
  assert.equal(reminderDay(monday, 6, week).toString(), '2026-02-19')
  assert.equal(reminderDay(Temporal.PlainDate.from('2026-03-01'), 0, week).toString(), '2026-02-26', 'a Sunday speaks up before')
  assert.equal(reminderDay(monday, 5, () => false).toString(), '2026-02-25', 'where nobody ever works, plain days count')
})

test('what does not go together in a field is named', () => {
  const plain = { subject: 'case', kind: 'text', options: [], required_at_closing: false, reasons: [], remind: null } as const
  assert.equal(misshapen(plain), null)
  assert.equal(misshapen({ ...plain, kind: 'choice' }), 'options_needed')
  assert.equal(misshapen({ ...plain, options: [{ name: { fr: 'a', en: 'a' } }] }), 'options_refused')
  assert.equal(misshapen({ ...plain, remind: {} }), 'remind_refused')
  assert.equal(misshapen({ ...plain, subject: 'company', required_at_closing: true }), 'cases_only')
})

test('a condition may speak of days from today on', () => {
  const date = { ...whole('date') }
  const asked = readCondition(date, { test: 'before', value: 'today+90' }, monday)
  assert.deepEqual(asked?.asked, { ask: 'date', from: null, until: '2026-05-31' })
  assert.equal(readCondition(date, { test: 'before', value: 'bientôt' }, monday), null)
  assert.equal(readCondition(whole('text'), { test: 'before', value: 'x' }, monday), null)
})

const whole = (kind: FieldKind): Field => ({
  id: '00000000-0000-7000-8000-0000000000aa' as Field['id'], // made up for the test
  subject: 'case', kind, name: { fr: 'x', en: 'x' }, help: { fr: '', en: '' }, group: { fr: '', en: '' }, position: 0, options, currency: null,
  required_at_closing: false, reasons: [], remind: null, retired_at: null, version: 1,
}) // prettier-ignore
