import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { likeness, oneSlipApart, PROBABLE, type Profile } from './likeness.ts'
import { companyDomainOf } from './mail-domains.ts'

const profile = (name: string, email: string, company: string | null = null): Profile => ({ name, company, emails: [email] })
const cases: [sentence: string, a: Profile, b: Profile, probable: boolean][] = [
  ['one name in two orders', profile('Marie Dupont', 'a@example.fr'), profile('DUPONT Marie', 'b@example.org'), true],
  [
    'one name with and without accents',
    profile('Hélène Lefèvre', 'a@example.fr'),
    profile('helene lefevre', 'b@example.org'),
    true,
  ],
  [
    'a name and its initial in one company',
    profile('M. Dupont', 'a@acme.fr', 'acme'),
    profile('Marie Dupont', 'b@acme.fr', 'acme'),
    true,
  ],
  ['the same local part at two providers', profile('x', 'marie.dupont@orange.fr'), profile('y', 'marie.dupont@gmail.com'), true],
  ['a slip in the provider', profile('x', 'marie@gmail.com'), profile('y', 'marie@gmial.com'), true],
  ['two people of one company', profile('Marie Dupont', 'm@acme.fr', 'acme'), profile('Paul Martin', 'p@acme.fr', 'acme'), false],
  ['a first name alone', profile('Marie', 'a@example.fr'), profile('marie', 'b@example.org'), false],
  ['two role mailboxes', profile('x', 'contact@acme.fr'), profile('y', 'contact@autre.fr'), false],
  ['addresses that are a series', profile('x', 'poste12@example.fr'), profile('y', 'poste13@example.fr'), false],
]
for (const [sentence, a, b, probable] of cases)
  test(`${sentence}: ${probable ? 'probably one person' : 'not proposed'}`, () => {
    const { score, reasons } = likeness(a, b)
    assert.equal(score >= PROBABLE, probable, `${score} ${reasons.join()}`)
    if (probable) assert.ok(reasons.length > 0, 'a proposal says why')
    assert.deepEqual(likeness(b, a).score, score, 'it does not matter who is asked first')
  })

test('a slip is one letter more, less, other or swapped', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(word, fc.nat(), (text, n) => {
      const at = n % (text.length - 1)
      const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
      for (const slip of [
        `${text.slice(0, at)}z${text.slice(at)}`,
        text.slice(0, at) + text.slice(at + 1),
        `${text.slice(0, at)}z${text.slice(at + 1)}`,
      ])
        assert.ok(oneSlipApart(text, slip) && oneSlipApart(slip, text), slip)
      assert.equal(oneSlipApart(text, swapped), swapped !== text)
      assert.equal(oneSlipApart(text, `zz${text}`), false)
    }),
  )
})

test('a public provider, whatever its sub-domain, is no employer', () => {
  for (const email of [
    'a@gmail.com',
    'a@orange.fr',
    'a@mail.free.fr',
    'a@wanadoo.fr',
    'a@laposte.net',
    'a@sfr.fr',
    'a@hotmail.fr',
    'a@icloud.com',
    'nobody',
  ])
    assert.equal(companyDomainOf(email), null, email)
  assert.equal(companyDomainOf('a@acme.fr'), 'acme.fr')
})
