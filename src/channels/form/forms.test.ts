// Forms at the desk, and what became of a submission that could not be filed at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as brands from '#brands'
import * as staff from '#staff'
import { permissionNames, type Permission } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { startJobs } from '#base/jobs'
import { Refused } from '#base/refusal'
import { testHouse, type TestHouse } from '#base/test-database'
import { formPublished, type FormId } from '../contract.ts'
import { countUnbalanced, findReceipt } from '../email/store/receipt.ts'
import { addForm } from './add.ts'
import { closeForm, openForm } from './close.ts'
import { editForm } from './edit.ts'
import { formFiler } from './file-submission.ts'
import { isFlooded } from './is-flooded.ts'
import { keepSubmission, type Keeping } from './keep-submission.ts'
import { publishForm } from './publish.ts'
import { startOf } from './rules/starts.ts'
import { listForms, showForm } from './show.ts'
import { findForm } from './store/form.ts'

const someone = (brands: readonly string[] | null, permissions: readonly Permission[] = permissionNames): Actor => ({
  kind: 'person',
  id: '01a20000-0000-7000-8000-000000000001' as PersonId, // nobody: what counts here is what they hold
  permissions: new Set(permissions),
  scope: { teams: null, brands },
})
const code = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'taken',
    (error: unknown) => (error instanceof Refused ? error.refusal.code : Promise.reject(error as Error)),
  )

type Centre = Omit<TestHouse, 'work' | 'heard'> & { work: TestHouse['work']; heard: TestHouse['heard']; person: PersonId; brand: string; form: FormId } // prettier-ignore
async function centre(): Promise<Centre> {
  const house = await testHouse()
  const email = `anna-${newId(house.clock.now()).slice(-12)}@centre.example`
  const person = (await house.work((work) => staff.addPerson(work, { name: 'Anna', email, language: 'fr', roles: ['agent'] }))).id
  const brand = (await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))).id
  const wish = { brand_id: brand, name: 'Contact', duty_person_id: person, start: 'contact' as const }
  const { id: form } = await house.work((work) => addForm(work, wish))
  return { ...house, person, brand, form }
}

test('who may manage the channels of a brand makes, changes and publishes its forms; another brand’s answer as if there were none', async () => {
  const { work, form, brand, person } = await centre()
  const [ours, theirs, reader] = [
    someone([brand]),
    someone([newId<'brand'>(Temporal.Now.instant())]),
    someone([brand], ['channel.read', 'brand.read']),
  ]
  const look = (as: Actor) => code(work((w) => showForm('')(w, { id: form }), as))
  assert.deepEqual([await look(ours), await look(reader), await look(theirs)], ['taken', 'taken', 'not_found'])
  const edit = (as: Actor) => code(work((w) => editForm(w, { id: form, version: 1, name: 'Autre' }), as))
  assert.deepEqual([await edit(theirs), await edit(reader), await edit(ours)], ['not_found', 'not_allowed', 'taken'])
  assert.equal((await work((w) => listForms(w, { limit: 50 }), theirs)).items.length, 0)
  assert.deepEqual((await work((w) => listForms(w, { limit: 50 }), ours)).items.map(({ name }) => name), ['Autre']) // prettier-ignore
  const add = (as: Actor) => code(work((w) => addForm(w, { brand_id: brand, name: 'Neuf', duty_person_id: person }), as))
  assert.deepEqual([await add(theirs), await add(reader), await add(ours)], ['not_found', 'not_allowed', 'taken'])
})

test('an overtaken edit is refused with what is there now, and overwrites nothing', async () => {
  const { work, form } = await centre()
  await work((w) => editForm(w, { id: form, version: 1, name: 'Premier' }))
  const late = await work((w) => editForm(w, { id: form, version: 1, name: 'Second' })).catch((error: unknown) => error)
  assert.ok(late instanceof Refused && late.refusal.code === 'stale')
  assert.equal((late.details as { current: { name: string } }).current.name, 'Premier') // as edit.ts shows it
  assert.equal(await code(work((w) => publishForm(w, { id: form, version: 1 }))), 'stale')
  assert.equal(await code(work((w) => closeForm(w, { id: form, version: 1 }))), 'stale')
})

