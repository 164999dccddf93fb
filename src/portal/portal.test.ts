import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import { keepFile } from '#base/files'
import { newId } from '#base/id'
import { uuid } from '#base/sql'
import { Refused } from '#base/work'
import { messageReceived } from '#cases/contract'
import { askForLink } from './ask-link.ts'
import { MOST_LINKS, pageLinkAsked, type DeedId } from './contract.ts'
import { documentOf } from './files.ts'
import { listLinks, makeLink, revokeLink } from './links.ts'
import { listRequests } from './list-requests.ts'
import { noteOpening, throughLink } from './open-link.ts'
import { confirm } from './confirm.ts'
import { requestOf, requestState } from './requests.ts'
import { testVisit } from './test-visit.ts'

const refused = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') // prettier-ignore

test('a link shows its customer’s requests with its brand, and nobody else’s', async () => {
  const visit = await testVisit()
  const mine = await visit.write('lea@client.example')
  const second = await visit.write('lea@client.example', { subject: 'Une autre' })
  const elsewhere = await visit.writeTo(visit.other, 'lea@client.example')
  const theirs = await visit.write('marc@client.example')
  const token = await visit.link(mine)
  const listed = await throughLink(visit.open, token, (work, link) => listRequests(work, link, { most: 10 }))
  const numbers = async (filed: { case: string }) =>
    (await visit.work((work) => cases.request(work, filed.case as never)))!.number
  assert.deepEqual(new Set(listed.items.map(({ number }) => number)), new Set([await numbers(mine), await numbers(second)]))
  for (const hidden of [elsewhere, theirs])
    await assert.rejects(visit.see(token, await numbers(hidden)), refused('page.request_unknown'))
})

test('a link to one request shows that one alone, whoever else it is from', async () => {
  const visit = await testVisit()
  const [first, second] = [await visit.write('lea@client.example'), await visit.write('lea@client.example')]
  const token = await visit.link(first, { scope: 'case', customer: null })
  const shown = await visit.see(token)
  assert.equal(shown.id, first.case)
  const other = (await visit.work((work) => cases.request(work, second.case)))!.number
  await assert.rejects(visit.see(token, other), refused('page.request_unknown'))
  assert.deepEqual(await throughLink(visit.open, token, (work, link) => listRequests(work, link, { most: 10 })), {
    items: [],
    next: null,
  })
})

test('only what the customer and we said to each other is shown', async () => {
  const visit = await testVisit()
  const filed = await visit.write('lea@client.example')
  await visit.answer(filed.case, 'Bonjour Léa')
  await visit.work((work) => cases.note(work, { id: filed.case, text: 'cliente difficile', mentions: [] }), visit.as(visit.sofia))
  await visit.answer(filed.case, 'Cher fournisseur, notre cliente se plaint', 'usine@fournisseur.example')
  await visit.write('usine@fournisseur.example', {
    answers: filed.conversation,
    certain: true,
    text: 'Entre nous',
    visible_text: 'Entre nous',
  })
  await visit.write('lea@client.example', {
    answers: filed.conversation,
    kind: 'auto-reply',
    visible_text: 'Absente',
    text: 'Absente',
  })
  const { thread } = await visit.see(await visit.link(filed))
  assert.deepEqual(
    thread.map(({ text, from }) => [from, text]),
    [
      ['customer', 'Bonjour de lea@client.example'],
      ['us', 'Bonjour Léa'],
    ],
  )
})

test('an answer that may still be held back is not shown before it leaves', async () => {
  const visit = await testVisit()
  const filed = await visit.write('lea@client.example')
  await visit.work((work) => cases.reply(work, { id: filed.case, text: 'Trop vite', cc: [], uploads: [], undo_seconds: 6, close: false }), visit.as(visit.sofia)) // prettier-ignore
  const token = await visit.link(filed)
  assert.equal((await visit.see(token)).thread.length, 1)
  const state = () => throughLink(visit.open, token, async (work, link) => requestState(work, await requestOf(work, link)))
  const held = await state()
  visit.clock.advance({ seconds: 10 })
  assert.equal((await visit.see(token)).thread.length, 2)
  assert.notEqual(await state(), held, 'whoever looks is told that there is news')
  assert.equal(await state(), (await visit.see(token)).state)
})

