import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permissionNames } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { testHouse, type TestHouse } from '#base/test-database'
import type { Work } from '#base/work'
import * as contract from './contract.ts'
import { deputyFor, find, standIn } from './index.ts'
import { addPerson } from './add-person.ts'
import { editPerson } from './edit-person.ts'
import { removePerson } from './remove-person.ts'
import { cancelAbsence } from './cancel-absence.ts'
import { editAbsence } from './edit-absence.ts'
import { listAbsences } from './list-absences.ts'
import { listPeople } from './list-people.ts'
import { planAbsence } from './plan-absence.ts'
import { seen } from './seen.ts'
import { setOwnPresence, setPresence } from './set-presence.ts'
import { listPresence } from './list-presence.ts'
import { addSkill, listPersonSkills, listSkills, setSkill } from './skills.ts'
import { addTeam, closeTeam, editTeam, joinTeam, listTeams } from './teams.ts'

const rejects = (work: Promise<unknown>, code: string): Promise<void> => assert.rejects(work, { message: new RegExp(`^${code}: `) })

async function welcome(house: TestHouse, ...names: string[]): Promise<PersonId[]> {
  const people: PersonId[] = []
  for (const name of names) {
    const email = `${name.toLowerCase()}.${house.tenant.slice(-12)}@example.org` // an address opens one account of the installation
    const { id } = await house.work((work) => addPerson(work, { name, email, language: 'fr', roles: ['agent'] }))
    people.push(id)
    house.clock.advance({ seconds: 1 })
  }
  return people
}
const away = (
  person: PersonId,
  deputy_id: PersonId | null = null,
  [from, to] = ['2026-11-20T00:00:00Z', '2026-11-30T00:00:00Z'],
) => ({ person_id: person, starts_at: from!, ends_at: to!, reason: 'leave', deputy_id }) as const
const person = (id: PersonId, permissions: string[] = [], teams: string[] | null = null): Actor => ({
  kind: 'person', id, permissions: new Set(permissions), scope: { teams, brands: null },
}) // prettier-ignore

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
  const manager = person(lea!, ['staff.manage'], [team.id])
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
