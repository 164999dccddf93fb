import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import { messageReceived } from '#cases/contract'
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
