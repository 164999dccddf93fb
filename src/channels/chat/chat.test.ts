import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import * as cases from '#cases'
import * as portal from '#portal'
import type { Message } from '../contract.ts'
import { brokenChats } from './broken-books.ts'
import { openShop } from './test-shop.ts'

const shown = (thread: readonly Message[]): [number, string, string][] => thread.map(({ seq, from, text }) => [seq, from, text])

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
  const opened = await shop.work((work) => cases.view(work, { id: chat.case }))
  assert.equal(opened.subject, 'Bonjour, où en est ma commande ?')
  assert.equal(opened.owner.id, shop.anna)
})

test('a visitor is shown the way to their own page when they ask, the same one however often, and none before they wrote', async (t) => {
  const shop = await openShop(t)
  const camille = shop.visitor(await shop.serve())
  await camille.connect()
  camille.send({ follow: {} })
  await camille.say('Bonjour')
  assert.equal(
    camille.heard.some((answer) => 'page' in answer),
    false,
  )
  const ways: string[] = []
  for (let time = 0; time < 2; time++) {
    const told = camille.next('page')
    camille.send({ follow: {} })
    ways.push((await told).path)
  }
  assert.equal(new Set(ways).size, 1)
  const { case: mine } = await shop.chatOf(camille)
  const shown = await portal.throughLink(shop.open, ways[0]!.replace('/r/', ''), async (_, link) => link)
  assert.deepEqual([shown.scope, shown.case_id], ['case', mine])
})

test('the same words said twice, from two tabs, are kept once and have one place', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const camille = shop.visitor(server)
  const tab = shop.visitor(server, { secret: camille.secret })
  await Promise.all([camille.connect(), tab.connect()])
  const id = randomUUID()
  const [first, again] = await Promise.all([camille.say('Bonjour', { id }), tab.say('Bonjour', { id })])
  assert.deepEqual([first.seq, again.seq], [1, 1])
  assert.equal((await camille.say('Bonjour', { id })).seq, 1)
  assert.equal((await camille.say('Et encore')).seq, 2)
  assert.deepEqual(await shop.work(brokenChats), [])
})

test('a first message whose answer was lost is said again after a reload and opens nothing new', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const camille = shop.visitor(server)
  await camille.connect()
  const id = randomUUID()
  camille.send({ say: { id, text: 'Bonjour', files: [] } })
  await camille.next('took')
  const before = await shop.chatOf(camille)
  const reloaded = shop.visitor(server, { secret: camille.secret })
  camille.cut()
  const welcome = await reloaded.connect()
  assert.deepEqual(shown(welcome.thread), [[1, 'visitor', 'Bonjour']])
  assert.equal((await reloaded.say('Bonjour', { id })).seq, 1)
  assert.deepEqual(await shop.chatOf(reloaded), before)
})

test('every tab hears everything, in the same order, each message once', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const one = shop.visitor(server)
  await one.connect()
  await one.say('un')
  const two = shop.visitor(server, { secret: one.secret })
  await two.connect()
  const chat = await shop.chatOf(one)
  await Promise.all([
    ...['a', 'b', 'c'].map((text) => one.say(text)),
    ...['d', 'e'].map((text) => two.say(text)),
    shop.answer(chat, 'réponse'),
  ])
  const last = await one.say('fin')
  assert.equal(last.seq, 8)
  await two.next('message', ({ seq }) => seq === 8, 0)
  const late = shop.visitor(server, { secret: one.secret })
  const all = (await late.connect()).thread
  assert.deepEqual(all.map(({ seq }) => seq), [1, 2, 3, 4, 5, 6, 7, 8]) // prettier-ignore
  const heardByTwo = [
    ...two.thread.map(({ seq }) => seq),
    ...two.heard.flatMap((answer) => ('took' in answer ? answer.took.seq : [])),
  ]
  assert.deepEqual(heardByTwo.toSorted((a, b) => a - b), [1, 2, 3, 4, 5, 6, 7, 8]) // prettier-ignore
  assert.deepEqual(two.thread.map(({ seq }) => seq), two.thread.map(({ seq }) => seq).toSorted((a, b) => a - b)) // prettier-ignore
})

test('who was offline for ten minutes hears exactly what came meanwhile, in order', async (t) => {
  const shop = await openShop(t, { mail_after_minutes: 60 })
  const server = await shop.serve()
  const camille = shop.visitor(server)
  await camille.connect()
  await camille.say('Bonjour')
  const chat = await shop.chatOf(camille)
  const first = camille.next('message')
  await shop.answer(chat, 'un')
  await first
  camille.cut()
  shop.clock.advance({ minutes: 10 })
  for (const text of ['deux', 'trois', 'quatre']) await shop.answer(chat, text)
  await server.settled()
  const welcome = await camille.connect()
  assert.deepEqual(shown(welcome.thread), [
    [3, 'agent', 'deux'],
    [4, 'agent', 'trois'],
    [5, 'agent', 'quatre'],
  ])
  assert.equal(welcome.more, false)
  assert.deepEqual(camille.thread.map(({ seq }) => seq), [2, 3, 4, 5]) // prettier-ignore
})

test('of a very long conversation the latest two hundred come, and it is said that there is more', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const camille = shop.visitor(server)
  await camille.connect()
  await camille.say('Bonjour')
  const chat = await shop.chatOf(camille)
  for (let n = 0; n < 205; n++) await shop.answer(chat, `réponse ${n}`)
  await camille.next('message', ({ seq }) => seq === 206, 0)
  assert.deepEqual(camille.thread.map(({ seq }) => seq), Array.from({ length: 205 }, (_, n) => n + 2)) // prettier-ignore
  const fresh = shop.visitor(server, { secret: camille.secret })
  const welcome = await fresh.connect()
  assert.equal(welcome.thread.length, 200)
  assert.equal(welcome.more, true)
  assert.equal(welcome.thread.at(-1)?.seq, 206)
})

test('two visitors hear nothing of each other', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const [camille, denis] = [shop.visitor(server), shop.visitor(server)]
  await Promise.all([camille.connect(), denis.connect()])
  await Promise.all([camille.say('de Camille'), denis.say('de Denis')])
  const heard = camille.next('message')
  await shop.answer(await shop.chatOf(camille), 'pour Camille')
  await heard
  await server.settled()
  assert.deepEqual(denis.thread, [])
  assert.notEqual((await shop.chatOf(camille)).case, (await shop.chatOf(denis)).case)
})

test('saying something in a closed case opens it again with the same owner', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const camille = shop.visitor(server)
  await camille.connect()
  await camille.say('Bonjour')
  const chat = await shop.chatOf(camille)
  const over = camille.next('over')
  await shop.work((work) => cases.close(work, { id: chat.case }), shop.as(shop.anna))
  assert.equal((await over).seq, 1)
  assert.equal((await camille.say('Une dernière chose')).seq, 2)
  const shownCase = await shop.work((work) => cases.view(work, { id: chat.case }))
  assert.deepEqual([shownCase.status, shownCase.owner.id], ['open', shop.anna])
})

test('a visitor who only looks on costs no row', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const camille = shop.visitor(server)
  await camille.connect()
  camille.send({ typing: { on: true } })
  camille.send({ who: { name: 'Camille', email: 'camille@client.example' } })
  await server.settled()
  await assert.rejects(shop.chatOf(camille))
})
