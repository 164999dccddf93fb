import assert from 'node:assert/strict'
import { test } from 'node:test'
import { activityKinds } from '../../contract/activity.ts'
import { gridWords } from './grid/words.ts'

test('no two activities of the legend have the same letter, in either language; each is one letter', () => {
  for (const spoken of ['fr', 'en'] as const) {
    const letters = activityKinds.map((kind) => gridWords[spoken][`letter_${kind}`])
    assert.deepEqual(letters.filter((letter, nth) => letters.indexOf(letter) !== nth || !/^\p{Lu}$/u.test(letter)), [], spoken)
  }
}) // prettier-ignore
