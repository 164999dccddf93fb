// A customer writes; the case changes hands; somebody is away; somebody leaves. The customer hears one voice, and never "nobody".
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBackOffice, type BackOffice } from '../back-office/scene.ts'
import { personOf, welcome, type Person } from './people.ts'

type Baton = {
  id: string
  remind_at: string
  answer_by: string
  ended_as: string | null
  introduction: { state: string } | null
  brief: { next: { text: string }[] }
}
type Case = { id: string; owner: { id: string; name: string }; covered_by: { person: { name: string } } | null }

let office: BackOffice
let anna: Person
let bruno: Person
let ines: Person
let id = '' // of the case

before(async () => {
  office = await openBackOffice('2026-11-20T09:00:00Z') // a Friday
  office.leave()
  ;[anna, bruno, ines] = [await welcome(office, 'Anna'), await welcome(office, 'Bruno'), personOf(office, office.director)]
  const { id: team } = await office.call<{ id: string }>('POST', '/api/v1/teams', { name: 'Nord', manager_id: office.director })
  for (const { id: person } of [anna, bruno]) await office.call('PUT', `/api/v1/teams/${team}/members/${person}`, {})
  await office.mail({
    from: 'Camille Martin <camille@client.example>',
    subject: 'Ma commande 4512',
    text: 'Bonjour,\n\nPouvez-vous me dire où en est ma commande 4512 ?',
  })
  await office.settled()
  const found = await office.call<{ items: Case[] }>('GET', '/api/v1/cases?status=open')
  id = found.items[0]!.id
  await office.call('PUT', `/api/v1/cases/${id}/owner`, { owner: anna.id })
})
after(() => office.close())

const show = (): Promise<Case> => office.call<Case>('GET', `/api/v1/cases/${id}`)
const told = async (person: Person, word: RegExp): Promise<number> =>
  (await person.ask<{ items: { fr: string }[] }>('GET', '/api/v1/notices')).items.filter(({ fr }) => word.test(fr)).length
async function turnTo(moment: string): Promise<void> {
  office.clock.set(moment)
  for (let left = 3; left > 0; left--) await office.settled()
}

test('who declines says why, and the giver still answers for the case', async () => {
  const { id: baton, brief } = await anna.ask<Baton>('POST', `/api/v1/cases/${id}/batons`, {
    to: bruno.id,
    message: 'Je pars en formation.',
  })
  assert.match(brief.next[0]!.text, /Répondre à Camille Martin.*où en est ma commande 4512/)
  assert.equal(await bruno.refused('PUT', `/api/v1/batons/${baton}/answer`, { as: 'declined' }), 'baton.reason_needed')
  await bruno.ask('PUT', `/api/v1/batons/${baton}/answer`, { as: 'declined', because: 'Je suis seul à l’accueil.' })
  assert.equal(await told(anna, /seul à l’accueil/), 1)
  assert.equal((await show()).owner.id, anna.id)
})

test('nobody answers: it reminds, then goes up; the manager decides, and the customer gets one mail from the new person', async () => {
  const { id: baton, remind_at, answer_by } = await anna.ask<Baton>('POST', `/api/v1/cases/${id}/batons`, { to: bruno.id })
  for (const moment of [remind_at, answer_by]) await turnTo(moment)
  assert.deepEqual([await told(bruno, /attend votre réponse/), await told(ines, /n’a pas répondu à Anna/)], [1, 1])
  const settled = await ines.ask<Baton>('PUT', `/api/v1/batons/${baton}/settled`, { to: bruno.id, because: 'Vu avec lui.' })
  assert.deepEqual([settled.ended_as, settled.introduction?.state], ['accepted', 'leaving'])
  assert.equal((await show()).owner.id, bruno.id)
  assert.equal(
    (await office.letters('camille@client.example')).filter(({ text }) => text.includes('Bruno prend le relais')).length,
    0,
  )
  office.clock.advance({ minutes: 11 })
  for (let left = 4; left > 0; left--) await office.settled()
  const words = (await office.letters('camille@client.example')).filter(({ text }) => text.includes('Bruno prend le relais'))
  assert.equal(words.length, 1)
  assert.match(words[0]!.subject, /Ma commande 4512/)
  await turnTo('2026-11-23T09:00:00Z')
  assert.equal(
    (await office.letters('camille@client.example')).filter(({ text }) => text.includes('Bruno prend le relais')).length,
    1,
    'once',
  )
})

test('while somebody is away their case is covered and stays theirs; on return they read what happened', async () => {
  const span = { starts_at: '2026-11-24T08:00:00Z', ends_at: '2026-11-28T08:00:00Z' }
  const asked = await bruno.ask<{ id: string; version: number }>('POST', '/api/v1/absences', {
    person_id: bruno.id,
    ...span,
    reason: 'leave',
    deputy_id: anna.id,
  })
  const plan = await ines.ask<{ gaps: number; spans: { person: { name: string } | null }[] }>(
    'GET',
    `/api/v1/cover?absence=${asked.id}`,
  )
  assert.deepEqual([plan.gaps, plan.spans[0]?.person?.name], [0, 'Anna'])
  await ines.ask('PUT', `/api/v1/absences/${asked.id}/cover/approval`, { version: asked.version })
  await turnTo('2026-11-25T09:00:00Z')
  assert.deepEqual([(await show()).owner.name, (await show()).covered_by?.person.name], ['Bruno', 'Anna'])
  await anna.ask('POST', `/api/v1/cases/${id}/replies`, { text: 'Votre colis arrive demain.' })
  await turnTo('2026-11-28T08:01:00Z')
  const home = await bruno.ask<{ cases: { case: { id: string }; answered: { person: { name: string } }[] }[] }>(
    'GET',
    `/api/v1/homecomings/${asked.id}`,
  )
  assert.deepEqual(home.cases.find((each) => each.case.id === id)?.answered.map(({ person }) => person.name), ['Anna']) // prettier-ignore
  await bruno.ask('PUT', `/api/v1/homecomings/${asked.id}/read`, {})
  assert.deepEqual((await bruno.ask<{ items: unknown[] }>('GET', '/api/v1/homecomings')).items, [])
})

test('somebody leaves only when nothing rests on them, and is never an owner again', async () => {
  type Departure = { id: string; left: number; may_finish: boolean; resting: { kind: string }[] }
  const { id: departure, left } = await ines.ask<Departure>('POST', '/api/v1/departures', {
    person: bruno.id,
    last_day: '2026-12-18',
  })
  assert.ok(left > 0)
  const finish = { successor: anna.id }
  assert.equal(await ines.refused('PUT', `/api/v1/departures/${departure}/finished`, finish), 'departure.rests_still')
  await ines.ask('POST', `/api/v1/departures/${departure}/passings`, { kinds: ['case'], to: { person: anna.id } })
  assert.equal(
    await ines.refused('PUT', `/api/v1/departures/${departure}/finished`, finish),
    'departure.rests_still',
    'offered is not accepted',
  )
  const cleared = await ines.ask<Departure>('PUT', `/api/v1/departures/${departure}/accepted`, { because: 'Vu en réunion.' })
  assert.deepEqual([cleared.left, cleared.may_finish], [0, true])
  await ines.ask('PUT', `/api/v1/departures/${departure}/finished`, finish)
  assert.equal((await show()).owner.id, anna.id)
})
