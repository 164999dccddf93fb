// Two servers of one database: a visitor on one, an agent's answer and another tab on the other.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openShop } from './test-shop.ts'

test('an answer given on one server is heard by the visitor on the other, once', async (t) => {
  const shop = await openShop(t)
  const [one, other] = [await shop.serve(), await shop.serve()]
  const camille = shop.visitor(one)
  const tab = shop.visitor(other, { secret: camille.secret })
  await Promise.all([camille.connect(), tab.connect()])
  const first = tab.next('message')
  await camille.say('Bonjour')
  assert.deepEqual([(await first).seq, (await first).text], [1, 'Bonjour'])
  const chat = await shop.chatOf(camille)
  const heard = [camille, tab].map((each) => each.next('message', ({ seq }) => seq === 2))
  await shop.answer(chat, 'Bonjour Camille')
  await Promise.all(heard)
  await tab.say('Merci')
  await camille.next('message', ({ seq }) => seq === 3, 0)
  await Promise.all([one.settled(), other.settled()])
  assert.deepEqual(camille.thread.map(({ seq }) => seq), [2, 3]) // prettier-ignore
  assert.deepEqual(tab.thread.map(({ seq }) => seq), [1, 2]) // prettier-ignore
})

test('when a server stops, its visitors come back to the other and miss nothing', async (t) => {
  const shop = await openShop(t)
  const [one, other] = [await shop.serve(), await shop.serve()]
  const camille = shop.visitor(one)
  await camille.connect()
  await camille.say('Bonjour')
  const chat = await shop.chatOf(camille)
  await one.stop()
  await shop.answer(chat, 'Je suis là')
  await other.settled()
  const back = shop.visitor(other, { secret: camille.secret })
  const welcome = await back.connect()
  assert.deepEqual(welcome.thread.map(({ seq, text }) => [seq, text]), [[1, 'Bonjour'], [2, 'Je suis là']]) // prettier-ignore
})

test('many speak at once on both servers and every conversation stays without a gap', async (t) => {
  const shop = await openShop(t)
  const servers = [await shop.serve(), await shop.serve()]
  const visitors = Array.from({ length: 12 }, (_, n) => shop.visitor(servers[n % 2]!))
  await Promise.all(visitors.map((each) => each.connect()))
  const places = await Promise.all(
    visitors.map(async (each) => (await Promise.all(['a', 'b', 'c'].map((text) => each.say(text)))).map(({ seq }) => seq)),
  )
  assert.deepEqual(places, visitors.map(() => [1, 2, 3])) // prettier-ignore
})
