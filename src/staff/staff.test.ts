import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permissionNames } from '#access/contract'
import { testHouse } from '#base/test-database'
import type { Work } from '#base/work'
import * as contract from './contract.ts'
import { addPerson } from './add-person.ts'
import { editPerson } from './edit-person.ts'
import { listPeople } from './list-people.ts'
import { seen } from './seen.ts'
import { listPresence } from './list-presence.ts'
import { arrive, dismissQuietOnes, find, heardOf } from './index.ts'
import { setOwnPresence, setPresence } from './set-presence.ts'
import { addSkill, listPersonSkills, listSkills, setSkill } from './skills.ts'
import { addTeam, closeTeam, editTeam, joinTeam, listTeams } from './teams.ts'
import { person, rejects, welcome } from './test-people.ts'

test('whoever is welcomed is found, active, with an account to sign in', async () => {
  const house = await testHouse()
  const [ines] = await welcome(house, 'Inès')
  const facts = (await house.work((work) => find(work, [ines!]))).get(ines!)
  assert.deepEqual({ ...facts, email: '' }, {
    id: ines, name: 'Inès', title: '', email: '', language: 'fr', photo: null, active: true, absent_until: null, deputy: null,
  }) // prettier-ignore
  assert.deepEqual(await house.heard(contract.personJoined), [{ person: ines, name: 'Inès' }])
})

test('two active people do not share an address', async () => {
  const house = await testHouse()
  const add = (email: string) => house.work((work) => addPerson(work, { name: 'A', email, language: 'fr', roles: ['agent'] }))
  const email = `ana.${house.tenant.slice(-12)}@example.org`
  await add(email)
  await rejects(add(email.toUpperCase()), 'staff.email_taken')
})

test('another tenant does not see our people', async () => {
  const [ours, theirs] = [await testHouse(), await testHouse()]
  const [ines] = await welcome(ours, 'Inès')
  assert.equal((await theirs.work((work) => find(work, [ines!]))).size, 0)
  await rejects(
    theirs.work((work) => editPerson(work, { person: ines!, version: 1, name: 'Mine' })),
    'not_found',
  )
})

test('of two edits of the same version one is told what the other wrote', async () => {
  const house = await testHouse()
  const [ines] = await welcome(house, 'Inès')
  const edit = (title: string) => (work: Work) => editPerson(work, { person: ines!, version: 1, title })
  assert.deepEqual(await house.work(edit('Conseillère')), { version: 2 })
  await assert.rejects(
    house.work(edit('Experte')),
    (error: { details: { current: { title: string }; current_version: number } }) => {
      assert.deepEqual([error.details.current.title, error.details.current_version], ['Conseillère', 2])
      return true
    },
  )
})

test('presence: since when is kept, a repetition is not news, and only people have one', async () => {
  const house = await testHouse()
  const [ines] = await welcome(house, 'Inès')
  const me = person(ines!, ['presence.set', 'staff.read'])
  const since = String(house.clock.now())
  for (let i = 0; i < 2; i++) {
    await house.work((work) => setOwnPresence(work, { state: 'available' }), me)
    house.clock.advance({ minutes: 10 })
  }
  await house.work((work) => seen(work, ines!))
  const { items } = await house.work((work) => listPresence(work, { limit: 10 }), me)
  assert.deepEqual(items, [{ person_id: ines, state: 'available', since, last_seen_at: String(house.clock.now()) }])
  assert.deepEqual(await house.heard(contract.presenceChanged), [{ person: ines, state: 'available', since }])
  await rejects(
    house.work((work) => setOwnPresence(work, { state: 'away' })),
    'staff.only_people',
  )
})

