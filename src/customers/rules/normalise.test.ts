import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { identityKinds, type IdentityKind } from '../contract.ts'
import { domainOf, normalise } from './normalise.ts'

const same: [kind: IdentityKind, normalised: string, ...typed: string[]][] = [
  ['email', 'marie.dupont@example.fr', 'Marie.Dupont@EXAMPLE.fr', '  marie.dupont@example.fr ', '<marie.dupont@example.fr>', 'mailto:marie.dupont@example.fr', '"marie.dupont"@example.fr', 'marie.dupont@example.fr.', 'marie\u200b.dupont@example.fr'],
  ['email', 'jean@xn--caf-dma.example', 'jean@café.example', 'JEAN@CAFÉ.example', 'jean@cafe\u0301.example', 'jean@xn--caf-dma.example'],
  ['phone', '+33612345678', '06 12 34 56 78', '06.12.34.56.78', '0033 6 12 34 56 78', '+33 (0)6 12 34 56 78', '+33 6 12 34 56 78', 'tel:+33612345678'],
  ['phone', '+442079460000', '+44 20 7946 0000', '0044 20 7946 0000'],
  ['handle', 'marie_d', '@Marie_D', 'marie_d', ' @marie_d '],
  ['postal', '12 rue de l eglise 75011 paris', '12, rue de l’Église\n75011 PARIS', '12 rue de l eglise 75011 paris'],
] // prettier-ignore
for (const [kind, normalised, ...typed] of same)
  test(`one ${kind} however it is typed: ${normalised}`, () => {
    for (const value of typed) assert.equal(normalise(kind, value), normalised, value)
  })

test('tags and dots tell mailboxes apart', () => {
  const all = ['marie@example.fr', 'marie+factures@example.fr', 'ma.rie@gmail.com', 'marie@gmail.com']
  assert.equal(new Set(all.map((value) => normalise('email', value))).size, all.length)
})

test('what is empty tells nobody', () => {
  for (const kind of identityKinds) assert.equal(normalise(kind, ' \u200b\n '), null)
  assert.equal(normalise('phone', 'call me'), null)
})

test('a company domain is read however it is typed', () => {
  for (const typed of ['acme.fr', 'ACME.fr', '@acme.fr', 'www.acme.fr', 'https://www.acme.fr/', 'acme.fr.'])
    assert.equal(domainOf(typed), 'acme.fr', typed)
})

test('normalising again changes nothing, whatever was written, and never fails', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...identityKinds),
      fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.emailAddress()),
      (kind, value) => {
        const once = normalise(kind, value)
        if (once === null) return
        assert.ok(once.length > 0 && once.length <= 400)
        if (!once.includes('…')) assert.equal(normalise(kind, once), once)
      },
    ),
    { numRuns: 500 },
  )
})

test('capitals and blanks around make no difference to an address', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (email) =>
      assert.equal(normalise('email', `  ${email.toUpperCase()} `), normalise('email', email)),
    ),
  )
})
