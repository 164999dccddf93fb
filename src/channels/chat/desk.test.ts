// Chats at the desk: who waits, who serves whom, what each side has read.
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import * as cases from '#cases'
import type { Actor } from '#base/contract'
import { newId } from '#base/id'
import { Refused } from '#base/refusal'
import { told as staffTold } from '#staff/contract'
import type { ChatState } from '../contract.ts'
import { end } from './end.ts'
import { readByUs } from './read.ts'
import { serveBy } from './serve-by.ts'
import { list, show } from './show.ts'
import { openShop, type Server, type Shop } from './test-shop.ts'

const chatsOf = async (shop: Shop, server: Server, { state, as }: { state: ChatState; as: Actor }) =>
  (await shop.work((work) => list(server.hub.visitors)(work, { state, limit: 50 }), as)).items

async function conversation(t: TestContext) {
  const shop = await openShop(t)
  const server = await shop.serve()
  const camille = shop.visitor(server)
  await camille.connect()
  await camille.say('Bonjour, où en est ma commande ?')
  return { shop, server, camille, chat: await shop.chatOf(camille) }
}

test('a visitor waits until somebody takes the chat, and is then on that person’s list', async (t) => {
  const { shop, server, camille, chat } = await conversation(t)
  const [waiting] = await chatsOf(shop, server, { state: 'waiting', as: shop.as(shop.anna) })
  assert.equal(waiting?.conversation_id, chat.conversation)
  assert.deepEqual([waiting.online, waiting.unread, waiting.last.excerpt], [true, 1, 'Bonjour, où en est ma commande ?'])
  assert.ok(waiting.waiting_since)
  const served = camille.next('served')
  await shop.work((work) => serveBy(server.hub.visitors)(work, { conversation: chat.conversation }), shop.as(shop.bruno))
  assert.equal((await served).by?.name, 'Bruno')
  assert.deepEqual(await chatsOf(shop, server, { state: 'waiting', as: shop.as(shop.anna) }), [])
  assert.equal((await chatsOf(shop, server, { state: 'mine', as: shop.as(shop.bruno) })).length, 1)
  assert.equal((await chatsOf(shop, server, { state: 'others', as: shop.as(shop.anna) })).length, 1)
})

test('handing a chat to a colleague shows the visitor an introduction and nothing else; the owner of the case stays', async (t) => {
  const { shop, server, camille, chat } = await conversation(t)
  const heard = camille.next('message')
  await shop.answer(chat, 'Je regarde', shop.anna)
  assert.equal((await heard).seq, 2)
  const introduced = camille.next('message')
  await shop.work(
    (work) =>
      serveBy(server.hub.visitors)(work, {
        conversation: chat.conversation,
        person: shop.bruno,
        note: 'Client pressé, vérifier le colis',
      }),
    shop.as(shop.anna),
  )
  const message = await introduced
  assert.deepEqual(
    [message.seq, message.from, message.text],
    [3, 'house', 'Bonjour, je suis Bruno, je prends la suite d’Anna. J’ai lu votre échange.'],
  )
  const dossier = await shop.work((work) => cases.view(work, { id: chat.case }))
  assert.equal(dossier.owner.id, shop.anna)
  assert.deepEqual(dossier.notes.map(({ text, mentions }) => [text, mentions]), [['Client pressé, vérifier le colis', [shop.bruno]]]) // prettier-ignore
  assert.ok(!JSON.stringify(camille.heard).includes('pressé'))
  const open = await shop.work(
    (work) => show(server.hub.visitors)(work, { conversation: chat.conversation }),
    shop.as(shop.bruno),
  )
  assert.deepEqual([open.served_by?.id, open.owner.id, open.waiting_since], [shop.bruno, shop.anna, null])
  const told = (await shop.heard(staffTold)).filter(({ kind }) => kind === 'chat.handed')
  assert.deepEqual(told.map(({ person, urgent }) => [person, urgent]), [[shop.bruno, true]]) // prettier-ignore
})

test('whoever answers first serves the chat', async (t) => {
  const { shop, server, camille, chat } = await conversation(t)
  const served = camille.next('served')
  await shop.answer(chat, 'Bonjour', shop.bruno)
  assert.equal((await served).by?.name, 'Bruno')
  assert.equal((await chatsOf(shop, server, { state: 'mine', as: shop.as(shop.bruno) })).length, 1)
})

test('each side sees what the other has read', async (t) => {
  const { shop, server, camille, chat } = await conversation(t)
  const read = camille.next('read')
  await shop.work((work) => readByUs(work, { conversation: chat.conversation, seq: 1 }), shop.as(shop.anna))
  assert.equal((await read).seq, 1)
  const heard = camille.next('message')
  await shop.answer(chat, 'Bonjour')
  await heard
  camille.send({ read: { seq: 99 } }) // nobody reads ahead of what is there
  await camille.close()
  const look = () => shop.work((work) => show(server.hub.visitors)(work, { conversation: chat.conversation }))
  let shown = await look()
  while (shown.online || shown.read_by_visitor < 2) shown = await look() // the test's own time limit is the bound
  assert.deepEqual([shown.read_by_visitor, shown.read_by_us, shown.online], [2, 1, false])
})

