import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addPerson, addTeam, joinTeam, planAbsence, removePerson } from '#staff'
import { testHouse, type TestHouse } from '#base/test-database'
import type { PersonId } from '#base/contract'
import type { TeamId } from '#staff/contract'
import type { CustomerId, Deputy, Naming } from './contract.ts'
import * as customers from './index.ts'
import { endOnePointOfContact } from './end-point-of-contact.ts'
import { pointsOfContact } from './points-of-contact.ts'

async function staff(house: TestHouse, ...names: string[]): Promise<PersonId[]> {
  const people: PersonId[] = []
  for (const name of names) {
    const email = `${name.toLowerCase()}.${house.tenant.slice(-12)}@example.org`
    people.push((await house.work((work) => addPerson(work, { name, email, language: 'fr', roles: ['agent'] }))).id)
  }
  return people
}

async function crew(house: TestHouse, manager: PersonId, members: PersonId[]): Promise<TeamId> {
  const { id } = await house.work((work) => addTeam(work, { name: 'Nord', manager_id: manager }))
  for (const person of members) await house.work((work) => joinTeam(work, { team: id, person }))
  return id
}

const away = (house: TestHouse, person: PersonId, days = 10) =>
  house.work(
    (work) =>
    planAbsence(work, {
      person_id: person, starts_at: house.clock.now().toString(), ends_at: house.clock.now().add({ hours: days * 24 }).toString(), reason: 'leave', deputy_id: null,
    }), // prettier-ignore
  )
const marie = async (house: TestHouse): Promise<CustomerId> =>
  (await house.work((work) => customers.add(work, { name: 'Marie' }))).id
const name = (house: TestHouse, naming: Naming) => house.work((work) => customers.setPointOfContact(work, naming))
const contact = (house: TestHouse, customer: CustomerId) => house.work((work) => customers.contactFor(work, customer))
const refusedAs = (code: string) => ({ message: new RegExp(`^${code}: `) })

test('the chain of deputies is asked in its order, and says until when the face the customer knows is away', async () => {
  const house = await testHouse()
  const [ana, bruno, chloe] = (await staff(house, 'Ana', 'Bruno', 'Chloé')) as [PersonId, PersonId, PersonId] // as: three were asked for
  const customer = await marie(house)
  await name(house, { of: { customer }, person: ana, deputies: [{ person: bruno }, { person: chloe }] })
  assert.deepEqual((await contact(house, customer))?.stand_in, { person: ana, because: 'present' })
  await away(house, ana)
  await away(house, bruno, 5)
  const now = await contact(house, customer)
  assert.deepEqual([now?.person, now?.stand_in], [ana, { person: chloe, because: 'absent' }])
  assert.equal(String(now?.away_until), '2026-11-30T09:00:00Z')
  house.clock.advance({ hours: 6 * 24 })
  assert.equal((await contact(house, customer))?.stand_in?.person, bruno)
})

test('a team shows the member that was named, else always the same one who is here; its manager when it is empty', async () => {
  const house = await testHouse()
  const [ana, bruno, chloe] = (await staff(house, 'Ana', 'Bruno', 'Chloé')) as [PersonId, PersonId, PersonId] // as: three were asked for
  const team = await crew(house, chloe, [ana, bruno])
  const customer = await marie(house)
  await name(house, { of: { customer }, team, person: bruno })
  assert.equal((await contact(house, customer))?.person, bruno)
  await assert.rejects(name(house, { of: { customer }, team, person: chloe }), refusedAs('customer.contact_not_of_team'))
  await name(house, { of: { customer }, team })
  const first = (await contact(house, customer))!.person
  assert.equal((await contact(house, customer))?.person, first)
  await away(house, first)
  const other = (await contact(house, customer))!
  assert.deepEqual([other.person, other.stand_in?.because], [first === ana ? bruno : ana, 'present'])
  await away(house, other.person)
  assert.equal((await contact(house, customer))?.stand_in?.person, chloe)
})

test('a project’s point of contact comes before the customer’s, and that one before the company’s', async () => {
  const house = await testHouse()
  const [ana, bruno, chloe] = (await staff(house, 'Ana', 'Bruno', 'Chloé')) as [PersonId, PersonId, PersonId] // as: three were asked for
  const company = (await house.work((work) => customers.addCompany(work, { name: 'Acme', domains: ['acme.example'] }))).id
  const customer = (await house.work((work) => customers.recognise(work, { kind: 'email', value: 'p@acme.example' }))).customer
  const { id: project } = await house.work((work) => customers.addProject(work, { name: 'Nouveau site', company }))
  await name(house, { of: { company }, person: ana })
  const who = () => house.work((work) => customers.contactFor(work, { customer, project }))
  assert.deepEqual([(await who())?.of, (await who())?.person], ['company', ana])
  await name(house, { of: { customer }, person: bruno })
  assert.equal((await who())?.of, 'customer')
  await name(house, { of: { project }, person: chloe })
  assert.deepEqual([(await who())?.of, (await who())?.person], ['project', chloe])
  assert.equal((await contact(house, customer))?.person, bruno)
  const theirs = await house.work((work) => customers.listProjects(work, { for: customer, limit: 10 }))
  assert.deepEqual(
    theirs.items.map((each) => each.name),
    ['Nouveau site'],
  )
})

