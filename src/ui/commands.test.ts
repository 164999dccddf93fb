import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announce, commandFor, commands, spell, startsSequence } from './commands.ts'
import { bestOf, score } from './fuzzy.ts'

const command = (id: string, keys?: string, whileTyping = false) => ({
  id,
  label: id,
  group: '',
  run: () => {},
  whileTyping,
  ...(keys ? { keys } : {}),
})
const stroke = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  spell({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

test('strokes are spelled one way, on every keyboard', () => {
  assert.deepEqual(
    [
      stroke('R', { shiftKey: true }),
      stroke('?', { shiftKey: true }),
      stroke('k', { metaKey: true }),
      stroke('Enter', { ctrlKey: true }),
    ],
    ['Shift+r', '?', 'Mod+k', 'Mod+Enter'],
  )
})

test('a single key does nothing while one writes; a command with Mod does', () => {
  const leave = announce([command('reply', 'r'), command('palette', 'Mod+k', true)])
  assert.equal(commandFor('r', null, false)?.id, 'reply')
  assert.equal(commandFor('r', null, true), null)
  assert.equal(commandFor('Mod+k', null, true)?.id, 'palette')
  leave()
})

test('g then c is one command, and c alone another', () => {
  const leave = announce([command('cases', 'g c'), command('close', 'c')])
  assert.ok(startsSequence('g'))
  assert.equal(commandFor('c', 'g', false)?.id, 'cases')
  assert.equal(commandFor('c', null, false)?.id, 'close')
  leave()
})

test('of two commands with one key the nearest wins, and the other comes back when it leaves', () => {
  const far = announce([command('far', 'x')])
  const near = announce([command('near', 'x')])
  assert.equal(commandFor('x', null, false)?.id, 'near')
  near()
  assert.equal(commandFor('x', null, false)?.id, 'far')
  far()
  assert.equal(commands().length, 0)
})

test('a few letters find a command, accents and case aside', () => {
  const all = ['Fermer le dossier', 'Répondre', 'Répondre à tous', 'Transmettre le dossier']
  assert.deepEqual(
    bestOf(all, 'repon', (text) => text),
    ['Répondre', 'Répondre à tous'],
  )
  assert.equal(bestOf(all, 'tld', (text) => text)[0], 'Transmettre le dossier')
  assert.equal(score('Répondre', 'xyz'), null)
})
