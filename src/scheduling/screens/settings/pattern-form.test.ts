import assert from 'node:assert/strict'
import { test } from 'node:test'
import { patternShape } from '../../contract/pattern.ts'
import { examples, formOf, freshForm, termsOf, wrongIn, type Example } from './pattern-form.ts'

test('a pattern read into the form and written again is the same, and what one begins with is one the contract takes', () => {
  const night = patternShape.parse({ name: 'nuit', start: { from: '21:00', to: '22:00', every_min: 15 }, hours: { from: 6, to: 7.5, every_min: 30 }, lunch: 'none', breaks: { minutes: 20, every_h: 2 }, days: ['friday'] })
  assert.deepEqual(termsOf(formOf(night), night), night)
  for (const each of Object.keys(examples) as Example[]) {
    const form = freshForm('x', each)
    assert.deepEqual(wrongIn(form), {})
    assert.ok(patternShape.safeParse(termsOf(form)).success)
  }
}) // prettier-ignore

test('a lunch of 40 minutes or of four is told at its field: it does not become none in silence', () => {
  const form = freshForm('Journée', null)
  assert.deepEqual(wrongIn({ ...form, lunch: '40' }), { lunch: 'wrong_lunch' })
  assert.deepEqual(wrongIn({ ...form, lunch: '4', breaks: '', most: '6' }), { lunch: 'wrong_lunch', breaks: 'wrong_breaks', most: 'wrong_most' })
  assert.equal(termsOf({ ...form, lunch: '0' }).lunch, 'none')
  assert.deepEqual(Object.keys(wrongIn({ ...form, name: ' ', startTo: '07:00', lunchTo: '10:00', on: [] })).toSorted(), ['lunchTo', 'name', 'on', 'startTo'])
}) // prettier-ignore
