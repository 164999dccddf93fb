import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as commitments from '#commitments'
import { newId } from '#base/id'
import type { CustomerId } from '#customers/contract'
import { showCard } from './card.ts'
import { testDesk, type TestDesk } from './test-desk.ts'

const customerOf = async (desk: TestDesk, id: Parameters<typeof cases.facts>[1][number]) =>
  (await desk.work(async (work) => (await cases.facts(work, [id])).get(id)?.customer_id)) as CustomerId // the mail named them

test('a card says who, what was written, what came before and what we owe them', async () => {
  const desk = await testDesk()
  const before = await desk.write('Ma lampe est cassée.', 'Lampe cassée')
  await desk.work((work) =>
    commitments.promise(work, { case: before, what: 'Vous rappeler', due: { at: work.now.add({ hours: 2 }).toString() } }),
  )
  const now = await desk.write('Et ma facture ?', 'Facture')
  const { offer } = await desk.offer({
    to: desk.bruno,
    of: now,
    facts: { customer: await customerOf(desk, now), earlier_today: 2 },
  })
  const card = await desk.work((work) => showCard(work, { id: offer }), desk.as(desk.bruno))
  assert.deepEqual([card.who.name, card.case?.subject, card.first_words], ['Camille Martin', 'Facture', 'Et ma facture ?'])
  assert.deepEqual(card.history.last.map(({ subject }) => subject), ['Lampe cassée']) // prettier-ignore
  assert.deepEqual(card.history.promises.map(({ what, late }) => [what, late]), [['Vous rappeler', false]]) // prettier-ignore
  assert.equal(card.history.earlier_today, 2)
  assert.equal(card.opens, `/cases/${now}`)
})

test('an offer is read by whoever it was made to and nobody else', async () => {
  const desk = await testDesk()
  const { offer } = await desk.offer({ to: desk.bruno, of: await desk.write('Bonjour', 'Bonjour') })
  await assert.rejects(
    desk.work((work) => showCard(work, { id: offer }), desk.as(desk.anna)),
    /offer_unknown/,
  )
})

test('whoever reads no cases sees the title of their task, and nothing of the customer', async () => {
  const desk = await testDesk()
  const of = await desk.write('Mon dossier est secret.', 'Secret')
  const task = newId<'task'>(desk.clock.now())
  const { offer } = await desk.offer({
    to: desk.bruno, of, kind: 'task', subject_id: task, title: 'Vérifier le stock', facts: { customer: await customerOf(desk, of), earlier_today: 3 },
  }) // prettier-ignore
  const card = await desk.work((work) => showCard(work, { id: offer }), desk.backOffice(desk.bruno))
  assert.deepEqual(
    [card.case, card.who.name, card.first_words, card.task?.title, card.opens],
    [null, '', '', 'Vérifier le stock', `/tasks/${task}`],
  )
  assert.deepEqual(card.history, { earlier_today: 0, last: [], promises: [] })
  assert.equal(JSON.stringify(card).includes('ecret'), false)
})
