import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mailboxesOf, normaliseMailAddress } from './address.ts'

test('an address is kept in one form whatever the case, the script of its domain and how its accents were typed', () => {
  const forms = [
    'Contact@München.example',
    ' contact@münchen.EXAMPLE',
    'CONTACT@xn--mnchen-3ya.example',
    'contact@mu\u0308nchen.example',
  ]
  assert.deepEqual([...new Set(forms.map(normaliseMailAddress))], ['contact@xn--mnchen-3ya.example'])
})

test('what is no address is none', () => {
  const none = [
    '',
    '@',
    'a@',
    '@b.example',
    'no at sign',
    'two words@b.example',
    'a\n@b.example',
    '<a@b.example>',
    `${'é'.repeat(33)}@b.example`,
  ]
  assert.deepEqual(
    none.map(normaliseMailAddress),
    none.map(() => null),
  )
})

test('a subaddress leads to its mailbox; a plus at the very beginning or between quotes does not', () => {
  assert.deepEqual(mailboxesOf('contact+a+b@x.example'), ['contact+a+b@x.example', 'contact@x.example'])
  assert.deepEqual(mailboxesOf('+33123456789@x.example'), ['+33123456789@x.example'])
  assert.deepEqual(mailboxesOf('"a+b"@x.example'), ['"a+b"@x.example'])
})

test('normalising twice changes nothing more, and every mailbox is in its normal form', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        fc.tuple(fc.string({ unit: 'binary' }), fc.domain()).map((parts) => parts.join('@')),
      ),
      (address) => {
        const normal = normaliseMailAddress(address)
        if (normal !== null) assert.equal(normaliseMailAddress(normal), normal)
        for (const mailbox of mailboxesOf(address)) assert.equal(normaliseMailAddress(mailbox), mailbox)
      },
    ),
    { numRuns: 1_000 },
  )
})
