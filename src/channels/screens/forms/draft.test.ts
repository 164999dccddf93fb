import assert from 'node:assert/strict'
import { test } from 'node:test'
import { definitionShape, fieldKinds, fieldShape, type Definition } from '../../contract.ts'
import { freeId, idFrom, moved, newField, without } from './draft.ts'

const both = (text: string) => ({ fr: text, en: text })
const draft: Definition = definitionShape.parse({
  title: both('T'),
  sender: { name: 'a', email: null, phone: null },
  fields: [
    { id: 'a', kind: 'short', label: both('A') },
    { id: 'b', kind: 'short', label: both('B'), show: { when: 'all', conditions: [{ field: 'a', test: 'answered' }] } },
    { id: 'c', kind: 'short', label: both('C'), show: { when: 'any', conditions: [{ field: 'a', test: 'answered' }, { field: 'b', test: 'answered' }] } },
  ],
}) // prettier-ignore

test('a field that goes takes with it the conditions that hung on it, and is nobody’s name any more', () => {
  const left = without(draft, 'a')
  assert.deepEqual(left.fields.map(({ id, show }) => [id, show?.conditions.map(({ field }) => field) ?? null]), [['b', null], ['c', ['b']]]) // prettier-ignore
  assert.equal(left.sender.name, null)
})

test('fields move one place at a time and never out of the form', () => {
  const order = (of: Definition): string => of.fields.map(({ id }) => id).join('')
  assert.deepEqual([order(moved(draft, 0, 1)), order(moved(draft, 2, 0)), order(moved(draft, 0, -1)), order(moved(draft, 2, 3))], ['bac', 'cab', 'abc', 'abc']) // prettier-ignore
})

test('each kind of field begins as one that may be kept, under a name of its own', () => {
  for (const kind of fieldKinds) assert.ok(fieldShape.safeParse(newField(kind, ['courriel'])).success, kind)
  assert.equal(newField('email', ['courriel', 'courriel_2']).id, 'courriel_3')
  assert.equal(freeId('x'.repeat(60), []).length, 34)
  assert.equal(idFrom('Numéro de l’étage n° 3 !'), 'numero_de_l_etage_n_3')
  assert.equal(idFrom('123 …'), 'reponse')
})
