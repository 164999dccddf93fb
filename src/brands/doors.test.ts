import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import { testHouse, type TestHouse } from '#base/test-database'
import * as brands from './index.ts'

async function centre(house: TestHouse) {
  return await house.work(async (work) => {
    const { id: person } = await staff.addPerson(work, {
      name: 'Inès Baron',
      email: 'ines@exemple.fr',
      language: 'fr',
      roles: ['agent'],
    })
    const { id: brand } = await brands.addBrand(work, { name: 'Maison Baron' })
    return { person, brand }
  })
}

test('mail for a subaddress reaches the door of its base address', async () => {
  const house = await testHouse()
  const { person, brand } = await centre(house)
  const address = `contact@${house.tenant.slice(-12)}.example`
  const { id } = await house.work((work) =>
    brands.addEntryPoint(work, {
      brand_id: brand,
      kind: 'email',
      name: 'Contact',
      address: address.toUpperCase(),
      duty_person_id: person,
    }),
  )
  const asked = [address.replace('@', '+facture@'), 'nobody@elsewhere.example']
  assert.deepEqual(await brands.entryPointsForAddresses(house.open.database.dispatcher, asked), [
    { tenant: house.tenant, entryPoint: id, address: asked[0] },
  ])
  assert.deepEqual(await house.work((work) => brands.dutyPerson(work, id)), { person, because: 'default' })
})
