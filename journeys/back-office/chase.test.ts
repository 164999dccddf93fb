// What is late is chased by itself: politely before, firmly after, then above; in working hours, once each, and not when somebody answered.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBackOffice, type BackOffice } from './scene.ts'

const NOTARY = 'etude@notaire.example'
const SUPERIOR = 'maitre@notaire.example'
type Chase = {
  next: { at: string; tone: string } | null
  next_by_hand: string | null
  chased: { tone: string; at: string; whom: { name: string }[] }[]
  paused_at: string | null
}

let office: BackOffice
before(async () => {
  office = await openBackOffice('2026-11-24T08:30:00Z') // a Tuesday, 9:30 in Paris
  office.leave()
})
after(() => office.close())

async function askNotary(subject: string, due: string): Promise<string> {
  await office.mail({ from: 'Léa Petit <lea@client.example>', subject, text: 'Bonjour, où en est l’acte ?' })
  await office.settled()
  const { items } = await office.call<{ items: { id: string; subject: string }[] }>('GET', '/api/v1/cases')
  const of = items.find((each) => each.subject === subject)!
  const { id } = await office.call<{ id: string }>('POST', `/api/v1/cases/${of.id}/tasks`, {
    asked: { name: 'Étude Blanc', email: NOTARY }, title: subject, text: '', deadline: { at: due }, checklist: [], knowingly: true, after: [], messages: [], attachments: [], uploads: [],
  }) // prettier-ignore
  await office.settled()
  const parties = await office.call<{ items: { id: string; email: string; version: number }[] }>('GET', '/api/v1/parties')
  const card = parties.items.find(({ email }) => email === NOTARY)!
  await office.call('PUT', `/api/v1/parties/${card.id}`, {
    name: 'Étude Blanc', email: NOTARY, trade: 'notaire', phone: '', superior: { name: 'Maître Blanc', email: SUPERIOR }, language: 'fr', zone: 'Europe/Paris', note: '',
    version: card.version,
  }) // prettier-ignore
  return id
}
const chase = (id: string) => office.call<Chase>('GET', `/api/v1/tasks/${id}/chase`)
async function turnTo(moment: string): Promise<void> {
  office.clock.set(moment)
  await office.settled()
  await office.settled() // what a clock rang for is a letter to send
}

test('polite, then firm, then to whoever is above; never at night, each once, and a night the house slept through changes nothing', async () => {
  const id = await askNotary('Acte de vente', '2026-11-25T16:00:00Z') // Wednesday, 17:00
  assert.deepEqual((await chase(id)).next, { at: '2026-11-25T14:00:00Z', tone: 'polite' })
  await turnTo('2026-11-25T14:00:30Z')
  await turnTo('2026-11-25T14:01:00Z')
  assert.deepEqual(
    (await chase(id)).chased.map(({ tone }) => tone),
    ['polite'],
  )
  const [asked, polite] = await office.letters(NOTARY)
  assert.match(asked!.subject, /^Acte de vente/)
  assert.match(polite!.subject, /^Rappel\u202f: Acte de vente/)
  assert.match(polite!.text, /nous vous avons adressée le 24 novembre/)
  assert.match(polite!.references, new RegExp(asked!.messageId.slice(1, 20)))
  // An hour of working time after 17:00 is over on closing at 18:00: nobody reads then, so it is the next morning.
  assert.deepEqual((await chase(id)).next, { at: '2026-11-26T08:00:00Z', tone: 'firm' })
  await turnTo('2026-11-25T23:00:00Z')
  assert.equal((await chase(id)).chased.length, 1)
  await turnTo('2026-11-26T22:00:00Z') // stopped all day, awake at night
  assert.equal((await chase(id)).chased.length, 1, 'not at night')
  await turnTo('2026-11-27T08:00:00Z')
  const { chased, next } = await chase(id)
  assert.deepEqual(
    chased.map(({ tone }) => tone),
    ['firm', 'polite'],
  )
  assert.equal(next?.tone, 'manager')
  await turnTo('2026-11-27T09:30:00Z')
  await turnTo('2026-11-27T09:31:00Z')
  const above = await office.letters(SUPERIOR)
  assert.equal(above.length, 1)
  assert.match(above[0]!.text, /faite à Étude Blanc le 24 novembre/)
  assert.equal((await chase(id)).next, null, 'nothing comes by itself any more')
  assert.equal((await office.letters(NOTARY)).length, 3)
})

test('one press chases now; a pause holds what comes by itself; an answer ends it', async () => {
  const id = await askNotary('Acte de prêt', '2026-12-02T16:00:00Z')
  assert.equal((await chase(id)).next_by_hand, 'polite')
  await office.call('POST', `/api/v1/tasks/${id}/chases`, {})
  assert.equal(await office.refused('POST', `/api/v1/tasks/${id}/chases`, {}), 'chase.just_now')
  const paused = await office.call<Chase>('PUT', `/api/v1/tasks/${id}/chase/paused`, {})
  assert.ok(paused.paused_at && paused.next === null)
  await turnTo('2026-12-03T10:00:00Z')
  assert.equal((await chase(id)).chased.length, 1)
  const resumed = await office.call<Chase>('DELETE', `/api/v1/tasks/${id}/chase/paused`, {})
  assert.equal(resumed.next?.tone, 'polite')
  await turnTo('2026-12-03T10:05:00Z')
  const letter = (await office.letters(NOTARY)).at(-1)!
  await office.mail({
    from: NOTARY,
    to: letter.replyTo,
    subject: `Re: ${letter.subject}`,
    inReplyTo: letter.messageId,
    text: 'L’acte est signé.',
  })
  await office.settled()
  const answered = await chase(id)
  assert.deepEqual([answered.next, answered.next_by_hand], [null, null])
  assert.equal(await office.refused('POST', `/api/v1/tasks/${id}/chases`, {}), 'chase.nothing')
  const before = (await office.letters(NOTARY)).length
  await turnTo('2026-12-10T10:00:00Z')
  assert.equal((await office.letters(NOTARY)).length, before)
})
