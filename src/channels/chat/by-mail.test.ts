// What a visitor did not read in the widget follows by mail; neither lost nor said twice.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import PostalMime from 'postal-mime'
import * as cases from '#cases'
import * as customers from '#customers'
import * as portal from '#portal'
import type { CaseId, InteractionId } from '#cases/contract'
import { chatLeft } from '../contract.ts'
import { openShop, type Shop } from './test-shop.ts'

const states = async (shop: Shop, id: CaseId) =>
  (await shop.work((work) => cases.view(work, { id }))).conversations
    .flatMap(({ interactions }) => interactions)
    .filter(({ direction }) => direction === 'out')
    .map(({ state }) => state)

async function departed(shop: Shop, wish: { email?: string; mail?: boolean } = {}) {
  const server = await shop.serve({ mail: wish.mail ?? true })
  const camille = shop.visitor(server)
  await camille.connect()
  if (wish.email) camille.send({ who: { name: 'Camille', email: wish.email } })
  await camille.say('Bonjour, où en est ma commande ?')
  const chat = await shop.chatOf(camille)
  await camille.close()
  return { server, camille, chat }
}

test('answers nobody reads are gathered in one mail from the brand’s mailbox, and the thread stays one', async (t) => {
  const shop = await openShop(t)
  const { server, camille, chat } = await departed(shop, { email: 'camille@client.example' })
  await shop.answer(chat, 'Votre commande part demain.')
  await shop.answer(chat, 'Vous aurez un suivi par SMS.')
  await server.settled()
  assert.equal(shop.mails.length, 0)
  shop.clock.advance({ minutes: 6 })
  await server.settled()
  assert.equal(shop.mails.length, 1)
  const mail = await PostalMime.parse(shop.mails[0]!)
  assert.equal(mail.to?.[0]?.address, 'camille@client.example')
  assert.match(mail.from?.address ?? '', /^contact-[0-9a-f]+@atelier\.example$/)
  assert.match(mail.replyTo?.[0]?.address ?? '', /^contact-[0-9a-f]+\+[a-z2-7]{26}@atelier\.example$/)
  assert.match(mail.text ?? '', /Votre commande part demain\.[^]*Vous aurez un suivi par SMS\./)
  assert.deepEqual(await states(shop, chat.case), ['handed_over', 'handed_over'])
  const back = shop.visitor(server, { secret: camille.secret })
  const { thread } = await back.connect()
  assert.deepEqual(thread.map(({ seq, by_mail }) => [seq, by_mail]), [[1, false], [2, true], [3, true]]) // prettier-ignore
  back.send({ read: { seq: 3 } })
  shop.clock.advance({ hours: 2 })
  await server.settled()
  assert.equal(shop.mails.length, 1)
})

test('what was read in time goes by no mail', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const camille = shop.visitor(server)
  await camille.connect()
  camille.send({ who: { name: 'Camille', email: 'camille@client.example' } })
  await camille.say('Bonjour')
  const chat = await shop.chatOf(camille)
  const heard = camille.next('message')
  await shop.answer(chat, 'Bonjour Camille')
  camille.send({ read: { seq: (await heard).seq } })
  await camille.close() // what was read is written down when the line ends
  while ((await states(shop, chat.case))[0] !== 'handed_over') await server.settled()
  shop.clock.advance({ hours: 1 })
  await server.settled()
  assert.deepEqual([await states(shop, chat.case), shop.mails.length], [['handed_over'], 0])
})

test('without an address an answer is kept until its visitor comes back', async (t) => {
  const shop = await openShop(t)
  const { server, camille, chat } = await departed(shop)
  await shop.answer(chat, 'Votre commande part demain.')
  await server.settled()
  shop.clock.advance({ minutes: 6 })
  await server.settled()
  assert.deepEqual([await states(shop, chat.case), shop.mails.length], [['kept'], 0])
  const back = shop.visitor(server, { secret: camille.secret })
  assert.equal((await back.connect()).thread.at(-1)?.text, 'Votre commande part demain.')
  back.send({ read: { seq: 2 } })
  await back.close()
  while ((await states(shop, chat.case))[0] !== 'handed_over') await server.settled()
  assert.deepEqual(await states(shop, chat.case), ['handed_over'])
})

test('an answer that was kept goes by mail once the visitor tells an address', async (t) => {
  const shop = await openShop(t)
  const { server, camille, chat } = await departed(shop)
  await shop.answer(chat, 'Votre commande part demain.')
  await server.settled()
  shop.clock.advance({ minutes: 6 })
  await server.settled()
  const back = shop.visitor(server, { secret: camille.secret })
  await back.connect()
  back.send({ who: { name: 'Camille', email: 'camille@client.example' } })
  await back.say('Écrivez-moi plutôt') // done after it
  await back.close()
  shop.clock.advance({ minutes: 6 })
  await server.settled()
  assert.equal(shop.mails.length, 1)
})

