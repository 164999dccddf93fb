import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as calendars from '#calendars'
import * as staff from '#staff'
import type { Actor, PersonId } from '#base/contract'
import { startTail } from '#base/journal'
import { testHouse, type TestHouse } from '#base/test-database'
import * as contract from './contract.ts'
import * as brands from './index.ts'
import { closeBrand } from './close-brand.ts'
import { dropDutyTurn, listDuty } from './duty-turns.ts'
import { turnsAt, type Turn } from './rules/duty.ts'

const rejects = (work: Promise<unknown>, code: string): Promise<void> =>
  assert.rejects(work, { message: new RegExp(`^${code}: `) })

// Names and addresses of one installation are shared by all tests of the process; the tenant makes them this test's own.
const unique = (house: TestHouse, local: string): string => `${local}@${house.tenant.slice(-12)}.example`
const welcome = async (house: TestHouse, name: string): Promise<PersonId> => {
  const email = unique(
    house,
    name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, ''),
  )
  return (await house.work((work) => staff.addPerson(work, { name, email, language: 'fr', roles: ['agent'] }))).id
}
async function shop(house: TestHouse) {
  const ines = await welcome(house, 'Inès')
  const { id: brand } = await house.work((work) => brands.addBrand(work, { name: 'Maison Baron' }))
  const open = (more: Partial<contract.NewEntryPoint> = {}) =>
    house.work((work) =>
      brands.addEntryPoint(work, { brand_id: brand, kind: 'email', name: 'Contact', duty_person_id: ines, ...more }),
    )
  return { ines, brand, open }
}
const dispatcher = (house: TestHouse) => house.open.database.dispatcher

test('mail finds its door whatever the case, the subaddress and the script of its domain; a door of its own comes first', async () => {
  const house = await testHouse()
  const { open } = await shop(house)
  const { id } = await open({ address: unique(house, 'Contact').replace('.example', '.München.EXAMPLE') })
  const { id: sales } = await open({ address: unique(house, 'contact+ventes').replace('.example', '.münchen.example') })
  const at = (local: string) => unique(house, local).replace('.example', '.xn--mnchen-3ya.example').toUpperCase()
  const asked = [
    at('contact'),
    at('contact+facture+12'),
    at('contact+ventes'),
    at('contacts'),
    'no address',
    '"contact+x"@y.example',
  ]
  assert.deepEqual(await brands.entryPointsForAddresses(dispatcher(house), asked), [
    { tenant: house.tenant, entryPoint: id, address: asked[0] },
    { tenant: house.tenant, entryPoint: id, address: asked[1] },
    { tenant: house.tenant, entryPoint: sales, address: asked[2] },
  ])
})

test('an address leads to one door of the whole installation until that door is closed', async () => {
  const [ours, theirs] = [await testHouse(), await testHouse()]
  const [us, them] = [await shop(ours), await shop(theirs)]
  const address = unique(ours, 'bonjour')
  const { id } = await us.open({ address })
  await rejects(them.open({ address: address.toUpperCase() }), 'brands.address_taken')
  await rejects(us.open({ address }), 'brands.address_taken')
  await us.open({ address, kind: 'form' }) // a form may have the name of a mailbox
  await ours.work((work) => brands.closeEntryPoint(work, { id }))
  assert.deepEqual(await brands.entryPointsForAddresses(dispatcher(ours), [address]), [])
  await them.open({ address })
})

test('one door of the installation accepts any address, and it is a mailbox', async () => {
  const [ours, theirs] = [await testHouse(), await testHouse()]
  const [us, them] = [await shop(ours), await shop(theirs)]
  await rejects(us.open({ kind: 'form', accepts_any: true }), 'brands.one_catch_all')
  const { id } = await us.open({ accepts_any: true })
  assert.deepEqual(await brands.catchAll(dispatcher(ours)), { tenant: ours.tenant, entryPoint: id })
  await rejects(them.open({ accepts_any: true }), 'brands.one_catch_all')
  await ours.work((work) => brands.closeEntryPoint(work, { id }))
  assert.equal(await brands.catchAll(dispatcher(ours)), null)
})