test('an expired, a revoked and an unknown link open nothing; use keeps a link alive, a year at most', async () => {
  const visit = await testVisit()
  const filed = await visit.write('lea@client.example')
  const token = await visit.link(filed)
  await assert.rejects(visit.see('cp_nothing'), refused('page.link_unknown'))
  await assert.rejects(visit.see(token.replace(/.{4}$/, 'aaaa')), refused('page.link_unknown'))
  for (let months = 0; months < 4; months++) {
    visit.clock.advance({ hours: 24 * 80 })
    await throughLink(visit.open, token, noteOpening)
  }
  visit.clock.advance({ hours: 24 * 44 })
  await visit.see(token)
  visit.clock.advance({ hours: 24 * 2 })
  await assert.rejects(visit.see(token), refused('page.link_over'))
  const idle = await visit.link(filed)
  visit.clock.advance({ hours: 24 * 91 })
  await assert.rejects(visit.see(idle), refused('page.link_over'))
})

test('staff make, see and revoke the links of a case, and of no other', async () => {
  const visit = await testVisit()
  const [filed, other] = [await visit.write('lea@client.example'), await visit.write('marc@client.example')]
  const actor = visit.as(visit.sofia)
  const made = await visit.work((work) => makeLink(work, { case: filed.case }), actor)
  const { items } = await visit.work((work) => listLinks(work, { case: filed.case }), actor)
  assert.deepEqual(items.map(({ id }) => id), [made.id]) // prettier-ignore
  await assert.rejects(
    visit.work((work) => revokeLink(work, { case: other.case, id: made.id }), actor),
    refused('not_found'),
  )
  await visit.work((work) => revokeLink(work, { case: filed.case, id: made.id }), actor)
  await assert.rejects(visit.see(made.path.slice(3)), refused('page.link_over'))
})

test('of many links the oldest give way', async () => {
  const visit = await testVisit()
  const filed = await visit.write('lea@client.example')
  const first = await visit.link(filed)
  for (let more = 0; more < MOST_LINKS; more++) {
    visit.clock.advance({ seconds: 1 })
    await visit.link(filed)
  }
  await assert.rejects(visit.see(first), refused('page.link_over'))
})

test('what is written on the page is a message of the customer in the conversation it is about, once', async () => {
  const visit = await testVisit()
  const filed = await visit.write('lea@client.example')
  const token = await visit.link(filed)
  const once = newId<'page_deed'>(visit.clock.now()) as DeedId
  const given = { once, text: 'Voici la photo', files: [{ name: 'photo.png', bytes: PNG }] }
  assert.deepEqual((await visit.does(token, given)).again, false)
  assert.deepEqual((await visit.does(token, given)).again, true)
  const seen = await visit.work((work) => cases.view(work, { id: filed.case }), visit.as(visit.sofia))
  const [conversation, ...others] = seen.conversations
  assert.equal(others.length, 0)
  const [, message] = conversation!.interactions
  assert.equal(conversation!.interactions.length, 2)
  assert.equal(message!.marks.via, 'page')
  assert.equal(message!.from.address, 'lea@client.example')
  assert.deepEqual(message!.attachments.map(({ name, type }) => [name, type]), [['photo.png', 'image/png']]) // prettier-ignore
  assert.equal((await visit.heard(messageReceived)).at(-1)?.owner, visit.sofia)
  const shown = await visit.see(token)
  assert.deepEqual(shown.thread.at(-1)?.documents.map(({ name }) => name), ['photo.png']) // prettier-ignore
  assert.equal(
    (await throughLink(visit.open, token, (work, link) => documentOf(work, link, shown.thread.at(-1)!.documents[0]!.id))).name,
    'photo.png',
  )
})

test('a document of somebody else’s request cannot be fetched', async () => {
  const visit = await testVisit()
  const [mine, theirs] = [await visit.write('lea@client.example'), await visit.write('marc@client.example')]
  const marc = await visit.link(theirs)
  await visit.does(marc, { files: [{ name: 'bail.png', bytes: PNG }] })
  const { id } = (await visit.see(marc)).thread.at(-1)!.documents[0]!
  await assert.rejects(
    throughLink(visit.open, await visit.link(mine), (work, link) => documentOf(work, link, id)),
    refused('not_found'),
  )
})

