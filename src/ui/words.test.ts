import assert from 'node:assert/strict'
import { glob } from 'node:fs/promises'
import { test } from 'node:test'
import { complaintsOf } from './catalogue.ts'
import { speak } from './words.ts'

const src = `${import.meta.dirname}/..`
type Catalogue = Parameters<typeof complaintsOf>[0]

test('every catalogue of the house speaks both languages well', async () => {
  const complaints: string[] = []
  let seen = 0
  for await (const path of glob('**/*words.ts', { cwd: src })) {
    const module: Record<string, unknown> = await import(`${src}/${path}`)
    for (const catalogue of Object.values(module).filter(isCatalogue)) {
      seen++
      complaints.push(...complaintsOf(catalogue).map((complaint) => `${path}: ${complaint}`))
    }
  }
  assert.ok(seen >= 3, 'the reader must have seen catalogues') // a check that reads nothing passes everything
  assert.deepEqual(complaints, [])
})

const offenders: readonly [name: string, catalogue: Catalogue, complaint: RegExp][] = [
  ['a sentence missing in English', { fr: { a: 'Oui' }, en: {} }, /missing/],
  [
    'different values',
    { fr: { a: 'Pour {name}' }, en: { a: 'For {person}' } },
    /French wants \(name\), English wants \(person\)/,
  ],
  [
    'values hidden in a plural',
    { fr: { a: '{n, plural, one {un de {who}} other {#}}' }, en: { a: '{n, plural, one {one} other {#}}' } },
    /French wants/,
  ],
  ['a message that is none', { fr: { a: '{n, plural, one {un}' }, en: { a: 'x' } }, /not an ICU message/],
  ['a plain space before a question mark', { fr: { a: 'Vraiment ?' }, en: { a: 'Really?' } }, /thin space/],
  ['no space before a colon', { fr: { a: 'Objet: colis' }, en: { a: 'Subject: parcel' } }, /thin space/],
  ['a plain space in guillemets', { fr: { a: '« colis\u202f»' }, en: { a: '“parcel”' } }, /thin space/],
  ['a straight apostrophe', { fr: { a: "l'objet" }, en: { a: 'subject' } }, /apostrophe/],
]
for (const [name, catalogue, complaint] of offenders)
  test(`it notices ${name}`, () => assert.match(complaintsOf(catalogue).join(), complaint))

test('one and several are said differently, and French counts zero as one', () => {
  const dossiers = '{count, plural, one {# dossier} other {# dossiers}}'
  assert.equal(speak(dossiers, 'fr', { count: 0 }), '0 dossier')
  assert.equal(speak(dossiers, 'fr', { count: 2 }), '2 dossiers')
  assert.equal(speak('{count, plural, one {# case} other {# cases}}', 'en', { count: 0 }), '0 cases')
})

const isCatalogue = (value: unknown): value is Catalogue =>
  typeof value === 'object' && value !== null && 'fr' in value && 'en' in value
