import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPhone } from './read-phone.ts'

test('a number is read however it was typed', () => {
  for (const number of ['06 12 34 56 78', '+33 (0)6 12 34 56 78', '0033612345678', 'tel:+33-6-12-34-56-78', '06.12.34.56.78'])
    assert.deepEqual(readPhone(number), { number, valid: true, e164: '+33612345678', country: 'FR', kind: 'mobile' })
})

test('a number without a country is of the country given', () => {
  assert.equal(readPhone('020 7946 0018', 'GB').e164, '+442079460018')
  assert.equal(readPhone('01 42 68 53 00').kind, 'fixed_line')
  assert.deepEqual([readPhone('0800 000 000').kind, readPhone('0262 00 00 00', 'RE').country], ['toll_free', 'RE'])
})

test('what no plan knows is no number, and nothing typed breaks the reader', () => {
  for (const number of ['', '12', 'hello', '+', '+999 123', '\u0000', '9'.repeat(5_000), '+33 6 39 98 12 04 567'])
    assert.equal(readPhone(number).valid, false, JSON.stringify(number.slice(0, 30)))
  assert.deepEqual(readPhone('12'), { number: '12', valid: false, e164: null, country: null, kind: null })
})
