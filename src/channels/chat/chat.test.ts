import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import * as cases from '#cases'
import { openShop } from './test-shop.ts'

test('what a visitor says opens a case with an owner, and the answer comes back over the same line', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const camille = shop.visitor(server)
  const welcome = await camille.connect()
  assert.equal(welcome.visit, false)
  assert.deepEqual(welcome.thread, [])
  const took = await camille.say('Bonjour, où en est ma commande ?')
  assert.equal(took.seq, 1)
  const chat = await shop.chatOf(camille)
  const heard = camille.next('message')
  await shop.answer(chat, 'Bonjour, je regarde.')
  const message = await heard
  assert.deepEqual([message.seq, message.from, message.text, message.by?.name], [2, 'agent', 'Bonjour, je regarde.', 'Anna'])
  const shown = await shop.work((work) => cases.view(work, { id: chat.case }))
  assert.equal(shown.subject, 'Bonjour, où en est ma commande ?')
  assert.equal(shown.owner.id, shop.anna)
})

test('the same words said twice are kept once', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const camille = shop.visitor(server)
  await camille.connect()
  const id = randomUUID()
  const first = await camille.say('Bonjour', { id })
  const again = await camille.say('Bonjour', { id })
  assert.deepEqual(again, first)
})