test('people are listed as a person would sort them, page by page, each once', async () => {
  const house = await testHouse()
  await welcome(house, 'Zoé', 'Émile', 'Eve', 'Adam', 'eva')
  const names: string[] = []
  let cursor: string | undefined
  do {
    const page = await house.work((work) => listPeople(work, { limit: 2, cursor, gone: false }))
    names.push(...page.items.map(({ name }) => name))
    cursor = page.next ?? undefined
  } while (cursor)
  assert.deepEqual(names, ['Adam', 'Émile', 'eva', 'Eve', 'Zoé'])
  contract.listStaff.output.parse(await house.work((work) => listPeople(work, { limit: 2, gone: true })))
})

test('teams: renamed by version, closed with their memberships, names not taken twice', async () => {
  const house = await testHouse()
  const [ines] = await welcome(house, 'Inès')
  const { id } = await house.work((work) => addTeam(work, { name: 'Nord', manager_id: ines! }))
  await rejects(
    house.work((work) => addTeam(work, { name: 'NORD', manager_id: ines! })),
    'staff.name_taken',
  )
  await house.work((work) => joinTeam(work, { team: id, person: ines! }))
  await house.work((work) => editTeam(work, { id, version: 1, name: 'Sud' }))
  const page = await house.work((work) => listTeams(work, { limit: 10 }))
  assert.deepEqual(page.items, [{ id, name: 'Sud', members: 1, version: 2, manager: { id: ines, name: 'Inès' } }])
  await house.work((work) => closeTeam(work, { id }))
  assert.deepEqual((await house.work((work) => listPeople(work, { limit: 10, gone: false }))).items[0]?.teams, [])
})

test('a skill has a level from 1 to 5, and 0 takes it away', async () => {
  const house = await testHouse()
  const [ines] = await welcome(house, 'Inès')
  const { id: skill } = await house.work((work) => addSkill(work, { name: 'Italien' }))
  await house.work((work) => setSkill(work, { person: ines!, skill, level: 4 }))
  const held = () => house.work((work) => listPersonSkills(work, { person: ines!, limit: 10 }))
  assert.deepEqual((await held()).items, [{ person_id: ines, skill_id: skill, name: 'Italien', level: 4 }])
  assert.deepEqual((await house.work((work) => listSkills(work, { limit: 10 }))).items, [
    { id: skill, name: 'Italien', people: 1 },
  ])
  await house.work((work) => setSkill(work, { person: ines!, skill, level: 0 }))
  assert.deepEqual((await held()).items, [])
})

test('nobody gives a role beyond their own rights when welcoming somebody', async () => {
  const house = await testHouse()
  const [ines] = await welcome(house, 'Inès')
  const manager = person(
    ines!,
    permissionNames.filter((name) => name !== 'tenant.manage'),
  )
  const add = house.work(
    (work) => addPerson(work, { name: 'B', email: `b.${house.tenant}@example.org`, language: 'fr', roles: ['director'] }),
    manager,
  )
  await rejects(add, 'account.beyond_own_rights')
})

test('whoever opens a desk is there, and whoever is not heard of goes offline, in whatever state they were', async () => {
  const house = await testHouse()
  const anna = await house.work((work) =>
    addPerson(work, { name: 'Anna', email: 'anna@quiet.example', language: 'fr', roles: ['agent'] }),
  )
  const state = async () =>
    (await house.work((work) => listPresence(work, { limit: 10 }))).items.find((each) => each.person_id === anna.id)?.state
  await house.work((work) => arrive(work, anna.id))
  assert.equal(await state(), 'available')
  await house.work((work) => setPresence(work, { person: anna.id, state: 'busy' }))
  await house.work((work) => arrive(work, anna.id))
  assert.equal(await state(), 'busy', 'what somebody chose is left alone')
  house.clock.advance({ minutes: 1 })
  await house.work((work) => heardOf(work, [anna.id]))
  house.clock.advance({ minutes: 1 })
  await house.work((work) => dismissQuietOnes(work, work.now.subtract({ seconds: 90 })))
  assert.equal(await state(), 'busy')
  house.clock.advance({ minutes: 2 })
  await house.work((work) => dismissQuietOnes(work, work.now.subtract({ seconds: 90 })))
  assert.equal(await state(), 'offline')
})