test('a renamed program, a message without words and too long a one are refused and change nothing', async () => {
  const visit = await testVisit()
  const filed = await visit.write('lea@client.example')
  const token = await visit.link(filed)
  const bad = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
  await assert.rejects(visit.does(token, { files: [{ name: 'facture.pdf', bytes: bad }] }), refused('file.dangerous'))
  await assert.rejects(visit.does(token, { files: [{ name: 'facture.pdf', bytes: PNG }] }), refused('file.renamed'))
  await assert.rejects(visit.does(token, { text: ' \r\n ' }), refused('page.nothing_said'))
  await assert.rejects(visit.does(token, { text: 'a'.repeat(20_001) }), refused('page.message_too_long'))
  assert.equal((await visit.see(token)).thread.length, 1)
})

test('“it is not solved” brings a closed request back to the very person who answered for it', async () => {
  const visit = await testVisit()
  const filed = await visit.write('lea@client.example')
  await visit.work((work) => cases.close(work, { id: filed.case }), visit.as(visit.sofia))
  const token = await visit.link(filed)
  assert.equal((await visit.see(token)).status, 'solved')
  await visit.does(token, { did: 'not_solved', text: 'La vis manque toujours' })
  const after = (await visit.work((work) => cases.request(work, filed.case)))!
  assert.equal(after.closed_at, null)
  assert.equal(after.owner_id, visit.sofia)
  const { thread, status } = await visit.see(token)
  assert.equal(thread.at(-1)?.text, 'Ce n’est pas résolu.\n\nLa vis manque toujours')
  assert.equal(status, 'received')
})

test('“it is solved, thank you” closes the request', async () => {
  const visit = await testVisit()
  const filed = await visit.write('lea@client.example')
  const token = await visit.link(filed)
  await visit.does(token, { did: 'solved' })
  assert.notEqual((await visit.work((work) => cases.request(work, filed.case)))!.closed_at, null)
  assert.equal((await visit.see(token)).status, 'solved')
})

test('“it is solved” over what the house still waits for tells whoever answers, and leaves the request open', async () => {
  const visit = await testVisit()
  const filed = await visit.write('lea@client.example')
  const token = await visit.link(filed)
  const waits = { case_id: filed.case, kind: 'task', id: filed.interaction, what: 'Avoir', waits_for: { name: 'Comptabilité' } }
  await visit.work((work) => cases.block(work, waits))
  await visit.does(token, { did: 'solved' })
  assert.equal((await visit.work((work) => cases.request(work, filed.case)))!.closed_at, null)
  const { thread, status } = await visit.see(token)
  assert.deepEqual([thread.at(-1)?.text, status], ['C’est résolu, merci.', 'received'])
})

test('nobody writes more than thirty times an hour through one link', async () => {
  const visit = await testVisit()
  const filed = await visit.write('lea@client.example')
  const token = await visit.link(filed)
  for (let time = 0; time < 30; time++) await visit.does(token, { text: `Message ${time}` })
  await assert.rejects(visit.does(token, { text: 'Encore' }), refused('page.too_many'))
  visit.clock.advance({ minutes: 61 })
  await visit.does(token, { text: 'Encore' })
})

test('opening a mailed link proves nothing; acting through it proves the mailbox', async () => {
  const visit = await testVisit()
  const filed = await visit.write('formulaire', {
    identity: { kind: 'handle', value: 'form:1' },
    channel: 'form',
    from: { name: 'X', address: 'lea@client.example' },
    marks: {},
  })
  const token = await visit.link(filed, { scope: 'case', customer: null, mailed_to: 'lea@client.example' })
  const shown = await visit.link(filed, { scope: 'case', customer: null, made_for: 'form' })
  await throughLink(visit.open, token, noteOpening)
  await visit.see(token)
  const holder = () => visit.work((work) => customers.holder(work, { kind: 'email', value: 'lea@client.example' }))
  assert.equal(await holder(), undefined)
  await throughLink(visit.open, token, confirm)
  assert.deepEqual(await holder(), { customer: filed.customer, verified: true })
  await visit.see(token)
  await assert.rejects(visit.see(shown), refused('page.link_over'), 'what was shown to whoever filled in the form')
})

