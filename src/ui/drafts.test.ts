import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { draftsOf, dropDraft, keepDraft, readDraft, writeDrafts } from './drafts.ts'

const kept = new Map<string, string>()
const shelf = {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, text: string) => void kept.set(name, text),
  removeItem: (name: string) => void kept.delete(name),
}

beforeEach(() => {
  kept.clear()
  draftsOf('elise', shelf)
})

test('a draft is on screen at once and on the shelf before the page goes', () => {
  keepDraft('reply:1', { html: '<p>Bonjour</p>' }, '2026-11-21T10:00:00Z')
  assert.deepEqual(readDraft('reply:1')?.value, { html: '<p>Bonjour</p>' })
  writeDrafts()
  draftsOf('elise', shelf) // the page is opened again
  assert.deepEqual(readDraft('reply:1'), { value: { html: '<p>Bonjour</p>' }, at: '2026-11-21T10:00:00Z' })
})

test('another person on the same device does not see it, and the first finds it again', () => {
  keepDraft('reply:1', 'Bonjour')
  draftsOf('camille', shelf)
  assert.equal(readDraft('reply:1'), null)
  draftsOf('elise', shelf)
  assert.equal(readDraft('reply:1')?.value, 'Bonjour')
})

test('a draft that was sent does not come back', () => {
  keepDraft('reply:1', 'Bonjour')
  dropDraft('reply:1')
  writeDrafts()
  draftsOf('elise', shelf)
  assert.equal(readDraft('reply:1'), null)
})

test('a shelf that holds nonsense holds no draft', () => {
  kept.set('guichet.draft.elise.reply:1', '{"value":')
  assert.equal(readDraft('reply:1'), null)
})
