import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as brands from '#brands'
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import type { CustomerId } from '#customers/contract'
import { messageQueued, type Arrival, type CaseId } from '#cases/contract'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import { channelNamed } from './all.ts'
import { answer } from './answer.ts'
import { ways } from './ways.ts'

const answering = { text: 'Bonjour', cc: [], uploads: [], undo_seconds: 0, close: false }
const JEANNE = 'jeanne@client.example'
type Centre = TestHouse & {
  bruno: PersonId
  arrive(channel: string, wish?: Partial<Arrival>): Promise<{ case: CaseId; customer: CustomerId }>
}

async function aCentre(doors: readonly ('email' | 'chat' | 'form')[]): Promise<Centre> {
  const house = await testHouse()
  const unique = newId(house.clock.now()).slice(-12)
  const add = (name: string) =>
    house.work((work) =>
      staff.addPerson(work, { name, email: `${name}-${unique}@centre.example`, language: 'fr', roles: ['agent'] }),
    )
  const [{ id: person }, { id: bruno }] = [await add('Anna'), await add('Bruno')]
  const { id: brand_id } = await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  const found = new Map<string, string>()
  for (const kind of doors) {
    const address = kind === 'email' ? { address: `contact-${unique}@atelier.example` } : {}
    const door = { brand_id, kind, name: `Porte ${kind}`, duty_person_id: person, ...address }
    found.set(kind, (await house.work((work) => brands.addEntryPoint(work, door))).id)
  }
  let count = 0
  return {
    ...house,
    bruno,
    arrive: async (channel, wish = {}) => {
      const entry_point = found.get(channel) ?? ''
      const traits = channelNamed(channel)?.traits
      const filed = await house.work((work) =>
        cases.receive(work, {
          ...bare,
          source: `${channel}:${++count}`,
          channel,
          entry_point,
          ...(traits ? { traits } : {}),
          ...wish,
        }),
      )
      return { case: filed.case, customer: filed.customer as CustomerId } // somebody wrote
    },
  }
}

const bare: Arrival = {
  source: '', channel: '', entry_point: '', kind: 'message', at: Temporal.Instant.from('2026-11-20T09:00:00Z'), sent_at: null,
  from: { name: 'Jeanne', address: '' }, identity: { kind: 'handle', value: 'chat:1' }, to: [], cc: [], more_recipients: 0, answer_to: [],
  subject: 'Question', text: 'Bonjour', visible_text: 'Bonjour', html: null, language: 'fr', original_file: null, attachments: [], marks: {},
  answers: null, trusted: true,
} // prettier-ignore
const byMail = { from: { name: 'Jeanne', address: JEANNE }, identity: { kind: 'email' as const, value: JEANNE } }
const waysOf = async (centre: Centre, id: CaseId) => (await centre.work((work) => ways(work, { id }))).items

test('a visitor of the chat who gave an address can be answered there and by mail, and the mail says that it was only given', async () => {
  const centre = await aCentre(['email', 'chat'])
  const { case: id } = await centre.arrive('chat', { marks: { said: { name: 'Jeanne', email: JEANNE } } })
  const found = await waysOf(centre, id)
  assert.deepEqual(
    found.map(({ channel, conversation, to }) => [
      channel,
      conversation !== null,
      to.map((each) => [each.address, each.claimed]),
    ]),
    [
      ['chat', true, []],
      ['email', false, [[JEANNE, true]]],
    ],
  )
})

test('an answer that goes on by mail begins a conversation in the same case, through the door of the brand', async () => {
  const centre = await aCentre(['email', 'chat'])
  const { case: id } = await centre.arrive('chat', { marks: { said: { name: 'Jeanne', email: JEANNE } } })
  const sent = await centre.work((work) => answer(work, { ...answering, id, channel: 'email' }))
  const shown = await centre.work((work) => cases.view(work, { id }))
  assert.deepEqual(
    shown.conversations.map(({ channel, entry_point, interactions }) => [channel, entry_point.name, interactions.length]),
    [
      ['chat', 'Porte chat', 1],
      ['email', 'Porte email', 1],
    ],
  )
  const said = shown.conversations[1]?.interactions[0]
  assert.deepEqual([said?.id, said?.to], [sent.id, [{ name: 'Jeanne', address: JEANNE }]])
  assert.equal((await centre.heard(messageQueued)).at(-1)?.channel, 'email')
  await centre.work((work) => answer(work, { ...answering, id, channel: 'email' }))
  const again = await centre.work((work) => cases.view(work, { id }))
  assert.equal(again.conversations.length, 2, 'and goes on in it')
})

