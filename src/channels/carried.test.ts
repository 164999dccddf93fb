// The job that takes an answer away is written by the commit that wrote the answer, once, whoever hears of it afterwards.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import { messageQueued, type CaseId, type InteractionId } from '#cases/contract'
import { newId } from '#base/id'
import { startTail } from '#base/journal'
import { integer } from '#base/sql'
import { testHouse, type TestHouse } from '#base/test-database'
import { answer } from './answer.ts'
import { channelNamed } from './all.ts'
import { outgoingMail } from './listen.ts'

const answering = { text: 'Bonjour', cc: [], uploads: [], undo_seconds: 6, close: false }
const from = { name: 'Jeanne', address: 'jeanne@client.example' }

async function aCase(house: TestHouse): Promise<CaseId> {
  const unique = newId(house.clock.now()).slice(-12)
  const person = { name: 'Anna', email: `anna-${unique}@centre.example`, language: 'fr' as const, roles: ['agent' as const] }
  const { id: anna } = await house.work((work) => staff.addPerson(work, person))
  const { id: brand_id } = await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  const address = `contact-${unique}@atelier.example`
  const { id } = await house.work((work) =>
    brands.addEntryPoint(work, { brand_id, kind: 'email', name: 'Courrier', duty_person_id: anna, address }),
  )
  const filed = await house.work(
    (work) =>
    cases.receive(work, {
      source: 'email:1', channel: 'email', traits: channelNamed('email')!.traits, entry_point: id, kind: 'message', at: house.clock.now(), sent_at: null, from,
      identity: { kind: 'email', value: from.address }, to: [], cc: [], more_recipients: 0, answer_to: [], subject: 'Question', text: 'Bonjour',
      visible_text: 'Bonjour', html: null, language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
    }), // prettier-ignore
  )
  return filed.case
}

const jobsOf = async (house: TestHouse, id: string): Promise<number> =>
  (await house.work((work) => work.sql.one({ n: integer })`
    select count(*) as n from base.job where tenant_id = ${work.tenant} and id = ${id}`)).n // prettier-ignore

// A reader of its own name has heard nothing yet.
async function hearAll(house: TestHouse): Promise<void> {
  const tail = await startTail(house.open, [{ ...outgoingMail, name: `test.${newId(house.clock.now())}` }])
  await tail.settled()
  await tail.stop()
}

test('an answer that was accepted is carried away though nobody hears the journal, and not again by who does', async () => {
  const house = await testHouse()
  const id = await aCase(house)
  const sent = await house.work((work) => answer(work, { ...answering, id }))
  assert.equal(await jobsOf(house, sent.id), 1)
  await hearAll(house)
  assert.equal(await jobsOf(house, sent.id), 1)
  await house.work((work) => work.sql.run`delete from base.job where tenant_id = ${work.tenant} and id = ${sent.id}`) // it left
  assert.deepEqual((await house.heard(messageQueued)).map(({ carried }) => carried), [true]) // prettier-ignore
  await hearAll(house)
  assert.equal(await jobsOf(house, sent.id), 0)
})

test('an answer that is refused at the last moment leaves no job behind', async () => {
  const house = await testHouse()
  const id = await aCase(house)
  let said: InteractionId | undefined
  const refused = house.work(async (work) => {
    said = (await answer(work, { ...answering, id })).id
    throw new Error('refused')
  })
  await assert.rejects(refused, /refused/)
  assert.equal(await jobsOf(house, said!), 0)
})

test('what a room of the house says is carried away once the journal has told of it', async () => {
  const house = await testHouse()
  const id = await aCase(house)
  const sent = await house.work((work) => cases.reply(work, { ...answering, id }))
  assert.equal(await jobsOf(house, sent.id), 0)
  await hearAll(house)
  assert.equal(await jobsOf(house, sent.id), 1)
})

test('who carries an answer away holds it, and whoever would hold it back comes too late', async () => {
  const house = await testHouse()
  const id = await aCase(house)
  const sent = await house.work((work) => answer(work, { ...answering, id }))
  let held = (): void => {}
  const isHeld = new Promise<void>((resolve) => (held = resolve))
  const carrying = house.work(async (work) => {
    const out = await cases.holdForSending(work, sent.id)
    held()
    assert.equal(out?.interaction.text, 'Bonjour')
    await cases.takeForSending(work, sent.id)
  })
  await isHeld
  const holdingBack = house.work(
    (work) => work.sql.run`
    update cases.interaction set state = 'cancelled' where tenant_id = ${work.tenant} and id = ${sent.id} and state = 'queued'`,
  )
  await carrying
  assert.equal(await holdingBack, 0)
  assert.equal(await house.work((work) => cases.holdForSending(work, sent.id)), null)
})
