import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Message } from '#channels/contract'
import { contrast } from '../../rules/colour.ts'
import { backoff, calmly } from './backoff.ts'
import { nothingSaid, type Outgoing } from './conversation.ts'
import { readOutgoing } from './kept.ts'
import { pieces } from './pieces.ts'
import { colourOf, readableOn } from './readable.ts'
import { drawSecret, isSecret } from './secret.ts'
import { stretches } from './stretches.ts'

test('a lost line is tried after ever longer waits, never longer than half a minute, and not by everybody at once', () => {
  const waits = [1, 2, 3, 6, 7, 1_000].map((attempt) => [backoff(attempt, 0, calmly), backoff(attempt, 0.999_999, calmly)])
  assert.deepEqual(waits, [[300, 600], [600, 1_200], [1_200, 2_400], [9_600, 19_200], [15_000, 30_000], [15_000, 30_000]]) // prettier-ignore
})

test('addresses in a message become links, and nothing else does', () => {
  const links = (text: string): (string | null)[] => pieces(text).map(({ to }) => to).filter((to) => to !== null) // prettier-ignore
  assert.deepEqual(links('Voir https://a.example/x?y=1, et (www.b.example/c_(d)).'), [
    'https://a.example/x?y=1',
    'https://www.b.example/c_(d)',
  ])
  assert.deepEqual(links('Écrivez à bonjour@a.example.'), ['mailto:bonjour@a.example'])
  assert.deepEqual(links('javascript:alert(1) data:text/html,x <b>file:///etc</b> http://'), [])
})

test('whatever is written is shown whole, letter for letter', () => {
  const writing = fc
    .array(fc.oneof(fc.string(), fc.webUrl(), fc.emailAddress(), fc.constantFrom(' ', '(', ')', '.', 'https://', 'www.')))
    .map((all) => all.join(''))
  fc.assert(fc.property(writing, (text) => assert.equal(pieces(text).map((each) => each.text).join(''), text))) // prettier-ignore
  fc.assert(
    fc.property(writing, (text) => assert.ok(pieces(text).every(({ to }) => to === null || /^(https?:\/\/|mailto:)/i.test(to)))),
  )
})

test('text on a face can be read whatever its colour, and a colour that is none becomes the house’s', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const colour = `#${value.toString(16).padStart(6, '0')}`
      assert.ok(contrast(readableOn(colour), colour) >= 4.5, colour)
    }),
  )
  assert.equal(colourOf('red;background:url(//x)'), '#0e6063')
})

test('a secret has the form of the house’s tokens and names the tenant of the widget', () => {
  const secret = drawSecret(`wd_${'0a'.repeat(16)}_${'b'.repeat(26)}`, crypto.getRandomValues(new Uint8Array(26)))
  assert.match(secret, /^vs_(0a){16}_[a-z2-7]{26}$/)
  assert.deepEqual([isSecret(secret), isSecret(`${secret}x`), isSecret(null)], [true, false, false])
})

test('what the device gives back is believed only in the form we write', () => {
  const written: Outgoing = {
    id: 'a',
    at: '2026-11-22T09:00:00Z',
    refused: null,
    kind: 'message',
    text: 'x',
    files: [],
    who: null,
  }
  assert.deepEqual(readOutgoing(JSON.stringify(written)), written)
  for (const bad of [
    null,
    '',
    '{',
    '[]',
    '"x"',
    '{"id":"a"}',
    JSON.stringify({ ...written, files: 3 }),
    JSON.stringify({ ...written, kind: 'x' }),
  ])
    assert.equal(readOutgoing(bad), null)
})

test('what one person says in one go stands together; another day begins with a line', () => {
  const said = (seq: number, at: string, from: Message['from'] = 'agent'): Message => ({
    seq,
    id: null,
    from,
    by: null,
    at,
    text: '',
    files: [],
    by_mail: false,
  })
  const messages = [
    said(1, '2026-11-21T23:58:00Z'),
    said(2, '2026-11-21T23:59:00Z'),
    said(3, '2026-11-22T00:01:00Z'),
    said(4, '2026-11-22T00:02:00Z', 'visitor'),
    said(5, '2026-11-22T00:20:00Z', 'visitor'),
  ]
  const laid = stretches({ messages, outbox: nothingSaid.outbox, dayOf: (at) => at.slice(0, 10) })
  const told = laid.map(({ day, said: all }) => `${day?.slice(0, 10) ?? ''} ${all.map(({ seq }) => seq).join()}`)
  assert.deepEqual(told, ['2026-11-21 1,2', '2026-11-22 3', ' 4', ' 5'])
})
