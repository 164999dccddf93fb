// The contract of every channel, run over the list: a channel added tomorrow is held to it without a line here.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import { entryPointKinds } from '#brands/contract'
import { traitsShape, type Arrival } from '#cases/contract'
import { identityKinds } from '#customers/contract'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import { all, carriedBy, channelNamed, type Channel } from './all.ts'
import { carriers } from './carriers.ts'

const drawings = readFileSync(new URL('../ui/icon-paths.ts', import.meta.url), 'utf8')

/** What is wrong with a channel; nothing, when it may stand in the list. */
function faults(channel: Channel, list: readonly Channel[]): string[] {
  const { name, label, icon, traits, answersBy, reaches } = channel
  const carrier = list.find((other) => other.name === answersBy)
  return Object.entries({
    'is no kind of entry point': !entryPointKinds.includes(name),
    'is there twice': list.filter((other) => other.name === name).length > 1,
    'has no name in French': label.fr.trim() === '',
    'has no name in English': label.en.trim() === '',
    'has no drawing': !new RegExp(`^  '?${icon}'?:`, 'm').test(drawings),
    'says of itself what cannot be read': !traitsShape.safeParse(traits).success,
    'is answered by a channel there is not': !carrier,
    'is answered by a channel that does not answer itself': carrier?.answersBy !== answersBy,
    'has no carrier': !carriers[answersBy],
    'reaches by an identity nobody has': reaches !== null && !identityKinds.includes(reaches),
    'reaches people but needs no address': reaches !== null && !traits.addressed,
    'carries answers without addresses by a channel that needs one': !traits.addressed && carrier?.traits.addressed === true,
  }).flatMap(([fault, is]) => (is ? [`${name} ${fault}`] : []))
}

test('every channel is named in both languages, drawn, and has a carrier', () => {
  assert.ok(all.length >= 3)
  assert.deepEqual(
    all.flatMap((channel) => faults(channel, all)),
    [],
  )
})

test('a channel without a name, a drawing or a carrier is found out', () => {
  const [letter] = all
  assert.ok(letter)
  const wrong: Channel = { ...letter, label: { fr: '', en: 'Pigeon' }, icon: 'pigeon', answersBy: 'social', reaches: null }
  assert.deepEqual(faults(wrong, [wrong]), [
    'email has no name in French',
    'email has no drawing',
    'email is answered by a channel there is not',
    'email is answered by a channel that does not answer itself',
    'email has no carrier',
  ])
})

test('what was written down by hand, a call or a visit, is answered by mail', () => {
  assert.equal(channelNamed('visit'), undefined)
  assert.equal(carriedBy('visit'), 'email')
})

for (const channel of all)
  test(`what arrives by ${channel.name} opens a case that can be answered where its answers go`, async () => {
    const house = await testHouse()
    const door = await aDoor(house, channel)
    const { case: id } = await house.work((work) => cases.receive(work, arrivalBy(channel, door)))
    const sent = await house.work((work) =>
      cases.reply(work, { id, text: 'Bonjour', cc: [], uploads: [], undo_seconds: 6, close: false }),
    )
    const leaves = Temporal.Instant.from(sent.leaves_at).since(house.clock.now()).total('seconds')
    assert.equal(leaves, channel.traits.instant ? 0 : 6)
    const shown = await house.work((work) => cases.view(work, { id }))
    assert.deepEqual(
      shown.conversations.map((conversation) => [conversation.channel, conversation.traits]),
      [[channel.name, channel.traits]],
    )
  })

async function aDoor(house: TestHouse, { name }: Channel): Promise<string> {
  const unique = newId(house.clock.now()).slice(-12)
  const { id: person } = await house.work((work) =>
    staff.addPerson(work, { name: 'Anna', email: `anna-${unique}@centre.example`, language: 'fr', roles: ['agent'] }),
  )
  const { id: brand } = await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  const address = name === 'email' ? { address: `contact-${unique}@atelier.example` } : {}
  const { id } = await house.work((work) =>
    brands.addEntryPoint(work, { brand_id: brand, kind: name, name: 'Porte', duty_person_id: person, ...address }),
  )
  return id
}

const arrivalBy = ({ name, traits }: Channel, entry_point: string): Arrival => ({
  source: `${name}:1`, channel: name, traits, entry_point, kind: 'message', at: Temporal.Instant.from('2026-11-20T09:00:00Z'), sent_at: null,
  from: { name: 'Camille', address: traits.addressed ? 'camille@client.example' : '' }, identity: { kind: 'handle', value: `${name}:1` },
  to: [], cc: [], more_recipients: 0, answer_to: [], subject: 'Question', text: 'Bonjour', visible_text: 'Bonjour', html: null, language: 'fr',
  original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
}) // prettier-ignore
