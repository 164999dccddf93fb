import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#base/contract'
import { testHouse } from '#base/test-database'
import { editPerson } from './edit-person.ts'
import { editAbsence } from './edit-absence.ts'
import { listAbsences } from './list-absences.ts'
import { planAbsence } from './plan-absence.ts'
import { addTeam, joinTeam } from './teams.ts'
import { away, person, rejects, welcome } from './test-people.ts'

test('two absences of one person never overlap, even when both are planned at once', async () => {
  const house = await testHouse()
  const [ines, paul] = await welcome(house, 'Inès', 'Paul')
  const both = await Promise.allSettled([1, 2].map(() => house.work((work) => planAbsence(work, away(ines!)))))
  assert.deepEqual(both.map((each) => each.status).toSorted(), ['fulfilled', 'rejected'])
  await rejects(
    house.work((work) => planAbsence(work, away(ines!, null, ['2026-11-29T00:00:00Z', '2026-12-02T00:00:00Z']))),
    'staff.absences_overlap',
  )
  await house.work((work) => planAbsence(work, away(ines!, null, ['2026-11-30T00:00:00Z', '2026-12-02T00:00:00Z']))) // one begins when the other ends
  await house.work((work) => planAbsence(work, away(paul!)))
})

test('nobody stands in for themselves, and an absence ends after it begins', async () => {
  const house = await testHouse()
  const [ines, paul] = await welcome(house, 'Inès', 'Paul')
  await rejects(
    house.work((work) => planAbsence(work, away(ines!, ines))),
    'staff.own_deputy',
  )
  await rejects(
    house.work((work) => editPerson(work, { person: ines!, version: 1, deputy_id: ines! })),
    'staff.own_deputy',
  )
  await rejects(
    house.work((work) => planAbsence(work, away(ines!, null, ['2026-11-30T00:00:00Z', '2026-11-30T00:00:00Z']))),
    'staff.absence_backwards',
  )
  const { id } = await house.work((work) => planAbsence(work, away(ines!)))
  await rejects(
    house.work((work) => editAbsence(work, { id, version: 1, deputy_id: ines! })),
    'staff.own_deputy',
  )
  assert.deepEqual(await house.work((work) => editAbsence(work, { id, version: 1, deputy_id: paul! })), { version: 2 })
  await rejects(
    house.work((work) => editAbsence(work, { id, version: 1, reason: 'sickness' })),
    'stale',
  )
})

test('why somebody is away is told to them and to who manages them, and to nobody else', async () => {
  const house = await testHouse()
  const [ines, paul] = await welcome(house, 'Inès', 'Paul')
  await house.work((work) => planAbsence(work, away(ines!)))
  const reasons = async (actor: Actor) =>
    (await house.work((work) => listAbsences(work, { limit: 10 }), actor)).items.map(({ reason }) => reason)
  assert.deepEqual(await reasons(person(ines!, ['staff.read'])), ['leave'])
  assert.deepEqual(await reasons(person(paul!, ['staff.read'])), [null])
  assert.deepEqual(await reasons(person(paul!, ['staff.read', 'staff.manage'])), ['leave'])
})

test('an agent plans their own absence and not another’s; a team’s manager plans those of the team', async () => {
  const house = await testHouse()
  const [ines, paul, lea] = await welcome(house, 'Inès', 'Paul', 'Léa')
  const team = await house.work((work) => addTeam(work, { name: 'Nord', manager_id: lea! }))
  await house.work((work) => joinTeam(work, { team: team.id, person: ines! }))
  const manager = person(lea!, ['absence.approve'], [team.id])
  await house.work((work) => planAbsence(work, away(paul!)), person(paul!))
  await rejects(
    house.work((work) => planAbsence(work, away(ines!)), person(paul!)),
    'not_allowed',
  )
  await rejects(
    house.work((work) => planAbsence(work, away(paul!)), manager),
    'not_allowed',
  )
  await house.work((work) => planAbsence(work, away(ines!)), manager)
})
