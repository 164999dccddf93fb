import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recognise, stems } from './rules/suggest.ts'

const topics = [
  { id: 'a', name: 'Factures', words: ['prélèvement', 'remboursement', 'avoir comptable'] },
  { id: 'b', name: 'Réparations', words: ['panne', 'démarreur'] },
]

test('a subject is recognised by its words, whatever their case, accents and endings', () => {
  for (const text of ['Deux PRELEVEMENTS ce mois', 'un prélèvement de trop', 'mes remboursements'])
    assert.deepEqual(recognise(topics, text).map(({ id }) => id), ['a'], text) // prettier-ignore
  assert.equal(recognise(topics, 'Le démarreur est en panne, voici la facture')[0]!.id, 'b', 'two words say more than one')
  assert.equal(recognise(topics, 'Le démarreur')[0]!.because, 'démarreur')
})

test('nothing is found in the middle of a word, in empty words, or in half a phrase', () => {
  assert.deepEqual(recognise(topics, 'Empanner un voilier'), [])
  assert.deepEqual(recognise(topics, 'Bonjour, merci pour votre réponse'), [])
  assert.deepEqual(recognise(topics, 'avoir une question'), [])
  assert.deepEqual(stems('les des et'), [])
})
