import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import type { Actor, EventKind, PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { noticesById } from '#staff'
import { told } from '#staff/contract'
import { answerFromOutside } from '../answer.ts'
import { ask } from '../ask.ts'
import { chaseNow } from '../chase/by-hand.ts'
import { nobodyNext, taskChased, usualFormula, type Asked } from '../contract.ts'
import { decline } from '../decline.ts'
import { testOffice } from '../test-office.ts'
import { addParty, editParty, listParties } from './parties.ts'
import { addTopic, listTopics } from './topics.ts'
import { askNext, nextWhom, whomToAsk } from './whom-to-ask.ts'

const refused = (code: string) => (error: unknown) => (error as { refusal?: { code: string } }).refusal?.code === code
const CARD = { trade: 'garage', phone: '', superior: null, language: 'fr', zone: 'Europe/Paris', note: '' } as const

async function withDirectory() {
  const office = await testOffice()
  const { emile, legal, bruno } = office
  const garage = await office.work((w) => addParty(w, { ...CARD, name: 'Garage Morel', email: 'morel@garage.example' }))
  const whom: { asked: Asked; note: string }[] = [
    { asked: { party: garage.id }, note: '' },
    { asked: { person: emile }, note: 'a été mécanicien' },
    { asked: { team: legal }, note: '' },
  ]
  const topic = await office.work((w) =>
    addTopic(w, { name: 'Pannes', about: '', words: ['démarreur', 'panne'], whom: whom as never }),
  )
  const askOf = async (asked: Asked, title = 'Le démarreur est en panne') => {
    const of = await office.arrive()
    return await office.work(
      (w) => ask(w, { case: of, asked, title, deadline: { minutes: 120 }, knowingly: true }),
      office.as(office.anna),
    )
  }
  const work = <Result>(body: (within: Work) => Promise<Result>, actor?: Actor): Promise<Result> => office.work(body, actor)
  const as = (person: PersonId): Actor => office.as(person)
  const heard = <Payload>(kind: EventKind<Payload>): Promise<Payload[]> => office.heard(kind)
  const arrive = (text: string) => office.arrive(text)
  const { anna, carla, denis, clock } = office
  return { work, as, heard, arrive, anna, bruno, carla, denis, emile, legal, clock, garage, topic, askOf }
}

test('those who know are suggested by the words of what is asked, in their order, with who stands in for whoever is away', async () => {
  const { work, as, anna, bruno, emile, arrive, clock } = await withDirectory()
  const now = clock.now()
  await work((w) =>
    staff.planAbsence(w, {
      person_id: emile,
      starts_at: now.toString(),
      ends_at: now.add({ hours: 72 }).toString(),
      reason: 'leave',
      deputy_id: bruno,
    } as never),
  )
  const of = await arrive('Le chauffage ne marche plus')
  const { items, formula } = await work((w) => whomToAsk(w, { case: of, text: 'Un démarreur à changer' }), as(anna))
  assert.deepEqual(items.map(({ name, because }) => [name, because]), [['Garage Morel', 'démarreur'], ['Emile', 'démarreur'], ['Juridique', 'démarreur']]) // prettier-ignore
  assert.equal(items[1]?.stand_in?.name, 'Bruno')
  assert.equal(formula.id, usualFormula.id)
  assert.deepEqual((await work((w) => whomToAsk(w, { case: of, text: 'Une facture' }), as(anna))).items, [])
})

test('who does not know is passed over with one press, never back to the front, until nobody is left', async () => {
  const { work, as, anna, emile, garage, askOf } = await withDirectory()
  const task = await askOf({ party: garage.id })
  assert.equal((await work((w) => nextWhom(w, { id: task.id }), as(anna))).next?.name, 'Emile')
  const second = await work((w) => askNext(w, { id: task.id, because: 'ne sait pas' }), as(anna))
  assert.deepEqual([second.asked.kind, second.asked.id], ['person', emile])
  await work((w) => decline(w, { id: task.id, because: 'Demandez au juridique.' }), as(emile))
  assert.equal((await work((w) => askNext(w, { id: task.id, because: '' }), as(anna))).asked.kind, 'team')
  await assert.rejects(
    work((w) => askNext(w, { id: task.id, because: '' }), as(anna)),
    refused(nobodyNext.code),
  )
})

test('how long somebody usually takes is measured from what they answered, and not said from two', async () => {
  const { work, clock, garage, askOf } = await withDirectory()
  for (const minutes of [30, 90, 60]) {
    const { id } = await askOf({ party: garage.id }, 'Un devis')
    assert.equal((await work((w) => listParties(w, { limit: 10 }))).items[0]?.usual, null)
    clock.advance({ minutes })
    await work((w) => answerFromOutside(w, id, { text: 'Voici.', way: 'mail', by_name: 'Morel', uploads: [], files: [] }))
  }
  const [card] = (await work((w) => listParties(w, { limit: 10 }))).items
  assert.deepEqual(card?.usual, { minutes: 60, tasks: 3 })
})

test('a card has one address, and a superior elsewhere; a subject has one name; both are found by any of their words', async () => {
  const { work, garage } = await withDirectory()
  const again = { ...CARD, name: 'Autre', email: 'morel@garage.example' }
  await assert.rejects(
    work((w) => addParty(w, again)),
    refused('party.email_taken'),
  )
  const own = { ...CARD, id: garage.id, name: garage.name, email: garage.email, superior: { name: '', email: garage.email } }
  await assert.rejects(
    work((w) => editParty(w, own)),
    refused('party.own_superior'),
  )
  await assert.rejects(
    work((w) => addTopic(w, { name: 'PANNES', about: '', words: [], whom: [] })),
    refused('topic.name_taken'),
  )
  const stranger = { asked: { team: '00000000-0000-7000-8000-000000000000' as never }, note: '' }
  await assert.rejects(
    work((w) => addTopic(w, { name: 'Autre', about: '', words: [], whom: [stranger] })),
    refused('task.asked_unfit'),
  )
  for (const q of ['mécaniciens', 'garage mo', 'Panne'])
    assert.equal((await work((w) => listTopics(w, { q, limit: 10 }))).items.length, 1, q)
  assert.equal((await work((w) => listTopics(w, { q: 'facture', limit: 10 }))).items.length, 0)
  assert.equal((await work((w) => listParties(w, { q: 'GARAGE', limit: 10 }))).items.length, 1)
})

test('a colleague is chased at the desk, then whoever leads them; nobody is told the same reminder twice', async () => {
  const { work, as, anna, bruno, carla, denis, legal, heard, askOf, clock } = await withDirectory()
  const { id } = await askOf({ team: legal })
  await work((w) => chaseNow(w, { id }), as(anna))
  clock.advance({ minutes: 31 })
  await work((w) => chaseNow(w, { id, tone: 'manager' }), as(anna))
  assert.deepEqual((await heard(taskChased)).map(({ tone }) => tone), ['polite', 'manager']) // prettier-ignore
  const notices = (await heard(told)).filter(({ kind }) => kind === 'task.chased')
  assert.deepEqual(notices.map(({ person }) => person).toSorted(), [carla, denis, bruno].toSorted())
  const words = await work((w) => noticesById(w, notices.map(({ notice }) => notice))) // prettier-ignore
  assert.ok(words.find(({ person }) => person === bruno)?.fr.includes('Juridique'))
})