test('only who runs the whole house opens the door that accepts any address', async () => {
  const house = await testHouse()
  const { ines, brand } = await shop(house)
  const actor: Actor = {
    kind: 'person',
    id: ines,
    permissions: new Set(['brand.read', 'brand.manage']),
    scope: { teams: null, brands: null },
  }
  const add = house.work(
    (work) =>
      brands.addEntryPoint(work, { brand_id: brand, kind: 'email', name: 'Tout', accepts_any: true, duty_person_id: ines }),
    actor,
  )
  await rejects(add, 'not_allowed')
})

test('a mailbox needs an address that is one, and every door somebody active', async () => {
  const house = await testHouse()
  const { ines, open } = await shop(house)
  await rejects(open(), 'brands.address_needed')
  for (const address of ['contact', '@x.example', 'a b@x.example', 'a@', `${'a'.repeat(65)}@x.example`])
    await rejects(open({ address }), 'brands.address_invalid')
  const paul = await welcome(house, 'Paul')
  await house.work((work) => staff.removePerson(work, { person: paul, successor: ines }))
  await rejects(open({ kind: 'form', duty_person_id: paul }), 'brands.duty_person_gone')
})

test('a door keeps the hours it was given, and is not given hours that were put away or are another tenant’s', async () => {
  const [house, other] = [await testHouse(), await testHouse()]
  const { open } = await shop(house)
  const [hours, foreign] = await Promise.all(
    [house, other].map((each) => each.work((work) => calendars.addCalendar(work, { name: 'Bureau', weekly: [] }))),
  )
  const { id } = await open({ kind: 'form', calendar_id: hours!.id })
  assert.equal((await house.work((work) => brands.entryPoint(work, id)))?.calendar_id, hours!.id)
  await rejects(open({ kind: 'chat', calendar_id: foreign!.id }), 'not_found')
})

test('the dispatcher sees the envelope of a door and not its name', async () => {
  const { database } = (await testHouse()).open
  await assert.rejects(database.dispatcherPool.query('select name from brands.entry_point'), { code: '42501' })
})

test('another tenant finds neither our brand nor our door', async () => {
  const [ours, theirs] = [await testHouse(), await testHouse()]
  const { brand, open } = await shop(ours)
  const { id } = await open({ kind: 'form' })
  const foreign = await theirs.work(async (work) => [await brands.brand(work, brand), await brands.entryPoint(work, id)])
  assert.deepEqual(foreign, [undefined, undefined])
  await rejects(
    theirs.work((work) => brands.dutyPerson(work, id)),
    'not_found',
  )
})

test('the rota says whose door it is; outside it, and when the one on turn has left, the default does', async () => {
  const house = await testHouse('2026-11-20T09:00:00Z') // a Friday, 10:00 in Paris
  const { ines, open } = await shop(house)
  const [paul, lea] = [await welcome(house, 'Paul'), await welcome(house, 'Léa')]
  const { id } = await open({ kind: 'form' })
  const turn = (person: PersonId, when: contract.NewDutyTurn['when']) =>
    house.work((work) => brands.addDutyTurn(work, { entry_point: id, person, when }))
  const onDuty = (at: string) => house.work((work) => brands.dutyPerson(work, id, Temporal.Instant.from(at)))
  await turn(paul, { weekday: 5, starts_minute: 8 * 60, ends_minute: 18 * 60 })
  const once = await turn(lea, { starts_at: '2026-11-20T12:00:00Z', ends_at: '2026-11-20T13:00:00Z' })

  assert.deepEqual(await onDuty('2026-11-20T09:00:00Z'), { person: paul, because: 'rota' })
  assert.deepEqual(await onDuty('2026-11-20T12:30:00Z'), { person: lea, because: 'rota' })
  assert.deepEqual(await onDuty('2026-11-20T17:00:00Z'), { person: ines, because: 'default' })
  assert.equal((await house.work((work) => listDuty(work, { entry_point: id, limit: 10 }))).items.length, 2)
  await house.work((work) => dropDutyTurn(work, { entry_point: id, id: once.id }))
  assert.deepEqual(await onDuty('2026-11-20T12:30:00Z'), { person: paul, because: 'rota' })
})