test('nobody is their own deputy, is named twice, or counts on a stranger', async () => {
  const house = await testHouse()
  const [ana, bruno] = (await staff(house, 'Ana', 'Bruno')) as [PersonId, PersonId] // as: two were asked for
  const customer = await marie(house)
  const chain = (deputies: Deputy[]) => name(house, { of: { customer }, person: ana, deputies })
  await assert.rejects(chain([{ person: ana }]), refusedAs('customer.contact_unknown'))
  await assert.rejects(chain([{ person: bruno }, { person: bruno }]), refusedAs('customer.contact_unknown'))
  await assert.rejects(name(house, { of: { customer } }), refusedAs('customer.contact_unknown'))
  await chain([{ person: bruno }])
  const own = house.work(
    (work) =>
      work.sql
        .run`update customers.contact_deputy set person_id = ${ana} where tenant_id = ${work.tenant} and person_id = ${bruno}`,
  )
  await assert.rejects(own, { constraint: 'nobody_is_his_own_deputy' })
})

test('who answered stays told: every change is a row of its own, what comes is shown, what never began is gone', async () => {
  const house = await testHouse()
  const [ana, bruno] = (await staff(house, 'Ana', 'Bruno')) as [PersonId, PersonId] // as: two were asked for
  const customer = await marie(house)
  await name(house, { of: { customer }, person: ana })
  house.clock.advance({ hours: 24 })
  await name(house, { of: { customer }, person: bruno, deputy: ana })
  const { id } = await name(house, { of: { customer }, person: ana, from: house.clock.now().add({ hours: 48 }).toString() })
  const told = async (when: 'now' | 'coming' | 'ever') =>
    (await house.work((work) => pointsOfContact(work, { customer, when, limit: 10 }))).items.map((each) => [
      each.person?.name,
      each.when,
      each.answers?.person.name,
    ])
  assert.deepEqual(await told('ever'), [
    ['Ana', 'coming', undefined],
    ['Bruno', 'now', 'Bruno'],
    ['Ana', 'past', undefined],
  ])
  await house.work((work) => endOnePointOfContact(work, { id }))
  assert.deepEqual(await told('coming'), [])
  assert.equal((await told('ever')).length, 2)
  const deputises = await house.work((work) => pointsOfContact(work, { person: ana, when: 'now', limit: 10 }))
  assert.equal(deputises.items.length, 1)
})

test('nobody leaves while a customer counts on them; passed in the same transaction, nobody is left alone and the past is kept', async () => {
  const house = await testHouse()
  const [ana, bruno, chloe] = (await staff(house, 'Ana', 'Bruno', 'Chloé')) as [PersonId, PersonId, PersonId] // as: three were asked for
  const [first, second] = [await marie(house), await marie(house)]
  await name(house, { of: { customer: first }, person: ana, deputies: [{ person: bruno }, { person: chloe }] })
  await name(house, { of: { customer: second }, person: chloe, deputies: [{ person: ana }] })
  house.clock.advance({ hours: 24 })
  const leaving = { person: ana, successor: bruno }
  await assert.rejects(
    house.work((work) => removePerson(work, leaving)),
    refusedAs('staff.rests_on_person'),
  )
  const rests = async () =>
    (await house.work((work) => customers.restingOn(work, ana))).map(({ kind, count, items }) => [kind, count, items[0]?.name])
  assert.deepEqual(await rests(), [
    ['contact', 1, 'Marie'],
    ['contact_deputy', 1, 'Marie'],
  ])
  await house.work(async (work) => {
    await customers.pass(work, { from: ana, to: bruno })
    await removePerson(work, leaving)
  })
  assert.deepEqual(await rests(), [])
  const now = await house.work((work) => pointsOfContact(work, { customer: first, when: 'ever', limit: 10 }))
  assert.deepEqual(
    now.items.map((each) => [each.person?.name, each.because, each.deputies.length, each.when]),
    [
      ['Bruno', 'passed', 1, 'now'],
      ['Ana', 'named', 2, 'past'],
    ],
  )
  assert.equal((await contact(house, second))?.deputy, bruno)
})

test('being named and leaving at the same time: never a customer with somebody who is gone', async () => {
  const house = await testHouse()
  const [ana, bruno] = (await staff(house, 'Ana', 'Bruno')) as [PersonId, PersonId] // as: two were asked for
  const customer = await marie(house)
  const both = await Promise.allSettled([
    name(house, { of: { customer }, person: ana }),
    house.work((work) => removePerson(work, { person: ana, successor: bruno })),
  ])
  assert.equal(both.filter((each) => each.status === 'fulfilled').length, 1)
})
