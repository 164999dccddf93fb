import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Message, Reception, ToVisitor } from '#channels/contract'
import {
  compose,
  discard,
  forgiven,
  hear,
  nothingSaid,
  seen,
  toSay,
  unread,
  type Conversation,
  type Outgoing,
} from './conversation.ts'

const message = (seq: number, more: Partial<Message> = {}): Message => ({
  seq, id: null, from: 'agent', by: null, at: '2026-11-22T09:00:00Z', text: `n° ${seq}`, files: [], by_mail: false, ...more,
}) // prettier-ignore
const outgoing = (id: string, at = '2026-11-22T09:00:00Z'): Outgoing => ({
  id,
  at,
  refused: null,
  kind: 'message',
  text: id,
  files: [],
  who: null,
})
const welcome = (more: Partial<ToVisitor['welcome']>): { welcome: ToVisitor['welcome'] } => ({
  welcome: {
    visit: true, verified: null, distrusted: null, reception: {} as Reception, served_by: null, thread: [], more: false, read_by_us: 0, read_by_you: 0,
    said: null, over: false, ...more,
  },
}) // prettier-ignore
const places = ({ messages }: Conversation): number[] => messages.map(({ seq }) => seq)

test('whatever order the news come in, and however often, the thread has each message once, in the server’s order', () => {
  const all = Array.from({ length: 8 }, (_, place) => message(place + 1))
  fc.assert(
    fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 0 }), (news) => {
      const heard = [...news, ...all].reduce<Conversation>((now, each) => hear(now, { message: each }), nothingSaid)
      assert.deepEqual(places(heard), [1, 2, 3, 4, 5, 6, 7, 8])
      assert.deepEqual(heard.early, [])
    }),
  )
})

test('a message whose predecessor is missing waits, and what is told next time begins before the gap', () => {
  const heard = [1, 2, 5].reduce<Conversation>((now, seq) => hear(now, { message: message(seq) }), nothingSaid)
  assert.deepEqual(places(heard), [1, 2])
  assert.equal(seen(heard), 2)
  assert.deepEqual(places(hear(heard, welcome({ thread: [message(3), message(4)] }))), [1, 2, 3, 4, 5])
})

test('what was written leaves the outbox when the server has taken it, and takes its place', () => {
  const written = compose(hear(nothingSaid, welcome({ thread: [message(1)] })), outgoing('a'))
  const taken = hear(written, { took: { id: 'a', seq: 2, at: '2026-11-22T09:00:01Z' } })
  assert.deepEqual(taken.outbox, [])
  assert.deepEqual(taken.messages.at(-1), message(2, { id: 'a', from: 'visitor', at: '2026-11-22T09:00:01Z', text: 'a' }))
  assert.deepEqual(places(hear(taken, { message: message(2, { id: 'a', from: 'visitor' }) })), [1, 2])
})

test('what another tab said arrives as a message, and is no longer waiting here', () => {
  const written = compose(nothingSaid, outgoing('a'))
  const heard = hear(written, { message: message(1, { id: 'a', from: 'visitor' }) })
  assert.deepEqual([heard.outbox, places(heard)], [[], [1]])
  assert.equal(compose(heard, outgoing('a')), heard)
})

test('what was not taken is said again, in the order it was written; what was refused waits to be asked', () => {
  const written = [outgoing('b', '2026-11-22T09:00:02Z'), outgoing('a', '2026-11-22T09:00:01Z')].reduce(compose, nothingSaid)
  assert.deepEqual(toSay(written).map(({ id }) => id), ['a', 'b']) // prettier-ignore
  const refused = hear(written, { refused: { id: 'a', code: 'chat.too_fast', fr: 'Trop vite.', en: 'Too fast.' } })
  assert.deepEqual(toSay(refused).map(({ id }) => id), ['b']) // prettier-ignore
  assert.equal(refused.outbox[0]?.refused?.fr, 'Trop vite.')
  assert.deepEqual(toSay(forgiven(refused, 'a')).map(({ id }) => id), ['a', 'b']) // prettier-ignore
  assert.deepEqual(discard(refused, 'a').outbox.map(({ id }) => id), ['b']) // prettier-ignore
})

test('a refusal about no message of ours is told above the composer', () => {
  assert.equal(hear(nothingSaid, { refused: { id: null, code: 'x', fr: 'Non.', en: 'No.' } }).refused?.fr, 'Non.')
})

test('a conversation the server no longer knows is forgotten; what was not said is kept', () => {
  const before = compose(hear(nothingSaid, welcome({ thread: [message(1)] })), outgoing('a'))
  const now = hear(before, welcome({ visit: false }))
  assert.deepEqual([now.known, places(now), toSay(now).length], [false, [], 1])
})

test('who was away too long is told the end of the thread, and that there is more', () => {
  const before = hear(nothingSaid, welcome({ thread: [message(1)] }))
  const now = hear(before, welcome({ thread: [message(301), message(302)], more: true }))
  assert.deepEqual([places(now), now.older], [[301, 302], true])
  assert.deepEqual(places(hear(now, { message: message(303) })), [301, 302, 303])
})

test('only what an agent said after the last reading is unread', () => {
  const now = hear(
    nothingSaid,
    welcome({ thread: [message(1), message(2, { from: 'visitor' }), message(3), message(4, { from: 'house' })], read_by_you: 1 }),
  )
  assert.equal(unread(now), 1)
})

test('who writes stops writing when their words arrive; a closed conversation opens again when somebody speaks, not when the house does', () => {
  const writing = hear(hear(nothingSaid, welcome({})), { typing: { on: true, name: 'Camille' } })
  assert.equal(writing.typing, 'Camille')
  assert.equal(hear(writing, { message: message(1) }).typing, null)
  const over = hear(writing, { over: { seq: 0 } })
  assert.equal(hear(over, { message: message(1, { from: 'house' }) }).over, true)
  assert.equal(hear(over, { message: message(1, { from: 'visitor' }) }).over, false)
})

test('a call that was promised leaves the outbox', () => {
  const asked: Outgoing = {
    id: 'c',
    at: '2026-11-22T09:00:00Z',
    refused: null,
    kind: 'call',
    wish: { name: '', phone: '1', about: '', at: null },
  }
  const now = hear(compose(nothingSaid, asked), { called_back: { id: 'c', promised: null, number: '7' } })
  assert.deepEqual([now.outbox, now.calledBack?.number], [[], '7'])
})
