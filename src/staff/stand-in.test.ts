import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#base/test-database'
import { editPerson } from './edit-person.ts'
import { cancelAbsence } from './cancel-absence.ts'
import { planAbsence } from './plan-absence.ts'
import { deputyFor, standIn } from './index.ts'
import { setPresence } from './set-presence.ts'
import { addTeam, joinTeam } from './teams.ts'
import { away, welcome } from './test-people.ts'

test('who is present stands in for nobody else', async () => {
  const house = await testHouse()
  const [ines] = await welcome(house, 'Inès')
  assert.deepEqual(await house.work((work) => standIn(work, ines!)), { person: ines, because: 'present', chain: [ines] })
})

test('the deputy of an absence comes before the standing deputy, and the standing deputy before the manager', async () => {
  const house = await testHouse()
  const [ines, paul, lea, max] = await welcome(house, 'Inès', 'Paul', 'Léa', 'Max')
  const team = await house.work((work) => addTeam(work, { name: 'Nord', manager_id: max! }))
  await house.work((work) => joinTeam(work, { team: team.id, person: ines! }))
  const instead = async () => (await house.work((work) => standIn(work, ines!)))?.chain

  const { id } = await house.work((work) => planAbsence(work, away(ines!, paul)))
  await house.work((work) => editPerson(work, { person: ines!, version: 1, deputy_id: lea! }))
  assert.deepEqual(await instead(), [ines, paul])
  await house.work((work) => planAbsence(work, away(paul!)))
  assert.deepEqual(await instead(), [ines, lea])
  await house.work((work) => planAbsence(work, away(lea!)))
  assert.deepEqual(await instead(), [ines, max])
  await house.work((work) => cancelAbsence(work, { id }))
  assert.deepEqual(await instead(), [ines])
})

test('the deputy of a deputy is asked before the manager', async () => {
  const house = await testHouse()
  const [ines, paul, lea] = await welcome(house, 'Inès', 'Paul', 'Léa')
  await house.work((work) => planAbsence(work, away(ines!, paul)))
  await house.work((work) => planAbsence(work, away(paul!, lea)))
  assert.deepEqual(await house.work((work) => standIn(work, ines!)), { person: lea, because: 'absent', chain: [ines, paul, lea] })
})

test('deputies in a circle, all absent, end with nobody', async () => {
  const house = await testHouse()
  const [ines, paul] = await welcome(house, 'Inès', 'Paul')
  await house.work((work) => planAbsence(work, away(ines!, paul)))
  await house.work((work) => planAbsence(work, away(paul!, ines)))
  assert.equal(await house.work((work) => standIn(work, ines!)), null)
  assert.equal(
    (await house.work((work) => standIn(work, ines!, Temporal.Instant.from('2026-12-01T00:00:00Z'))))?.because,
    'present',
  )
})

test('beside an owner stands the standing deputy, else the manager, else a colleague who is here, else anybody; alone, nobody', async () => {
  const house = await testHouse()
  const [ines] = await welcome(house, 'Inès')
  const beside = () => house.work((work) => deputyFor(work, ines!))
  assert.equal(await beside(), null)
  const [paul, lea, max, zoe] = await welcome(house, 'Paul', 'Léa', 'Max', 'Zoé')
  assert.equal(await beside(), paul)
  await house.work((work) => setPresence(work, { person: lea!, state: 'available' }))
  assert.equal(await beside(), lea)
  const team = await house.work((work) => addTeam(work, { name: 'Nord', manager_id: max! }))
  for (const member of [ines!, zoe!]) await house.work((work) => joinTeam(work, { team: team.id, person: member }))
  assert.equal(await beside(), max)
  await house.work((work) => planAbsence(work, away(max!)))
  assert.equal(await beside(), zoe)
  await house.work((work) => editPerson(work, { person: ines!, version: 1, deputy_id: paul! }))
  assert.equal(await beside(), paul)
})
