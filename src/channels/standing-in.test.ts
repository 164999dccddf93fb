import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import * as brands from '#brands'
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { hashToken, newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import type { Work } from '#base/work'
import { messageReceived, type Arrival, type CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import { say } from './chat/say.ts'
import { tellWhoStandsIn } from './chat/tell-who-stands-in.ts'
import { findVisitBySecret } from './chat/store/visit.ts'
import { threadAfter } from './chat/thread.ts'
import { acknowledge } from './email/acknowledge.ts'
import { awayWords } from './email/rules/away-words.ts'
import { testSite, visitSecret } from './widgets/test-site.ts'

type Working = { work<Result>(body: (work: Work) => Promise<Result>): Promise<Result> }

const bare: Arrival = {
  source: '', channel: 'email', entry_point: '', kind: 'message', at: Temporal.Instant.from('2026-11-20T09:00:00Z'), sent_at: null,
  from: { name: 'Jeanne', address: 'jeanne@client.example' }, identity: { kind: 'email', value: 'jeanne@client.example' }, to: [], cc: [],
  more_recipients: 0, answer_to: [], subject: 'Ma commande', text: 'Bonjour', visible_text: 'Bonjour', html: null, language: 'fr',
  original_file: null, attachments: [], marks: { authentication: { verdict: 'pass' } } as Arrival['marks'], answers: null, trusted: true, // as: what is looked at
} // prettier-ignore

async function people(house: Working, ...names: string[]): Promise<PersonId[]> {
  const made: PersonId[] = []
  for (const name of names) {
    const email = `${newId(Temporal.Now.instant())}@atelier.example`
    made.push((await house.work((work) => staff.addPerson(work, { name, email, language: 'fr', roles: ['agent'] }))).id)
  }
  return made
}

const leaves = (house: Working, person: PersonId) =>
  house.work(
    (work) =>
    staff.planAbsence(work, {
      person_id: person, starts_at: '2026-11-19T23:00:00Z', ends_at: '2026-11-29T23:00:00Z', reason: 'leave', deputy_id: null,
    }), // prettier-ignore
  )

async function mailDoor(house: TestHouse, duty: PersonId) {
  const { id: brand_id } = await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  const address = `contact-${newId(house.clock.now())}@atelier.example`
  const door = { brand_id, kind: 'email' as const, name: 'Courrier', duty_person_id: duty, address }
  const { id: entry_point } = await house.work((work) => brands.addEntryPoint(work, door))
  const write = async (wish: Partial<Arrival> = {}) => {
    const filed = await house.work((work) => cases.receive(work, { ...bare, entry_point, source: randomUUID(), ...wish }))
    const [received] = (await house.heard(messageReceived)).filter((each) => each.interaction_id === filed.interaction)
    await house.work((work) => acknowledge(work, received!))
    return { ...filed, thanks: (await thanksIn(house, filed.case)).at(-1) ?? '' }
  }
  return write
}

async function thanksIn(house: TestHouse, id: CaseId): Promise<string[]> {
  const { conversations } = await house.work((work) => cases.view(work, { id }))
  return conversations.flatMap(({ interactions }) => interactions.flatMap(({ kind, text }) => (kind === 'acknowledgement' ? [text] : [])))
} // prettier-ignore

const SENTENCE = 'Inès Martin n’est pas là jusqu’au dimanche 29 novembre\u202f; Paul Durand prend le relais.'

test('the acknowledgement of a mail says until when the point of contact is away, and who stands in', async () => {
  const house = await testHouse()
  const [anna, ines, paul] = (await people(house, 'Anna', 'Inès Martin', 'Paul Durand')) as [PersonId, PersonId, PersonId] // as: three were asked for
  const write = await mailDoor(house, anna)
  const first = await write()
  assert.match(first.thanks, /Anna en répond personnellement/)
  assert.doesNotMatch(first.thanks, /prend le relais/)
  const customer = first.customer as CustomerId // somebody wrote
  await house.work((work) => customers.setPointOfContact(work, { of: { customer }, person: ines, deputies: [{ person: paul }] }))
  await leaves(house, ines)
  house.clock.advance({ hours: 25 })
  const second = await write()
  assert.ok(second.thanks.includes('Paul Durand en répond personnellement'))
  assert.ok(second.thanks.includes(SENTENCE), second.thanks)
})

test('who adds to a request whose owner is away is told who stands in; who writes to somebody here is not thanked again', async () => {
  const house = await testHouse()
  const [ines, paul] = (await people(house, 'Inès Martin', 'Paul Durand')) as [PersonId, PersonId] // as: two were asked for
  const write = await mailDoor(house, ines)
  const first = await write()
  house.clock.advance({ hours: 25 })
  const count = async () => (await thanksIn(house, first.case)).length
  await write({ answers: first.conversation })
  assert.equal(await count(), 1)
  await leaves(house, ines)
  house.clock.advance({ hours: 25 })
  const { thanks } = await write({ answers: first.conversation })
  assert.equal(await count(), 2)
  assert.ok(thanks.includes(SENTENCE), thanks)
  assert.ok(paul)
})

test('a chat begun by a customer whose point of contact is away says so in the thread, once', async () => {
  const at = await testSite()
  const [ines, paul] = (await people(at, 'Inès Martin', 'Paul Durand')) as [PersonId, PersonId] // as: two were asked for
  const proven = {
    sub: 'c1',
    name: 'Jeanne',
    email: null,
    email_verified: false,
    identity: { kind: 'handle' as const, value: 'atelier:c1' },
  }
  const speak = async () => {
    const hash = hashToken(visitSecret(at.tenant))
    const admitted = await at.admitted()
    const took = await at.work((work) => say(work, { admitted, hash, language: 'fr', page: null, said: null, proven }, { id: randomUUID(), text: 'Bonjour', files: [] })) // prettier-ignore
    await at.work((work) => tellWhoStandsIn(work, { case_id: took.case, conversation_id: took.conversation }))
    const thread = await at.work(async (work) => {
      const visit = await findVisitBySecret(work, { entry_point: admitted.entry_point, hash })
      return await threadAfter(work, visit!, 0)
    })
    return { ...took, lines: thread.said.map(({ message }) => message.text) }
  }
  const first = await speak()
  assert.deepEqual(first.lines, ['Bonjour'])
  const customer = (await at.work((work) => cases.facts(work, [first.case]))).get(first.case)!.customer_id!
  await at.work((work) => customers.setPointOfContact(work, { of: { customer }, person: ines, deputies: [{ person: paul }] }))
  await leaves(at, ines)
  assert.deepEqual((await speak()).lines, ['Bonjour', SENTENCE])
})

test('until when is said as one would say it, in both languages, and never a day too late', () => {
  const until = (text: string): Temporal.Instant => Temporal.Instant.from(text)
  const of = { name: 'Inès', stands_in: 'Paul', zone: 'Europe/Paris', now: until('2026-11-20T09:00:00Z') }
  const said = (language: 'fr' | 'en', end: string | null) =>
    awayWords(language, { ...of, until: end === null ? null : until(end) })
  assert.match(said('fr', '2026-11-20T15:30:00Z'), /jusqu’à 16\u00a0h\u00a030\u202f;/)
  assert.match(said('fr', '2026-11-20T23:00:00Z'), /n’est pas là aujourd’hui\u202f;/)
  assert.match(said('en', '2026-11-29T23:00:00Z'), /not here until Sunday,? 29 November;/)
  assert.match(said('en', '2027-01-04T11:00:00Z'), /until Monday,? 4 January 2027;/)
  assert.match(said('fr', null), /en ce moment/)
})
