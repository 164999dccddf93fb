import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import { messageQueued, messageReceived } from '#cases/contract'
import * as channels from '#channels'
import { prove } from '#channels'
import type { Submitted } from '#channels/contract'
import { answers, openSite } from './test-site.ts'

const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T // our own contract

test('what a form brings becomes a case of its door’s owner, with the answers as a list, and its sender has a number at once', async (t) => {
  const site = await openSite()
  t.after(() => site.close())
  const { stamp, bits } = await site.reception()
  site.clock.advance({ seconds: 20 })
  const answer = await site.send({ stamp, proof: prove(stamp, bits), language: 'fr', answers })
  const told = await json<Submitted>(answer)
  assert.equal(answer.status, 201, JSON.stringify(told))
  assert.equal(told.owner?.name, 'Anna Roux')
  assert.match(told.page ?? '', /^\/r\/cp_/)
  const [received] = await site.heard(messageReceived)
  assert.equal(received?.kind, 'message')
  const found = await site.work((work) => cases.view(work, { id: received.case_id }))
  assert.equal(found.number, told.number)
  assert.equal(found.subject, 'Ma commande')
  assert.equal(found.owner.name, 'Anna Roux')
  const [interaction] = found.conversations[0]!.interactions
  assert.deepEqual(interaction?.marks.said, { name: 'Camille Martin', email: 'camille@client.example', phone: '' })
  assert.deepEqual(interaction?.marks.fields?.map(({ label }) => label), ['Votre nom', 'Votre adresse électronique', 'Objet', 'Votre message', 'Vos données']) // prettier-ignore
  assert.match(await (await fetch(site.url + told.next)).text(), new RegExp(`<strong>${told.number}</strong>`))
})

test('an address given in a form is thanked once a day, with nothing of what was written', async (t) => {
  const site = await openSite()
  t.after(() => site.close())
  const thank = channels.acknowledgements.hears.get(messageReceived.name)!.act
  for (let n = 0; n < 2; n++) {
    const { stamp, bits } = await site.reception()
    site.clock.advance({ seconds: 20 })
    await site.send({
      stamp,
      proof: prove(stamp, bits),
      language: 'fr',
      answers: { ...answers, objet: 'ACHETEZ-MOI', nom: 'ACHETEZ-MOI' },
    })
  }
  for (const received of await site.heard(messageReceived)) await site.work((work) => thank(work, received, undefined as never)) // it looks at the payload alone
  const queued = await site.heard(messageQueued)
  assert.deepEqual(queued.map(({ channel }) => channel), ['form']) // prettier-ignore
  const seen = await site.work((work) => cases.view(work, { id: queued[0]!.case_id }))
  const thanks = seen.conversations[0]?.interactions.find(({ kind }) => kind === 'acknowledgement')
  assert.deepEqual(thanks?.to.map(({ address }) => address), ['camille@client.example']) // prettier-ignore
  assert.doesNotMatch(`${thanks?.subject} ${thanks?.text} ${thanks?.html} ${thanks?.to[0]?.name}`, /ACHETEZ/)
})