test('a new link goes to a proven address on file, and to no other; whoever asks cannot tell', async () => {
  const visit = await testVisit()
  const filed = await visit.write('lea@client.example')
  await visit.write('douteux@client.example', { marks: {} })
  const token = await visit.link(filed)
  const ask = (email: string) => askForLink(visit.open, { token, email, address: '192.0.2.1', language: 'fr' })
  for (const email of ['inconnue@client.example', 'douteux@client.example', 'LEA@client.example', '', '"; drop'])
    assert.equal(await ask(email), undefined)
  assert.deepEqual((await visit.heard(pageLinkAsked)).map(({ case_id, email }) => [case_id, email]), [[filed.case, 'LEA@client.example']]) // prettier-ignore
  for (let more = 0; more < 3; more++) await ask('lea@client.example')
  assert.equal((await visit.heard(pageLinkAsked)).length, 3, 'three an hour')
  for (let more = 0; more < 12; more++) await ask(`x${more}@client.example`).catch(() => {})
  await assert.rejects(ask('lea@client.example'), refused('too_many_requests'))
})

test('the page says who answers, who stands in and until when', async () => {
  const visit = await testVisit()
  const filed = await visit.write('lea@client.example')
  const token = await visit.link(filed)
  assert.equal((await visit.see(token)).contact.person.name, 'Sofia Martin')
  const until = visit.clock.now().add({ hours: 72 })
  await visit.work((work) =>
    staff.planAbsence(work, { person_id: visit.sofia, starts_at: visit.clock.now().toString(), ends_at: until.toString(), reason: 'sickness', deputy_id: visit.karim }),
  ) // prettier-ignore
  const { contact } = await visit.see(token)
  assert.equal(contact.away_until?.toString(), until.toString())
  assert.equal(contact.stands_in?.name, 'Karim Benali')
})

test('a document of a message that is not between us cannot be fetched, though it is in the same case', async () => {
  const visit = await testVisit()
  const filed = await visit.write('lea@client.example')
  const { id: file, size } = await visit.work((work) => keepFile(work, PNG))
  await visit.write('usine@fournisseur.example', {
    answers: filed.conversation,
    certain: true,
    attachments: [{ name: 'tarif.png', type: 'image/png', size, file, inline: false, content_id: null }],
  })
  const [tariff] = await visit.work(
    (work) => work.sql.many({ id: uuid() })`
    select id from cases.attachment where tenant_id = ${work.tenant} and case_id = ${filed.case}`,
  )
  const token = await visit.link(filed)
  await assert.rejects(
    throughLink(visit.open, token, (work, link) => documentOf(work, link, tariff!.id)),
    refused('not_found'),
  )
})

test('a case that turns out to be somebody else’s leaves the page', async () => {
  const visit = await testVisit()
  const [filed, theirs] = [await visit.write('lea@client.example'), await visit.write('marc@client.example')]
  const token = await visit.link(filed)
  await visit.work(
    (work) => work.sql.run`
    update cases."case" set customer_id = ${theirs.customer} where tenant_id = ${work.tenant} and id = ${filed.case}`,
  )
  await assert.rejects(visit.see(token), refused('page.request_unknown'))
  await assert.rejects(visit.does(token, { text: 'Encore là ?' }), refused('page.request_unknown'))
})

test('a request that came while the customer’s own point of contact was away says whom they know, until when, and who answers', async () => {
  const visit = await testVisit()
  const first = await visit.write('lea@client.example')
  const customer = (await visit.work((work) => cases.facts(work, [first.case]))).get(first.case)!.customer_id!
  await visit.work((work) =>
    customers.setPointOfContact(work, { of: { customer }, person: visit.karim, deputies: [{ person: visit.sofia }] }),
  )
  const until = visit.clock.now().add({ hours: 72 })
  await visit.work((work) =>
    staff.planAbsence(work, { person_id: visit.karim, starts_at: visit.clock.now().toString(), ends_at: until.toString(), reason: 'leave', deputy_id: null }),
  ) // prettier-ignore
  const second = await visit.write('lea@client.example')
  const { contact } = await visit.see(await visit.link(second))
  assert.deepEqual([contact.person.name, contact.stands_in?.name], ['Karim Benali', 'Sofia Martin'])
  assert.equal(contact.away_until?.toString(), until.toString())
})
