import assert from 'node:assert/strict'
import { test } from 'node:test'
import { classify } from './classify.ts'
import { aBook, work } from './test-house.ts'

const open = () => true
const book = aBook(
  { key: 'billing', takes: { channels: ['phone', 'chat'], reasons: ['Facture', 'none'] } },
  { key: 'urgent', takes: { priorities: ['urgent'], flags: ['contract', 'vip'] } },
  { key: 'night', takes: { when: 'closed' } },
  { key: 'english', takes: { languages: ['en'] } },
  { key: 'second', takes: { degrees: [2] } },
  { key: 'calls', takes: { channels: ['phone'] } },
)
const queueOf = (...asked: Parameters<typeof work>) => classify(book, work(...asked), open).queue?.key ?? null

test('the first queue that takes it has it, and says by which of its conditions', () => {
  const { queue, because, passed } = classify(book, work({ channel: 'chat', reason: 'Facture' }), open)
  assert.deepEqual([queue?.key, because, passed], ['billing', ['channels', 'reasons'], []])
})

test('every queue before it says which condition turned it away first', () => {
  const { queue, passed } = classify(book, work({ reason: 'Panne', language: 'fr' }), open)
  assert.equal(queue?.key, 'calls')
  assert.deepEqual(
    passed.map((each) => [each.queue.key, each.because]),
    [['billing', 'reasons'], ['urgent', 'flags'], ['night', 'when'], ['english', 'languages'], ['second', 'degrees']],
  ) // prettier-ignore
})

test('a reason that is not known yet is asked for by its name', () => {
  assert.equal(queueOf({ reason: null }), 'billing')
  assert.equal(queueOf({ reason: 'Panne', channel: 'email' }), null, 'what no queue takes stays where it is')
})

test('of several marks one is enough, of several conditions all', () => {
  assert.equal(queueOf({ channel: 'email', priority: 'urgent', flags: ['vip'] }), 'urgent')
  assert.equal(queueOf({ channel: 'email', priority: 'urgent', flags: ['new_customer'] }), null)
})

test('a queue may take only what comes while it is closed', () => {
  const found = classify(book, work({ channel: 'email' }), (queue) => queue.key !== 'night')
  assert.deepEqual([found.queue?.key, found.because], ['night', ['when']])
})

test('whoever asks for no degree of support asks for the first', () => {
  const first = aBook({ key: 'first', takes: { degrees: [1] } })
  assert.equal(classify(first, work(), open).queue?.key, 'first')
  assert.equal(queueOf({ channel: 'email', degree: 2 }), 'second')
})
