import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLength } from './read-length.ts'
import { sayExactly } from './say-exactly.ts'

test('a length is read as people write it', () => {
  const read = {
    '20': 20,
    '20 s': 20,
    '2min': 120,
    '2 min 30': 150,
    '1h30': 5_400,
    '1 h 05 min': 3_900,
    '1,5 min': 90,
    '2 j': 172_800,
    '1 d': 86_400,
  }
  for (const [typed, seconds] of Object.entries(read)) assert.equal(readLength(typed), seconds, typed)
  for (const typed of ['', 'abc', '1 s 2 h', '5 apples', '-3']) assert.equal(readLength(typed), null, typed)
})

test('what is written out is read back, to the second', () => {
  for (const seconds of [0, 1, 45, 90, 119, 120, 150, 3_600, 3_661, 5_400, 86_400, 90_000, 172_800, 180_061])
    for (const language of ['fr', 'en'] as const)
      assert.equal(readLength(sayExactly(seconds)[language]), seconds, sayExactly(seconds)[language])
})