test('who reads while the mail waits to leave gets no mail', async (t) => {
  const shop = await openShop(t)
  const { server, camille, chat } = await departed(shop, { email: 'camille@client.example', mail: false })
  await shop.answer(chat, 'Votre commande part demain.')
  await server.settled()
  shop.clock.advance({ minutes: 6 })
  await server.settled()
  assert.deepEqual(await states(shop, chat.case), ['queued']) // on its way by mail; nobody carries it yet
  const back = shop.visitor(server, { secret: camille.secret })
  await back.connect()
  back.send({ read: { seq: 2 } })
  await back.close()
  while ((await states(shop, chat.case))[0] !== 'handed_over') await server.settled()
  const carries = await shop.serve({ mail: true })
  await carries.settled()
  assert.deepEqual([await states(shop, chat.case), shop.mails.length], [['handed_over'], 0])
})

test('who says goodbye is written to without waiting', async (t) => {
  const shop = await openShop(t, { mail_after_minutes: 60 })
  const server = await shop.serve()
  const camille = shop.visitor(server)
  await camille.connect()
  camille.send({ who: { name: 'Camille', email: 'camille@client.example' } })
  await camille.say('Bonjour')
  const chat = await shop.chatOf(camille)
  camille.send({ leave: {} })
  await camille.close()
  while ((await shop.heard(chatLeft)).length === 0) await server.settled()
  await shop.answer(chat, 'Voici la réponse.')
  await server.settled()
  shop.clock.advance({ minutes: 1 })
  await server.settled()
  assert.equal(shop.mails.length, 1)
})

test('what was answered before the goodbye does not wait for the usual time', async (t) => {
  const shop = await openShop(t, { mail_after_minutes: 60 })
  const server = await shop.serve()
  const camille = shop.visitor(server)
  await camille.connect()
  camille.send({ who: { name: 'Camille', email: 'camille@client.example' } })
  await camille.say('Bonjour')
  const heard = camille.next('message')
  await shop.answer(await shop.chatOf(camille), 'Voici la réponse.')
  await heard
  camille.send({ leave: {} })
  await camille.next('over')
  shop.clock.advance({ minutes: 1 })
  await server.settled()
  assert.equal(shop.mails.length, 1)
})

test('the customer’s answer by mail joins the conversation and is there when they come back', async (t) => {
  const shop = await openShop(t)
  const { server, camille, chat } = await departed(shop, { email: 'camille@client.example' })
  await shop.answer(chat, 'Votre commande part demain.')
  await server.settled()
  shop.clock.advance({ minutes: 6 })
  await server.settled()
  const filed = await shop.work((work) =>
    cases.receive(work, {
      source: 'email:1', channel: 'email', entry_point: '', kind: 'message', at: work.now, sent_at: null, from: { name: 'Camille', address: 'camille@client.example' },
      identity: { kind: 'email', value: 'camille@client.example' }, to: [], cc: [], more_recipients: 0, answer_to: [], subject: 'Re: Bonjour', text: 'Merci !',
      visible_text: 'Merci !', html: null, language: 'fr', original_file: null, attachments: [], marks: {}, answers: chat.conversation, trusted: true,
    }),
  ) // prettier-ignore
  assert.deepEqual([filed.case, filed.conversation, filed.opened], [chat.case, chat.conversation, false])
  await server.settled()
  const back = shop.visitor(server, { secret: camille.secret })
  const { thread } = await back.connect()
  assert.deepEqual(thread.map(({ from, text, by_mail }) => [from, text, by_mail]).at(-1), ['visitor', 'Merci !', true])
  assert.equal(typeof (filed.interaction satisfies InteractionId), 'string')
})

test('a visitor in whose case we believe to see a known customer is given no way to that customer’s record', async (t) => {
  const shop = await openShop(t)
  const jeanne = (
    await shop.work((work) => customers.recognise(work, { kind: 'email', value: 'jeanne@client.example', proof: 'mail' }))
  ).customer
  const { server, camille, chat } = await departed(shop, { email: 'somebody@else.example' })
  await shop.work(
    (work) =>
      work.sql.run`update cases."case" set customer_id = ${jeanne} where tenant_id = ${work.tenant} and id = ${chat.case}`,
  ) // as the desk's edit does
  await shop.answer(chat, 'Bonjour Jeanne')
  await server.settled()
  shop.clock.advance({ minutes: 6 })
  await server.settled()
  const back = shop.visitor(server, { secret: camille.secret })
  await back.connect()
  const page = back.next('page')
  back.send({ follow: {} })
  const paths = [(await page).path, /\/r\/cp_\w+/.exec((await PostalMime.parse(shop.mails[0]!)).text ?? '')?.[0]]
  for (const path of paths) {
    assert.ok(path, 'there is a link')
    await portal.throughLink(shop.open, path.slice('/r/'.length), async (work, link) => {
      assert.notEqual(link.customer_id, jeanne)
      await portal.confirm(work, link)
    })
  }
  const holder = await shop.work((work) => customers.holder(work, { kind: 'email', value: 'somebody@else.example' }))
  assert.notEqual(holder?.customer, jeanne, 'the address is nobody’s but the visitor’s')
})
