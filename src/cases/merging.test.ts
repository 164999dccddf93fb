import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as brands from '#brands'
import { newId } from '#base/id'
import { block } from './block.ts'
import { close } from './close.ts'
import { caseClosed, messageReceived, type CaseId } from './contract.ts'
import { count } from './count.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { merge } from './merge.ts'
import { note } from './note.ts'
import { owners } from './owners.ts'
import { reopen } from './reopen.ts'
import { reply } from './reply.ts'
import { setOwner } from './set-owner.ts'
import { testCentre, type Centre } from './test-centre.ts'
import { unmerge } from './unmerge.ts'
import { view } from './view.ts'

const answer = { cc: [], uploads: [], undo_seconds: 0, close: false }

async function twoCases() {
  const centre = await testCentre()
  const main = await centre.arrive({ text: 'Où en est ma commande ?' })
  const other = await centre.arrive({ text: 'Et ma facture ?', subject: 'Facture' })
  await centre.work((work) => setOwner(work, { id: other.case, owner: centre.bruno }))
  centre.clock.advance({ hours: 1 })
  return { centre, main, other, see: (id: CaseId) => centre.work((work) => view(work, { id })) }
}
const join = (centre: Centre, id: CaseId, merged: CaseId) =>
  centre.work((work) => merge(work, { id, merged, because: 'La même commande' }), centre.as(centre.anna))

test('two dossiers that are one show one story, one line in the lists and one person who answers; the history of both is kept', async () => {
  const { centre, main, other, see } = await twoCases()
  await centre.work((work) => note(work, { id: other.case, text: 'Facture refaite hier', mentions: [] }))
  await join(centre, main.case, other.case)
  const shown = await see(main.case)
  assert.deepEqual(shown.merged.map(({ id, because, by }) => [id, because, by]), [[other.case, 'La même commande', 'Anna']]) // prettier-ignore
  assert.equal(shown.conversations.length, 2)
  assert.deepEqual(shown.notes.map(({ text }) => text), ['Facture refaite hier']) // prettier-ignore
  const part = await see(other.case)
  assert.deepEqual([part.merged_into?.id, part.owner.name, part.chosen_by], [main.case, 'Anna', 'merged'])
  assert.deepEqual((await centre.work((work) => owners(work, { id: other.case }))).items.map(({ owner }) => owner.name), ['Anna', 'Bruno', 'Anna']) // prettier-ignore
  const all = (await centre.work((work) => list(work, { limit: 10, status: 'all' }))).items
  assert.deepEqual(all.map(({ id }) => id), [main.case]) // prettier-ignore
  assert.equal((await centre.work(count, centre.as(centre.anna))).new, 1)
  await centre.work((work) => setOwner(work, { id: main.case, owner: centre.chloe }))
  assert.equal((await see(other.case)).owner.name, 'Chloe')
})

test('what is written in the merged thread appears in the main case, and is answered from there', async () => {
  const { centre, main, other, see } = await twoCases()
  await join(centre, main.case, other.case)
  await centre.work((work) => reply(work, { ...answer, id: main.case, text: 'Un instant.' }))
  centre.clock.advance({ minutes: 5 })
  const filed = await centre.arrive({ answers: other.conversation, text: 'Et la facture ?', visible_text: 'Et la facture ?' })
  assert.equal(filed.case, main.case)
  assert.equal((await centre.heard(messageReceived)).at(-1)?.case_id, main.case)
  const [line] = (await centre.work((work) => list(work, { limit: 10, status: 'open' }))).items
  assert.deepEqual([line?.id, line?.stands, line?.excerpt], [main.case, 'new', 'Et la facture ?'])
  const sent = await centre.work((work) => reply(work, { ...answer, id: main.case, text: 'La voici.' }), centre.as(centre.anna))
  assert.equal(sent.case_id, main.case)
  const thread = (await see(main.case)).conversations.find(({ id }) => id === other.conversation)
  assert.equal(thread?.interactions.at(-1)?.text, 'La voici.')
})

