import assert from 'node:assert/strict'
import test from 'node:test'
import { asFrenchWrites } from './french.ts'

test('French says the first of a month, and the hour with its h', () => {
  assert.equal(asFrenchWrites('mardi 1 décembre à 13:45'), 'mardi 1er décembre à 13\u00a0h\u00a045')
  assert.equal(asFrenchWrites('1 déc. à 09:00'), '1er déc. à 9\u00a0h')
  assert.equal(asFrenchWrites('21 janvier, 11 mars 2021'), '21 janvier, 11 mars 2021')
})
