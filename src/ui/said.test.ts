// Instants, sizes, faces and toasts: the small things that are said everywhere.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hue, initials } from './face.ts'
import { exact, relative, size } from './instant.ts'
import { act, commitAll, dismiss, toast, toasts, toastUndo } from './toasts.ts'

const now = Date.parse('2026-11-21T12:00:00Z')
const fr = { now, spoken: 'fr', zone: 'Europe/Paris' } as const
const en = { now, spoken: 'en', zone: 'Europe/Paris' } as const

test('what just happened is said shortly, what is older by its day', () => {
  assert.equal(relative('2026-11-21T11:59:40Z', fr), null)
  assert.equal(relative('2026-11-21T11:55:00Z', fr)?.replace(/\s/g, ' '), 'il y a 5 min')
  assert.equal(relative('2026-11-20T12:00:00Z', fr), 'hier')
  assert.equal(relative('2026-11-21T14:00:00Z', en), 'in 2 hr')
  assert.equal(relative('2026-03-12T09:00:00Z', fr), '12 mars')
  assert.equal(relative('2025-03-12T09:00:00Z', en), '12 Mar 2025')
})

test('sixty minutes are an hour', () => assert.equal(relative('2026-11-21T11:00:01Z', en), '1 hr ago'))

test('the exact instant is told where the reader is', () => {
  assert.match(exact('2026-11-21T12:00:00Z', fr), /samedi 21 novembre 2026.*13.h/)
  assert.match(exact('2026-07-01T12:00:00Z', { ...fr, zone: 'Indian/Reunion' }), /16.h/)
})

test('sizes are read as people read them', () => {
  assert.equal(size(1_430_000, 'fr').replace(/\s/g, ' '), '1,4 Mo')
  assert.equal(size(900, 'en'), '0.9 kB')
  assert.equal(size(45, 'en'), '0.1 kB')
  assert.equal(size(0, 'en'), '0 kB')
})

test('a name has the same face everywhere', () => {
  assert.deepEqual(['Élise de la Tour', 'jean-paul', '  ', '李 小龙', 'Maison 5'].map(initials), ['ÉT', 'J', '?', '李小', 'M5'])
  assert.equal(hue('0192-aa'), hue('0192-aa'))
  const used = new Set(Array.from({ length: 200 }, (_, person) => hue(`person-${person}`)))
  assert.deepEqual(
    [...used].sort((a, b) => a - b),
    [1, 2, 3, 4, 5, 6, 7, 8],
  )
})

test('what can be undone happens once, when its toast goes, or never', () => {
  const done: string[] = []
  const wish = (name: string) => ({
    text: name,
    label: 'Annuler',
    commit: () => void done.push(`${name} sent`),
    undo: () => void done.push(`${name} undone`),
  })
  const first = toastUndo(wish('a'))
  toastUndo(wish('b'))
  dismiss(first)
  dismiss(first)
  const last = toasts().at(-1)
  assert.ok(last)
  act(last)
  toastUndo(wish('c'))
  commitAll() // the page is closed
  assert.deepEqual(done, ['a sent', 'b undone', 'c sent'])
})

test('refusals wait to be read, and a crowd of toasts is bounded', () => {
  toast({ text: 'non', tone: 'danger' })
  assert.equal(toasts().at(-1)?.seconds, null)
  for (let each = 0; each < 10; each++) toast({ text: String(each) })
  assert.equal(toasts().length, 4)
})
