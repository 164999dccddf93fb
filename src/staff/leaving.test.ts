import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#base/test-database'
import * as contract from './contract.ts'
import { editPerson } from './edit-person.ts'
import { removePerson } from './remove-person.ts'
import { find, standIn } from './index.ts'
import { addTeam, listTeams } from './teams.ts'
import { rejects, welcome } from './test-people.ts'

test('who left is succeeded, also by the successor of the successor', async () => {
  const house = await testHouse()
  const [ines, paul, lea] = await welcome(house, 'Inès', 'Paul', 'Léa')
  await house.work((work) => removePerson(work, { person: ines!, successor: paul! }))
  await house.work((work) => removePerson(work, { person: paul!, successor: lea! }))
  assert.deepEqual(await house.work((work) => standIn(work, ines!)), { person: lea, because: 'absent', chain: [ines, paul, lea] })
  assert.deepEqual(await house.heard(contract.personLeft), [
    { person: ines, successor: paul },
    { person: paul, successor: lea },
  ])
})

test('nobody leaves to themselves, to somebody gone or to a stranger', async () => {
  const house = await testHouse()
  const [ines, paul, lea] = await welcome(house, 'Inès', 'Paul', 'Léa')
  await rejects(
    house.work((work) => removePerson(work, { person: ines!, successor: ines! })),
    'staff.successor_needed',
  )
  await house.work((work) => removePerson(work, { person: paul!, successor: lea! }))
  await rejects(
    house.work((work) => removePerson(work, { person: ines!, successor: paul! })),
    'staff.successor_needed',
  )
  await rejects(
    house.work((work) => removePerson(work, { person: paul!, successor: lea! })),
    'not_found',
  )
})

test('two who leave to each other at the same time: one stays', async () => {
  const house = await testHouse()
  const [ines, paul] = await welcome(house, 'Inès', 'Paul')
  const both = await Promise.allSettled([
    house.work((work) => removePerson(work, { person: ines!, successor: paul! })),
    house.work((work) => removePerson(work, { person: paul!, successor: ines! })),
  ])
  assert.deepEqual(both.map((each) => each.status).toSorted(), ['fulfilled', 'rejected'])
})

test('a successor takes over as manager and as deputy, but never becomes their own', async () => {
  const house = await testHouse()
  const [ines, paul, lea] = await welcome(house, 'Inès', 'Paul', 'Léa')
  await house.work((work) => addTeam(work, { name: 'Nord', manager_id: ines! }))
  await house.work((work) => editPerson(work, { person: paul!, version: 1, deputy_id: ines! }))
  await house.work((work) => editPerson(work, { person: lea!, version: 1, deputy_id: ines! }))
  await house.work((work) => removePerson(work, { person: ines!, successor: paul! }))
  const { items } = await house.work((work) => listTeams(work, { limit: 10 }))
  assert.deepEqual(
    items.map(({ manager }) => manager.name),
    ['Paul'],
  )
  const found = await house.work((work) => find(work, [paul!, lea!]))
  assert.deepEqual([found.get(paul!)?.deputy, found.get(lea!)?.deputy], [null, paul])
})