test('undone, each stands by itself again with its own thread, and whoever answered for it answers again', async () => {
  const { centre, main, other, see } = await twoCases()
  await join(centre, main.case, other.case)
  await centre.arrive({ answers: other.conversation, text: 'Et la facture ?' })
  await centre.work((work) => unmerge(work, { id: main.case, merged: other.case }))
  const [one, two] = [await see(main.case), await see(other.case)]
  assert.deepEqual([one.owner.name, one.merged, one.conversations.length], ['Anna', [], 1])
  assert.deepEqual([two.owner.name, two.chosen_by, two.merged_into], ['Bruno', 'unmerged', null])
  assert.equal(two.conversations[0]?.interactions.length, 2)
  await assert.rejects(
    centre.work((work) => unmerge(work, { id: main.case, merged: other.case })),
    /not_merged/,
  )
})

test('a case that has parts becomes part of another with all of them, and takes them along when it goes', async () => {
  const { centre, main, other, see } = await twoCases()
  const third = await centre.arrive({ subject: 'Encore' })
  await join(centre, main.case, other.case)
  await join(centre, third.case, main.case)
  assert.deepEqual((await see(third.case)).merged.map(({ id }) => id).toSorted(), [main.case, other.case].toSorted()) // prettier-ignore
  await centre.work((work) => unmerge(work, { id: third.case, merged: main.case }))
  assert.deepEqual((await see(main.case)).merged.map(({ id }) => id), [other.case]) // prettier-ignore
  assert.deepEqual((await see(third.case)).merged, [])
})

test('the parts close and open again with the main case, and what waits in a part keeps all of it open', async () => {
  const { centre, main, other, see } = await twoCases()
  await join(centre, main.case, other.case)
  const task = { kind: 'task', id: newId(centre.clock.now()), what: 'Avoir', waits_for: { name: 'Comptabilité' } }
  await centre.work((work) => block(work, { ...task, case_id: other.case }))
  await assert.rejects(
    centre.work((work) => close(work, { id: main.case })),
    /case.blocked/,
  )
  await assert.rejects(
    centre.work((work) => close(work, { id: other.case })),
    /is_merged/,
  )
  await centre.work((work) => close(work, { id: main.case, because: 'Soldé autrement' }))
  assert.deepEqual((await centre.heard(caseClosed)).map(({ case_id }) => case_id).toSorted(), [main.case, other.case].toSorted()) // prettier-ignore
  await centre.work((work) => reopen(work, { id: main.case }))
  assert.equal((await see(other.case)).status, 'open')
})

test('a part of what was closed stays closed with it, also when the whole it became part of later closes and comes back', async () => {
  const { centre, main, other, see } = await twoCases()
  const third = await centre.arrive({ subject: 'Encore' })
  await join(centre, main.case, other.case)
  await centre.work((work) => close(work, { id: main.case }))
  await join(centre, third.case, main.case)
  await centre.work((work) => close(work, { id: third.case }))
  await centre.work((work) => reopen(work, { id: third.case }))
  await centre.work((work) => unmerge(work, { id: third.case, merged: main.case }))
  const stand = await Promise.all([third.case, main.case, other.case].map(async (id) => (await see(id)).status))
  assert.deepEqual(stand, ['open', 'closed', 'closed'])
})

test('a case is not merged with itself, with one of another brand, or into one that is closed; and of two who merge the same two crosswise one does', async () => {
  const { centre, main, other } = await twoCases()
  const refused = (id: CaseId, merged: CaseId) => assert.rejects(join(centre, id, merged), /merge_impossible|is_merged/)
  await refused(main.case, main.case)
  const brand = (await centre.work((work) => brands.addBrand(work, { name: 'Autre' }))).id
  const door = await centre.work((work) =>
    brands.addEntryPoint(work, { brand_id: brand, kind: 'form', name: 'Ailleurs', duty_person_id: centre.anna, address: null }),
  ) // prettier-ignore
  const elsewhere = await centre.work((work) => create(work, { subject: 'Autre', entry_point: door.id, owner: centre.anna }))
  await refused(main.case, elsewhere.id)
  const crossed = await Promise.allSettled([join(centre, main.case, other.case), join(centre, other.case, main.case)])
  assert.equal(crossed.filter(({ status }) => status === 'fulfilled').length, 1)
  const { case: third } = await centre.arrive()
  await centre.work((work) => close(work, { id: third }))
  await refused(third, main.case)
})
