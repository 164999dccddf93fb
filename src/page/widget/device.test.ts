import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDevice } from './device.ts'
import type { Outgoing } from './rules/conversation.ts'

const KEY = `wd_${'0a'.repeat(16)}_${'a'.repeat(26)}`
const written = (id: string): Outgoing => ({
  id,
  at: '2026-11-22T09:00:00Z',
  refused: null,
  kind: 'message',
  text: id,
  files: [],
  who: null,
})
const names = (outbox: readonly Outgoing[]): string[] => outbox.map(({ id }) => id).toSorted()

test('nothing is kept before the visitor writes; then the secret, and what has not left; then nothing again', () => {
  const shelf = storage()
  const device = openDevice(KEY, shelf)
  assert.deepEqual([Object.keys(shelf), device.isKept()], [[], false])
  device.keep()
  device.put(written('a'))
  assert.deepEqual(Object.keys(shelf).toSorted(), [`guichet.${KEY}.a`, `guichet.${KEY}.visit`])
  device.drop('a')
  assert.deepEqual(Object.keys(shelf), [`guichet.${KEY}.visit`])
  const secret = device.secret()
  device.forget()
  assert.deepEqual(Object.keys(shelf), [])
  assert.notEqual(device.secret(), secret)
})

test('another page of the site finds the conversation and what has not left; another widget finds nothing', () => {
  const shelf = storage()
  const [one, other] = [openDevice(KEY, shelf), openDevice(KEY, shelf)]
  one.keep()
  one.put(written('a'))
  other.keep() // wrote second: the conversation is the first one's
  other.put(written('b'))
  assert.equal(other.secret(), one.secret())
  const later = openDevice(KEY, shelf)
  assert.deepEqual([later.secret(), names(later.outbox())], [one.secret(), ['a', 'b']])
  assert.deepEqual(openDevice(KEY.replace(/a$/, 'b'), shelf).outbox(), [])
})

test('where nothing may be stored the page’s own memory does', () => {
  const denied = storage(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  for (const shelf of [null, denied]) {
    const device = openDevice(KEY, shelf)
    device.keep()
    device.put(written('a'))
    assert.deepEqual([device.isKept(), names(device.outbox())], [true, ['a']])
    device.drop('a')
    assert.deepEqual(device.outbox(), [])
  }
})

test('an entry somebody else spoilt is passed over', () => {
  const shelf = storage()
  const device = openDevice(KEY, shelf)
  device.put(written('a'))
  shelf.setItem(`guichet.${KEY}.b`, '{"id":')
  shelf.setItem(`guichet.${KEY}.visit`, 'vs_stolen')
  assert.deepEqual([names(device.outbox()), device.isKept()], [['a'], false])
})

// Enumerable as a browser's own, which Node's is not without a file.
function storage(denies: () => void = () => {}): Storage {
  const verbs = {
    getItem: (name: string): string | null => (denies(), shelf[name] ?? null),
    setItem: (name: string, value: string) => (denies(), void (shelf[name] = value)),
    removeItem: (name: string) => (denies(), void delete shelf[name]),
  }
  const shelf: Record<string, string> = Object.create(verbs) as Record<string, string> // the verbs are not among its own names
  return shelf as unknown as Storage // the rest is not used
}