test('visitors see what was published until it is published anew; a draft with problems is not', async () => {
  const { work, form, heard } = await centre()
  const first = await work((w) => publishForm(w, { id: form, version: 1 }))
  assert.deepEqual([first.number, (await work((w) => publishForm(w, { id: form, version: first.version }))).number], [1, 1])
  const draft = { ...startOf('contact'), title: { fr: 'Autre', en: '' } }
  const { version } = await work((w) => editForm(w, { id: form, version: first.version, draft }))
  assert.equal(await code(work((w) => publishForm(w, { id: form, version }))), 'form.unfinished')
  const shown = await work((w) => showForm('https://desk.example')(w, { id: form }))
  assert.deepEqual([shown.changed, shown.live?.title.fr, shown.problems.length], [true, 'Nous écrire', 1])
  assert.match(shown.address, /^https:\/\/desk\.example\/f\/fm_/)
  const mended = await work((w) => editForm(w, { id: form, version, draft: { ...draft, title: { fr: 'Autre', en: 'Other' } } }))
  assert.equal((await work((w) => publishForm(w, { id: form, version: mended.version }))).number, 2)
  assert.deepEqual((await heard(formPublished)).map(({ number }) => number), [1, 2]) // prettier-ignore
})

test('cases are filed under a reason of ours or none: one that nobody knows is refused when the draft is kept', async () => {
  const { work, form } = await centre()
  const draft = { ...startOf('contact'), reason_id: newId(Temporal.Now.instant()) }
  assert.equal(await code(work((w) => editForm(w, { id: form, version: 1, draft }))), 'not_found')
})

test('a form is closed and opened again', async () => {
  const { work, form } = await centre()
  const { version } = await work((w) => closeForm(w, { id: form, version: 1 }))
  assert.ok((await work((w) => showForm('')(w, { id: form }))).closed_at)
  await work((w) => openForm(w, { id: form, version }))
  assert.equal((await work((w) => showForm('')(w, { id: form }))).closed_at, null)
})

async function kept({ work, form }: Centre, answers: Record<string, string[]>) {
  const { version } = await work((w) => publishForm(w, { id: form, version: 1 }))
  assert.equal(version, 2)
  const row = (await work((w) => findForm(w, form)))!
  const hashes = { stamp: Buffer.alloc(32, 1), said: Buffer.alloc(32, 2), text: null }
  const keeping: Keeping = { form: row, version: 1, language: 'fr', answers, files: [], from: '', address: '192.0.2.1', hashes, judgement: { score: 0, reasons: [], suspected: false } } // prettier-ignore
  return await work((w) => keepSubmission(w, keeping))
}

test('what was kept but not filed, because the server stopped in between, is filed by itself a moment later', async (t) => {
  const house = await centre()
  const receipt = await kept(house, { nom: ['Camille'], objet: ['Lampe'], message: ['Bonjour'] })
  house.clock.advance({ seconds: 30 })
  const jobs = startJobs(house.open, [formFiler()])
  t.after(() => jobs.stop())
  await jobs.settled()
  const [form] = (await house.work((w) => listForms(w, { limit: 5 }))).items
  assert.deepEqual(form?.figures, { received: 1, filed: 1, spam: 0, waiting: 0 })
  assert.ok(await house.work((w) => findReceipt(w, receipt)))
})

test('what cannot be filed goes to the tray after some tries: received is filed plus tray, always', async (t) => {
  const house = await centre()
  const poison = { nom: ['Camille'], objet: ['Lampe'], message: ['Bonjour'] }
  await kept(house, poison)
  await house.work((w) => brands.brand(w, house.brand as never)) // the brand stands; the raw copy is what breaks
  await house.work((w) => spoilRaw(w))
  const jobs = startJobs(house.open, [formFiler()])
  t.after(() => jobs.stop())
  for (let n = 0; n < 5; n++) {
    house.clock.advance({ minutes: 6 })
    await jobs.settled()
  }
  const [form] = (await house.work((w) => listForms(w, { limit: 5 }))).items
  assert.deepEqual(form?.figures, { received: 1, filed: 0, spam: 0, waiting: 1 })
  assert.equal((await house.work((w) => countUnbalanced(w))).lost, 0)
})

test('a form that takes in far more than people write thanks nobody', async () => {
  const house = await centre()
  const first = await kept(house, { nom: ['Camille'] })
  assert.equal(await house.work((w) => isFlooded(w, first)), false)
  const row = (await house.work((w) => findForm(w, house.form)))!
  const one = (n: number): Keeping => ({ form: row, version: 1, language: 'fr', answers: {}, files: [], from: '', address: '', judgement: { score: 0, reasons: [], suspected: false }, hashes: { stamp: Buffer.alloc(32, `s${n}`), said: Buffer.alloc(32), text: null } }) // prettier-ignore
  await house.work(async (w) => {
    for (let n = 0; n < 120; n++) await keepSubmission(w, one(n))
  })
  assert.equal(await house.work((w) => isFlooded(w, first)), true)
})

// A raw copy that cannot be read: as a damaged disk would leave it.
const spoilRaw = (work: Parameters<Parameters<Centre['work']>[0]>[0]) => work.sql.run`
  update base.file_piece set bytes = ${Buffer.from('{')} where tenant_id = ${work.tenant}`
