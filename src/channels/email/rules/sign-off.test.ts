import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signOff } from './sign-off.ts'

const below = { name: 'Anna Lévy', signature: 'Maison Lumen\nLampes <depuis> 1974' }

test('an answer ends with the name of who wrote it and the signature of the brand, in both forms', () => {
  const { html, text } = signOff({ html: '<p>Bonjour.</p>', text: 'Bonjour.\n' }, below)
  assert.equal(text, 'Bonjour.\n\n-- \nAnna Lévy\nMaison Lumen\nLampes <depuis> 1974\n')
  assert.equal(html, '<p>Bonjour.</p><p>-- <br>Anna Lévy<br>Maison Lumen<br>Lampes &lt;depuis&gt; 1974</p>')
})

test('who has signed already is not named twice', () => {
  assert.equal(
    signOff({ html: null, text: 'À demain,\nanna lévy ' }, below).text,
    'À demain,\nanna lévy\n\n-- \nMaison Lumen\nLampes <depuis> 1974\n',
  )
})

test('without a name and without a signature nothing is added, and a form that is absent stays so', () => {
  assert.deepEqual(signOff({ html: '<p>Oui</p>', text: 'Oui' }, { name: null, signature: ' \n' }), {
    html: '<p>Oui</p>',
    text: 'Oui',
  })
  assert.deepEqual(signOff({ html: null, text: '' }, below), { html: null, text: '' })
})