test('a visitor sees the one who serves them typing, by first name; the desk sees the visitor typing', async (t) => {
  const { shop, server, camille, chat } = await conversation(t)
  await shop.work((work) => serveBy(server.hub.visitors)(work, { conversation: chat.conversation }), shop.as(shop.anna))
  await camille.next('served', () => true, 0)
  const typing = camille.next('typing')
  server.hub.desk.typing(shop.tenant, { case: chat.case, person: shop.bruno, on: true }) // somebody else, unseen
  server.hub.desk.typing(shop.tenant, { case: chat.case, person: shop.anna, on: true })
  assert.deepEqual(await typing, { on: true, name: 'Anna' })
  const told = new Promise<boolean>((resolve) => server.hub.desk.onChange((_, { typing: on }) => resolve(on)))
  camille.send({ typing: { on: true } })
  assert.equal(await told, true)
})

test('whoever has sent what they were writing no longer writes', async (t) => {
  const { server, camille } = await conversation(t)
  const told: boolean[] = []
  server.hub.desk.onChange((_, { typing }) => void told.push(typing))
  camille.send({ typing: { on: true } })
  await camille.say('Merci')
  assert.deepEqual(told, [true, false])
})

test('an agent ends a chat; what the visitor says next begins it again', async (t) => {
  const { shop, server, camille, chat } = await conversation(t)
  const over = camille.next('over')
  await shop.work((work) => end(work, { conversation: chat.conversation }), shop.as(shop.anna))
  await over
  assert.equal((await chatsOf(shop, server, { state: 'ended', as: shop.as(shop.anna) })).length, 1)
  assert.equal((await shop.work((work) => cases.view(work, { id: chat.case }))).status, 'open')
  await camille.say('Encore une question')
  assert.equal((await chatsOf(shop, server, { state: 'waiting', as: shop.as(shop.anna) })).length, 1)
})

test('a chat taken up after its visitor has left is over all the same', async (t) => {
  const { shop, server, camille, chat } = await conversation(t)
  const answered = camille.next('message', ({ from }) => from === 'agent')
  await shop.answer(chat, 'Voici')
  await answered
  const over = camille.next('over')
  camille.send({ leave: {} })
  await over
  await shop.work((work) => serveBy(server.hub.visitors)(work, { conversation: chat.conversation }), shop.as(shop.bruno))
  await server.settled()
  camille.cut()
  assert.equal((await camille.connect()).over, true)
})

test('whoever left while they were owed an answer is answered, and then the chat is over', async (t) => {
  const { shop, server, camille, chat } = await conversation(t)
  const over = camille.next('over')
  camille.send({ leave: {} })
  await server.settled()
  assert.equal((await chatsOf(shop, server, { state: 'waiting', as: shop.as(shop.anna) })).length, 1)
  await shop.answer(chat, 'Voici')
  await over
  await server.settled()
  assert.equal((await chatsOf(shop, server, { state: 'ended', as: shop.as(shop.anna) })).length, 1)
})

test('a chat of another brand is on no list and cannot be taken, read or ended', async (t) => {
  const { shop, server, chat } = await conversation(t)
  const stranger: Actor = { ...shop.as(shop.bruno), scope: { teams: null, brands: [newId(shop.clock.now())] } } as Actor
  assert.deepEqual(await chatsOf(shop, server, { state: 'waiting', as: stranger }), [])
  const { conversation: id } = chat
  for (const deed of [
    () => shop.work((work) => show(server.hub.visitors)(work, { conversation: id }), stranger),
    () => shop.work((work) => serveBy(server.hub.visitors)(work, { conversation: id }), stranger),
    () => shop.work((work) => readByUs(work, { conversation: id, seq: 1 }), stranger),
    () => shop.work((work) => end(work, { conversation: id }), stranger),
  ])
    await assert.rejects(deed, (error: Error) => error instanceof Refused && error.refusal.code === 'chat.unknown')
})

test('a chat is not handed to whoever has left or is away', async (t) => {
  const { shop, server, chat } = await conversation(t)
  const nobody = newId<'person'>(shop.clock.now())
  await assert.rejects(
    shop.work(
      (work) => serveBy(server.hub.visitors)(work, { conversation: chat.conversation, person: nobody }),
      shop.as(shop.anna),
    ),
    (error: Error) => error instanceof Refused && error.refusal.code === 'chat.handler_unfit',
  )
})

test('who is only said to be somebody stays a visitor of their own, with what they said beside it', async (t) => {
  const { shop, server, camille, chat } = await conversation(t)
  const known = await shop.work((work) => cases.view(work, { id: chat.case }))
  camille.send({ who: { name: 'Camille', email: 'camille@client.example' } })
  await camille.say('C’est Camille')
  const [shown] = await chatsOf(shop, server, { state: 'waiting', as: shop.as(shop.anna) })
  assert.deepEqual([shown?.visitor.said, shown?.visitor.proven], [{ name: 'Camille', email: 'camille@client.example' }, null])
  assert.equal(shown?.visitor.customer_id, known.customer?.id)
})
