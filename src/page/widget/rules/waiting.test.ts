import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { findEmoji } from '../emoji.ts'
import { momentIn } from '../moments.ts'
import { sizeIn } from '../sizes.ts'
import { learn } from '../words/speak.ts'
import { waitWords } from './waiting.ts'

before(async () => {
  await learn('fr')
  await learn('en')
})

test('the wait is told in words that promise no more than is known', () => {
  assert.equal(
    waitWords({ wait_seconds: null, ahead: 0 }, 'fr'),
    'Nous répondons dès que possible ; le délai n’est pas encore connu.',
  )
  assert.equal(waitWords({ wait_seconds: 61, ahead: 1 }, 'fr'), 'Réponse dans environ 2 min. 1 personne avant vous.')
  assert.equal(waitWords({ wait_seconds: 20, ahead: 3 }, 'en'), 'An answer in less than a minute. 3 people before you.')
  assert.equal(waitWords({ wait_seconds: 7_200, ahead: 0 }, 'en'), 'An answer in more than an hour.')
})

test('when we are back is said as one says it', () => {
  const now = new Date('2026-11-20T17:00:00') // a Friday, where the visitor is
  assert.equal(momentIn('2026-11-20T18:30:00', 'fr', now), 'à 18:30')
  assert.equal(momentIn('2026-11-21T09:00:00', 'fr', now), 'demain à 09:00')
  assert.equal(momentIn('2026-11-23T09:00:00', 'fr', now), 'lundi à 09:00')
  assert.match(momentIn('2026-12-07T09:00:00', 'en', now), /^Monday,? 7 December at 09:00$/)
})

test('sizes are said in the visitor’s units', () => {
  assert.match(sizeIn(5_000_000, 'fr'), /^5\sMo$/)
  assert.equal(sizeIn(300, 'en'), '1 kB')
})

test('an emoji is found by its name in either language, accents aside', () => {
  assert.deepEqual(findEmoji('coeur brise').map(({ sign }) => sign), ['💔']) // prettier-ignore
  assert.deepEqual(findEmoji('parcel').map(({ sign }) => sign), ['📦']) // prettier-ignore
  assert.deepEqual(findEmoji('zzz'), [])
})
