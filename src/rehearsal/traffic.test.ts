import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as routing from '#routing'
import { newId } from '#base/id'
import { startTail } from '#base/journal'
import { itemFactsShape, rulebookShape } from '#routing/contract'
import { newRunShape } from './contract.ts'
import { readContacts, readPresence } from './store/contacts.ts'
import { insertRun } from './store/run.ts'
import { findSlice } from './store/slice.ts'
import { testCentre, type TestCentre } from './test-centre.ts'
import { addLines, countOf, nameAt, noContacts, type Contacts } from './traffic/contacts.ts'
import { handlingOf } from './traffic/handling.ts'
import { patienceOf } from './traffic/patience.ts'
import { readPresence as presenceIn, spellsOfPresence } from './traffic/shifts.ts'

async function readAll(centre: TestCentre, from = '2026-11-16T00:00:00Z'): Promise<{ contacts: Contacts; presence: string }> {
  const to = centre.clock.now()
  const run = newId<'rehearsal'>(to)
  const contacts = noContacts()
  const presence = await centre.work(async (work) => {
    const asked = newRunShape.parse({ traffic: { kind: 'period', from, to: String(to) } })
    await insertRun(work, { id: run, name: '', asked, period: { from, to: String(to) }, by: null })
    await readPresence(work, { run, place: 0, from: Temporal.Instant.from(from), to })
    const span = { from: Temporal.Instant.from(from), to, until: to }
    await readContacts(work, { run, place: 1, span, entry_points: [], channels: [], most: 100 })
    addLines(contacts, (await findSlice(work, run, 1))?.lines ?? '')
    return (await findSlice(work, run, 0))?.lines ?? ''
  })
  return { contacts, presence }
}

const seconds = (contacts: Contacts, i: number, until: 'taken_ms' | 'gone_ms' | 'ended_ms'): number =>
  ((contacts[until][i] ?? NaN) - (contacts.arrived_ms[i] ?? NaN)) / 1_000

test('a chat is a contact from its opening: who took it when, and how long it lasted; one that was left before is given up', async () => {
  const centre = await testCentre()
  const chat = await centre.chat('alice')
  centre.clock.advance({ seconds: 40 })
  await centre.serve(chat, centre.anna)
  const left = await centre.chat('basile')
  centre.clock.advance({ seconds: 90 })
  await centre.leave(left)
  centre.clock.advance({ seconds: 210 })
  await centre.leave(chat)
  const { contacts } = await readAll(centre)
  assert.equal(countOf(contacts), 2)
  assert.equal(nameAt(contacts.names, contacts.taken_by[0]!), centre.anna)
  assert.equal(seconds(contacts, 0, 'taken_ms'), 40)
  assert.ok(!(contacts.gone_ms[0]! >= 0), 'the first was answered')
  assert.equal(seconds(contacts, 1, 'gone_ms'), 90)
})

test('an impatient customer who writes twice is one contact until a person answers, and another afterwards', async () => {
  const centre = await testCentre()
  const first = await centre.write('Où est ma commande ?')
  centre.clock.advance({ minutes: 5 })
  await centre.write('Je répète : où est-elle ?', { answers: first.conversation })
  centre.clock.advance({ minutes: 5 })
  await centre.answer(first, centre.anna)
  centre.clock.advance({ minutes: 1 })
  const { contacts } = await readAll(centre)
  const same = [...contacts.case.keys()].filter((i) => nameAt(contacts.names, contacts.case[i]!) === first.case)
  assert.equal(same.length, 1)
  assert.equal(seconds(contacts, same[0]!, 'ended_ms'), 600)
})

test('what nobody saw of the work on mails is bounded by the answers around it, and said to be so', async () => {
  const centre = await testCentre()
  const one = await centre.write('Une question')
  const other = await centre.write('Une autre', {
    identity: { kind: 'email', value: 'autre@client.example' },
    from: { name: 'Dora', address: 'autre@client.example' },
  })
  centre.clock.advance({ minutes: 30 })
  await centre.answer(one, centre.anna)
  centre.clock.advance({ minutes: 7 })
  await centre.answer(other, centre.anna)
  const { contacts } = await readAll(centre)
  const { by_channel } = handlingOf(contacts, {})
  assert.deepEqual(by_channel.get('email'), { values_s: [420], n: 1, mean_s: 420, origin: 'derived' })
})