test('whoever gets such a mail may answer it, and the case stays one', async () => {
  const centre = await aCentre(['email', 'chat'])
  const { case: id } = await centre.arrive('chat', { marks: { said: { name: 'Jeanne', email: JEANNE } } })
  await centre.work((work) => answer(work, { ...answering, id, channel: 'email' }))
  const shown = await centre.work((work) => cases.view(work, { id }))
  const back = await centre.arrive('email', { ...byMail, answers: shown.conversations[1]?.id ?? null })
  assert.equal(back.case, id)
  const [usual] = await waysOf(centre, id)
  assert.equal(usual?.channel, 'email', 'the usual way is where the customer spoke last')
})

test('without a choice the answer goes where the customer spoke last, not where we did', async () => {
  const centre = await aCentre(['email', 'chat'])
  const { case: id } = await centre.arrive('chat', { marks: { said: { name: 'Jeanne', email: JEANNE } } })
  await centre.work((work) => answer(work, { ...answering, id, channel: 'email' }))
  await centre.work((work) => answer(work, { ...answering, id }))
  assert.equal((await centre.heard(messageQueued)).at(-1)?.channel, 'chat')
})

test('nobody is written to who cannot be reached: no address, no chat, no such channel', async () => {
  const centre = await aCentre(['email', 'chat'])
  const nameless = await centre.arrive('chat')
  const mail = await centre.arrive('email', byMail)
  const refused = (id: CaseId, channel: string) =>
    assert.rejects(
      centre.work((work) => answer(work, { ...answering, id, channel })),
      /reply\.cannot_reach/,
    )
  await refused(nameless.case, 'email')
  await refused(mail.case, 'chat')
  await refused(mail.case, 'pigeon')
  const to = [{ name: 'Jeanne', address: JEANNE }] // dictated in the chat
  await centre.work((work) => answer(work, { ...answering, id: nameless.case, channel: 'email', to }))
})

test('a form is answered by mail, and that is one way, not two', async () => {
  const centre = await aCentre(['email', 'form'])
  const { case: id } = await centre.arrive('form', { from: { name: 'Jeanne', address: JEANNE }, identity: { kind: 'handle', value: 'form:1' }, marks: { said: { name: 'Jeanne', email: JEANNE } } }) // prettier-ignore
  const found = await waysOf(centre, id)
  assert.deepEqual(
    found.map(({ channel, conversation, to }) => [channel, conversation !== null, to.map(({ address }) => address)]),
    [['email', true, [JEANNE]]],
  )
})

test('who is recognised after all has one point of contact, and can be reached where the other could', async () => {
  const centre = await aCentre(['email', 'chat'])
  const mail = await centre.arrive('email', byMail)
  const chat = await centre.arrive('chat', { marks: { said: { name: 'Jeanne', email: JEANNE } } })
  assert.notEqual(chat.customer, mail.customer)
  await centre.work((work) => customers.acceptLikeness(work, { customer: chat.customer, with: mail.customer }))
  await centre.work((work) => customers.setPointOfContact(work, { of: { customer: mail.customer }, person: centre.bruno }))
  const later = await centre.arrive('chat', { source: 'chat:later' })
  assert.equal(later.customer, chat.customer)
  const shown = await centre.work((work) => cases.view(work, { id: later.case }))
  assert.deepEqual([shown.owner.name, shown.chosen_by], ['Bruno', 'customer_contact'])
  const [, byLetter] = await waysOf(centre, chat.case)
  assert.deepEqual(byLetter?.to, [{ name: 'Jeanne', address: JEANNE, claimed: false }])
})