test('who leaves hands the door and the coming turns to the successor; until that is heard the successor answers all the same', async () => {
  const house = await testHouse()
  const { ines, open } = await shop(house)
  const paul = await welcome(house, 'Paul')
  const { id } = await open({ kind: 'form' })
  await house.work((work) =>
    brands.addDutyTurn(work, { entry_point: id, person: ines, when: { weekday: 5, starts_minute: 0, ends_minute: 1440 } }),
  )
  await house.work((work) => staff.removePerson(work, { person: ines, successor: paul }))
  assert.deepEqual(await house.work((work) => brands.dutyPerson(work, id)), { person: paul, because: 'default' })

  const tail = await startTail(house.open, brands.readers)
  await tail.settled()
  await tail.stop()
  assert.deepEqual(await house.work((work) => brands.dutyPerson(work, id)), { person: paul, because: 'rota' })
  assert.equal((await house.work((work) => brands.entryPoint(work, id)))?.duty_person_id, paul)
})

test('a weekly turn past midnight lasts into the next day, and Sunday night into Monday', () => {
  const night: Turn = { id: '1', person: 'p' as PersonId, when: { weekday: 7, starts_minute: 22 * 60, ends_minute: 30 * 60 } } // as: a test's id
  const at = (time: string) =>
    turnsAt([night], Temporal.ZonedDateTime.from(`${time}[Europe/Paris]`).toInstant(), 'Europe/Paris').length
  assert.deepEqual(['2026-11-22T21:59', '2026-11-22T22:00', '2026-11-23T05:59', '2026-11-23T06:00'].map(at), [0, 1, 1, 0])
})

test('a brand is not closed while a door of it is open', async () => {
  const house = await testHouse()
  const { brand, open } = await shop(house)
  const { id } = await open({ kind: 'form' })
  await rejects(
    house.work((work) => closeBrand(work, { id: brand })),
    'brands.doors_open',
  )
  await house.work((work) => brands.closeEntryPoint(work, { id }))
  await house.work((work) => closeBrand(work, { id: brand }))
  await rejects(open({ kind: 'form' }), 'not_found')
})

test('of two edits of one version the second gets both values back', async () => {
  const house = await testHouse()
  const { brand, open } = await shop(house)
  const { id } = await open({ kind: 'form' })
  await house.work((work) => brands.editEntryPoint(work, { id, version: 1, name: 'Accueil' }))
  await rejects(
    house.work((work) => brands.editEntryPoint(work, { id, version: 1, name: 'Bonjour' })),
    'stale',
  )
  await house.work((work) => brands.editBrand(work, { id: brand, version: 1, colour: '#aa0000' }))
  await rejects(
    house.work((work) => brands.editBrand(work, { id: brand, version: 1, colour: '#bb0000' })),
    'stale',
  )
  await rejects(
    house.work((work) => brands.addBrand(work, { name: 'MAISON baron' })),
    'brands.name_taken',
  )
})

test('who manages one brand sees its doors and not another’s', async () => {
  const house = await testHouse()
  const { ines, brand, open } = await shop(house)
  const { id: other } = await house.work((work) => brands.addBrand(work, { name: 'Autre' }))
  await open({ kind: 'form' })
  await open({ kind: 'chat', brand_id: other })
  const actor: Actor = {
    kind: 'person',
    id: ines,
    permissions: new Set(['brand.read', 'brand.manage']),
    scope: { teams: null, brands: [brand] },
  }
  const { items } = contract.listEntryPoints.output.parse(
    await house.work((work) => brands.listEntryPoints(work, { limit: 10 }), actor),
  )
  assert.deepEqual(
    items.map(({ kind }) => kind),
    ['form'],
  )
  assert.deepEqual(
    (await house.work((work) => brands.listBrands(work, { limit: 10 }), actor)).items.map(({ id }) => id),
    [brand],
  )
  await rejects(
    house.work((work) => brands.editBrand(work, { id: other, version: 1, name: 'X' }), actor),
    'not_found',
  )
  await rejects(
    house.work((work) => brands.addBrand(work, { name: 'Une de plus' }), actor),
    'not_allowed',
  )
})