test('patience counts those who were answered as not having lost theirs: leaving them out would halve it', async () => {
  const contacts = noContacts()
  for (let i = 0; i < 100; i++) {
    const [taken, gone] = i % 2 === 0 ? ['', String((i + 1) * 1_000)] : [String((i + 1) * 1_000), '']
    addLines(
      contacts,
      ['chat', '0', `case${i}`, '', 'door', '', '', '', 'normal', '', '', '', '', taken, '', gone, '', '', '', ''].join('\t'),
    )
  }
  const learnt = patienceOf(contacts, {}).channel.get('chat')
  assert.equal(learnt?.n, 100)
  assert.equal(learnt?.censored, 50)
  assert.ok(
    (learnt?.median_s ?? 0) > 65,
    `the median of those who gave up is 50 s, of everybody's patience it is ${learnt?.median_s} s`,
  )
})

test('whoever said to be available was there until they said otherwise, and no longer than the period', async () => {
  const centre = await testCentre()
  await centre.be(centre.anna, 'available')
  centre.clock.advance({ hours: 2 })
  await centre.be(centre.anna, 'offline')
  await centre.be(centre.bruno, 'available')
  centre.clock.advance({ hours: 1 })
  const { presence } = await readAll(centre)
  const period = { from_ms: Date.parse('2026-11-16T09:00:00Z'), to_ms: Date.parse('2026-11-16T11:00:00Z') }
  const spells = spellsOfPresence(presenceIn(presence), period, new Map())
  assert.deepEqual(spells.get(centre.anna), [
    { from_ms: Date.parse('2026-11-16T09:00:00Z'), to_ms: Date.parse('2026-11-16T10:00:00Z') },
  ])
  assert.deepEqual(spells.get(centre.bruno), [{ from_ms: Date.parse('2026-11-16T10:00:00Z'), to_ms: period.to_ms }])
})

test('what was routed is read as it was measured: offered, accepted, done, and not a second time from the journal', async () => {
  const centre = await testCentre()
  await centre.be(centre.anna, 'available')
  const rules = rulebookShape.parse({
    queues: [
      { key: 'calls', takes: { channels: ['phone'] } },
      { key: 'mails', takes: { channels: ['email'] } },
    ],
  })
  await centre.work(
    (work) => routing.makeVersion(work, { title: 'Les règles', in_force: true, document: rules }),
    centre.as(centre.boss),
  )
  await centre.write('Bonjour') // in the journal, and an item of the router
  const tail = await startTail(centre.open, routing.readers)
  await tail.settled()
  await tail.stop()
  const facts = itemFactsShape.parse({ channel: 'phone', language: 'fr' })
  const wish = { title: 'Appel', case_id: null, facts, due_at: null, keeps_place_of: null }
  const item = await centre.work((work) => routing.addItem(work, wish), centre.as(centre.boss))
  centre.clock.advance({ seconds: 9 })
  const { items } = await centre.work((work) => routing.listMyOffers(work), centre.as(centre.anna))
  const offer = items.find((each) => each.item.id === item.id)!
  await centre.work((work) => routing.accept(work, { id: offer.id }), centre.as(centre.anna))
  centre.clock.advance({ seconds: 200 })
  await centre.work((work) => routing.finishItem(work, { id: item.id }), centre.as(centre.anna))
  centre.clock.advance({ seconds: 1 })
  const { contacts } = await readAll(centre)
  const phone = contacts.channel.findIndex((place) => nameAt(contacts.names, place) === 'phone')
  assert.equal(countOf(contacts), 2)
  assert.equal(seconds(contacts, phone, 'taken_ms'), 9)
  assert.equal(contacts.handling_s[phone], 200)
  assert.equal(handlingOf(contacts, {}).by_channel.get('phone')?.origin, 'measured')
})
