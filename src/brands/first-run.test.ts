import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as access from '#access'
import { permissionNames, roles } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { testHouse, type TestHouse } from '#base/test-database'
import * as staff from '#staff'
import { addBrand } from './add-brand.ts'
import { addEntryPoint } from './add-entry-point.ts'
import { answerFirstRun, firstRun } from './first-run.ts'
import { closeEntryPoint } from './close-entry-point.ts'
import { findNamelessDoor } from './store/entry-point.ts'
import { listBrands, listEntryPoints } from './list.ts'

const holding = (id: PersonId, permissions: ReadonlySet<string>): Actor => ({
  kind: 'person', id, permissions, scope: { teams: null, brands: null },
}) // prettier-ignore

// One door of the whole installation may take any address, so each test gives it back.
async function freshHouse(body: (house: TestHouse, director: Actor & { kind: 'person' }) => Promise<void>): Promise<void> {
  const house = await testHouse()
  const email = `direction.${house.tenant.slice(-12)}@example.org`
  const { id } = await house.work((work) =>
    staff.addPerson(work, { name: 'Direction', email, language: 'fr', roles: ['director'] }),
  )
  const brand = await house.work((work) => addBrand(work, { name: 'Guichet' }))
  const door = await house.work((work) =>
    addEntryPoint(work, { brand_id: brand.id, kind: 'email', name: 'Courrier', accepts_any: true, duty_person_id: id }),
  )
  try {
    await body(house, holding(id, new Set(permissionNames)) as Actor & { kind: 'person' }) // made as a person a line above
  } finally {
    await house.work((work) => closeEntryPoint(work, { id: door.id }))
  }
}

const answers = (house: TestHouse) => ({
  person: 'Jeanne Morel', email: `jeanne.${house.tenant.slice(-12)}@example.org`, centre: 'Maison Morel', colour: '#a64b0b', language: 'fr' as const,
  address: `Contact@${house.tenant.slice(-12)}.example`,
}) // prettier-ignore

test('three answers name the house, its first person, its brand and its door at once', async () => {
  await freshHouse(async (house, director) => {
    assert.deepEqual(await house.work((work) => firstRun(work), director), { needed: true })
    await house.work((work) => answerFirstRun(work, answers(house)), director)
    assert.deepEqual(await house.work((work) => firstRun(work), director), { needed: false })
    const facts = (await house.work((work) => staff.find(work, [director.id]))).get(director.id)
    assert.equal(facts?.name, 'Jeanne Morel')
    assert.equal(facts?.email, answers(house).email)
    const account = await house.work((work) => access.personToLetIn(work, answers(house).email))
    assert.equal(account, director.id, 'the new address is the one to sign in with')
    const [brand] = (await house.work((work) => listBrands(work, { limit: 10 }))).items
    assert.deepEqual([brand?.name, brand?.colour], ['Maison Morel', '#a64b0b'])
    const [door] = (await house.work((work) => listEntryPoints(work, { limit: 10 }))).items
    assert.deepEqual([door?.address, door?.accepts_any], [answers(house).address.toLowerCase(), true])
  })
})

test('a wrong address leaves everything as it was', async () => {
  await freshHouse(async (house, director) => {
    const wrong = house.work((work) => answerFirstRun(work, { ...answers(house), address: 'not an address' }), director)
    await assert.rejects(wrong, /brands.address_invalid/)
    assert.ok(await house.work((work) => findNamelessDoor(work)))
    assert.equal((await house.work((work) => staff.find(work, [director.id]))).get(director.id)?.name, 'Direction')
  })
})

test('an agent is not asked, and may not answer', async () => {
  await freshHouse(async (house, director) => {
    const agent = holding(director.id, roles.agent.permissions)
    assert.deepEqual(await house.work((work) => firstRun(work), agent), { needed: false })
    await assert.rejects(
      house.work((work) => answerFirstRun(work, answers(house)), agent),
      /not_allowed/,
    )
  })
})

test('the questions are answered once', async () => {
  await freshHouse(async (house, director) => {
    await house.work((work) => answerFirstRun(work, answers(house)), director)
    await assert.rejects(
      house.work((work) => answerFirstRun(work, answers(house)), director),
      /not_found/,
    )
  })
})
