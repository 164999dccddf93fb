import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from './language.ts'

test('what somebody chose goes before what their browser prefers, and that before what the brand speaks', () => {
  const accepted = 'de-DE,de;q=0.9,en-GB;q=0.8,fr;q=0.5'
  assert.equal(languageOf({ chosen: 'fr', accepted, otherwise: 'fr' }), 'fr')
  assert.equal(languageOf({ accepted, otherwise: 'fr' }), 'en')
  assert.equal(languageOf({ accepted: 'de', otherwise: 'fr' }), 'fr')
  assert.equal(languageOf({ chosen: 'xx', accepted: 'en;q=0, fr', otherwise: 'en' }), 'fr')
  assert.equal(languageOf({ otherwise: 'en' }), 'en')
})
