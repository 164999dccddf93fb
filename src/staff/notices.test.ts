import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#base/id'
import { testHouse } from '#base/test-database'
import { addPerson } from './add-person.ts'
import * as contract from './contract.ts'
import { countNotices, forgetOldNotices, listNotices, noticesById, seeNotice, seeNotices } from './notices.ts'
import { removePerson } from './remove-person.ts'
import { tell } from './tell.ts'
import { person, rejects, welcome } from './test-people.ts'

const words = (key: string, path = '/cases/1') => ({
  kind: 'test.reminder', fr: 'Une remise attend votre réponse.', en: 'A hand-over awaits your answer.', path, key,
}) // prettier-ignore

test('told twice is told once, also by two at the same time; told with another key is told again', async () => {
  const house = await testHouse()
  const [ines, paul] = await welcome(house, 'Inès', 'Paul')
  const twice = await Promise.all(
    [1, 2].map(() => house.work((work) => tell(work, { to: [ines!, paul!, ines!], ...words('a') }))),
  )
  assert.equal(twice.flat().length, 2)
  await house.work((work) => tell(work, { to: [ines!], ...words('b'), urgent: true }))
  assert.deepEqual(await house.work((work) => countNotices(work), person(ines!)), { unseen: 2, urgent: 1 })
  assert.equal((await house.heard(contract.told)).filter((each) => each.person === ines).length, 2)
})

test('what somebody was told is theirs alone: nobody else reads it or sees it away', async () => {
  const house = await testHouse()
  const [ines, paul] = await welcome(house, 'Inès', 'Paul')
  const [told] = await house.work((work) => tell(work, { to: [ines!], ...words('a') }))
  const { notice } = told!
  assert.deepEqual((await house.work((work) => listNotices(work, { limit: 10 }), person(paul!))).items, [])
  assert.deepEqual(await house.work((work) => seeNotice(work, { id: notice }), person(paul!)), { seen: 0 })
  assert.equal((await house.work((work) => noticesById(work, [notice])))[0]?.seen_at, null)
  await rejects(
    house.work((work) => countNotices(work)),
    'staff.notices_of_people',
  )
})

test('opening what it is about is seeing it; the rest stays unseen', async () => {
  const house = await testHouse()
  const [ines] = await welcome(house, 'Inès')
  await house.work((work) => tell(work, { to: [ines!], ...words('a', '/cases/1?tab=x') }))
  await house.work((work) => tell(work, { to: [ines!], ...words('b', '/cases/12') }))
  const me = person(ines!)
  assert.deepEqual(await house.work((work) => seeNotices(work, { path: '/cases/1' }), me), { seen: 1 })
  const unseen = await house.work((work) => listNotices(work, { limit: 10, only: 'unseen' }), me)
  assert.deepEqual(
    unseen.items.map(({ path }) => path),
    ['/cases/12'],
  )
  assert.deepEqual(await house.work((work) => seeNotices(work, {}), me), { seen: 1 })
  assert.deepEqual(await house.work((work) => seeNotices(work, {}), me), { seen: 0 })
})

test('whoever left is told nothing, and a sentence is never longer than can be read', async () => {
  const house = await testHouse()
  const [ines, paul] = await welcome(house, 'Inès', 'Paul')
  await house.work((work) => removePerson(work, { person: ines!, successor: paul! }))
  const told = await house.work((work) => tell(work, { to: [ines!, paul!], ...words('a'), fr: '😀'.repeat(700) }))
  assert.deepEqual(
    told.map((each) => each.person),
    [paul],
  )
})

test('pages follow one another without repeating, and what is old is swept', async () => {
  const house = await testHouse()
  const [ines] = await welcome(house, 'Inès')
  for (const key of ['a', 'b', 'c']) await house.work((work) => tell(work, { to: [ines!], ...words(key, `/${key}`) }))
  const me = person(ines!)
  const first = await house.work((work) => listNotices(work, { limit: 2 }), me)
  const second = await house.work((work) => listNotices(work, { limit: 2, cursor: first.next! }), me)
  assert.deepEqual(
    [...first.items, ...second.items].map(({ path }) => path),
    ['/c', '/b', '/a'],
  )
  await house.work((work) => seeNotices(work, { path: '/a' }), me)
  house.clock.advance({ hours: 31 * 24 })
  assert.equal(await house.work((work) => forgetOldNotices(work, 500)), 1)
  house.clock.advance({ hours: 150 * 24 })
  assert.equal(await house.work((work) => forgetOldNotices(work, 500)), 2)
})

test('who may not read the cases of a brand is not told of them either, by whatever rule they were named', async () => {
  const house = await testHouse()
  const [ines] = await welcome(house, 'Inès')
  const brand = newId(house.clock.now())
  const email = `nord.${house.tenant.slice(-12)}@example.org`
  const grants = [{ role: 'agent' as const, teams: null, brands: [newId(house.clock.now())] }]
  const elsewhere = await house.work((work) => addPerson(work, { name: 'Paul', email, language: 'fr', roles: grants }))
  const told = await house.work((work) => tell(work, { to: [ines!, elsewhere.id], ...words('a'), brand }))
  assert.deepEqual(
    told.map((each) => each.person),
    [ines],
  )
})
