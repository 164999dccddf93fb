import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#base/test-database'
import { editPerson } from './edit-person.ts'
import { pass, restingOn } from './resting.ts'
import { planAbsence } from './plan-absence.ts'
import { removePerson } from './remove-person.ts'
import { letLeave } from './store/person.ts'
import { addTeam, editTeam } from './teams.ts'
import { away, welcome } from './test-people.ts'

test('what rests on somebody is told, and passed kind by kind', async () => {
  const house = await testHouse()
  const [ines, paul, lea] = await welcome(house, 'Inès', 'Paul', 'Léa')
  await house.work((work) => addTeam(work, { name: 'Nord', manager_id: ines! }))
  await house.work((work) => editPerson(work, { person: paul!, version: 1, deputy_id: ines! }))
  await house.work((work) => planAbsence(work, away(lea!, ines)))
  const rests = async () => (await house.work((work) => restingOn(work, ines!))).map(({ kind, count }) => [kind, count])
  assert.deepEqual(await rests(), [
    ['team', 1],
    ['deputy', 1],
    ['absence_deputy', 1],
  ])
  await house.work((work) => pass(work, { from: ines!, to: lea!, kind: 'deputy' }))
  assert.deepEqual(await rests(), [
    ['team', 1],
    ['absence_deputy', 1],
  ])
  await house.work((work) => pass(work, { from: ines!, to: paul! }))
  assert.deepEqual(await rests(), [])
})

test('the database lets nobody leave on whom something rests, whoever asks it to', async () => {
  const house = await testHouse()
  const [ines, paul, lea] = await welcome(house, 'Inès', 'Paul', 'Léa')
  const leave = () => house.work((work) => letLeave(work, { person: ines!, successor: paul! }))
  const refused = { constraint: 'nobody_leaves_others_alone' }
  const team = await house.work((work) => addTeam(work, { name: 'Nord', manager_id: ines! }))
  await assert.rejects(leave(), refused)
  await house.work((work) => editTeam(work, { id: team.id, version: 1, manager_id: lea! }))
  const { version } = await house.work((work) => editPerson(work, { person: paul!, version: 1, deputy_id: ines! }))
  await assert.rejects(leave(), refused)
  await house.work((work) => editPerson(work, { person: paul!, version, deputy_id: null }))
  await house.work((work) => planAbsence(work, away(lea!, ines)))
  await assert.rejects(leave(), refused)
  await house.work((work) => removePerson(work, { person: ines!, successor: paul! })) // which passes it all on first
})

test('naming somebody a deputy and their leaving at the same time never leaves anybody with one who is gone', async () => {
  const house = await testHouse()
  const [ines, paul, lea] = await welcome(house, 'Inès', 'Paul', 'Léa')
  await Promise.allSettled([
    house.work((work) => removePerson(work, { person: ines!, successor: paul! })),
    house.work((work) => editPerson(work, { person: lea!, version: 1, deputy_id: ines! })),
    house.work((work) => addTeam(work, { name: 'Nord', manager_id: ines! })),
  ])
  const left = (await house.work((work) => restingOn(work, ines!))).length
  const gone = await house.work(
    (work) => work.sql.run`select from staff.person where tenant_id = ${work.tenant} and id = ${ines!} and left_at is not null`,
  )
  assert.ok(gone === 0 || left === 0)
})
