import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#base/contract'
import { testHouse, type TestHouse } from '#base/test-database'
import { roles } from '#access/contract'
import { readAudit } from '#access'
import {
  acceptLikeness, card, claim, contactFor, find, group, join, likenesses, list, nameAsSaid, part, prove, reach, recognise, setPointOfContact, tellApart,
} from './index.ts' // prettier-ignore
import { claimProven, NAMELESS, type CustomerId } from './contract.ts'
import { takeBackApart } from './tell-apart.ts'
import { addPerson } from '#staff'

const JEANNE = 'jeanne.martin@client.example'

async function aVisitorWhoSays(house: TestHouse, email: string, of = 'chat:1'): Promise<CustomerId> {
  const { customer } = await house.work((work) => recognise(work, { kind: 'handle', value: of, name: 'Jeanne' }))
  await house.work((work) => claim(work, { customer, kind: 'email', value: email, said_by: 'chat' }))
  return customer
}
const jeanne = async (house: TestHouse): Promise<CustomerId> =>
  (await house.work((work) => recognise(work, { kind: 'email', value: JEANNE, name: 'Jeanne Martin' }))).customer
const agent = (house: TestHouse): Promise<Actor> => anActor(house, roles.agent.permissions)
async function anActor(house: TestHouse, permissions: ReadonlySet<string>): Promise<Actor> {
  const email = `agent-${Math.random().toString(36).slice(2)}@centre.example`
  const { id } = await house.work((work) => addPerson(work, { name: 'Anna', email, language: 'fr', roles: ['agent'] }))
  return { kind: 'person', id, permissions: permissions as never, scope: { teams: null, brands: null } } // the set is of the contract's own names
}

test('an address given without proof is not an identity: who gives somebody else’s stays a stranger', async () => {
  const house = await testHouse()
  const real = await jeanne(house)
  const visitor = await aVisitorWhoSays(house, JEANNE.toUpperCase())
  assert.notEqual(visitor, real)
  assert.equal(await jeanne(house), real)
  const shown = await house.work((work) => card(work, { id: visitor }))
  assert.deepEqual(
    shown.identities.map(({ kind }) => kind),
    ['handle'],
  )
  assert.deepEqual(
    shown.claims.map(({ value, said_by, proven_at }) => [value, said_by, proven_at]),
    [[JEANNE.toUpperCase(), 'chat', null]],
  )
})

test('whoever gives a known address is proposed, from both sides, with the reason and where it was said', async () => {
  const house = await testHouse()
  const [real, visitor] = [await jeanne(house), await aVisitorWhoSays(house, JEANNE)]
  for (const [one, other] of [
    [real, visitor],
    [visitor, real],
  ] as const) {
    const { items } = await house.work((work) => likenesses(work, { customer: one }))
    assert.deepEqual(
      items.map(({ customer, reasons, said_by }) => [customer.id, reasons, said_by]),
      [[other, ['same_email_claimed'], 'chat']],
    )
  }
})

test('an agent joins what is proposed and parts it again, but cannot join what nothing makes alike', async () => {
  const house = await testHouse()
  const [real, visitor] = [await jeanne(house), await aVisitorWhoSays(house, JEANNE)]
  const other = (await house.work((work) => recognise(work, { kind: 'handle', value: 'chat:2' }))).customer
  const anna = await agent(house)
  const { id } = await house.work((work) => acceptLikeness(work, { customer: visitor, with: real }), anna)
  assert.equal((await house.work((work) => group(work, real))).length, 2)
  const shown = await house.work((work) => card(work, { id: real }), anna)
  assert.deepEqual(shown.joins[0]?.proposed_for, ['same_email_claimed'])
  const trail = await house.work((work) => readAudit(work, { limit: 20 }))
  assert.ok(trail.items.some((line) => line.what === 'customer.likeness_accepted'))
  await assert.rejects(
    house.work((work) => acceptLikeness(work, { customer: other, with: real }), anna),
    /customer\.not_proposed/,
  )
  await house.work((work) => part(work, { customer: visitor, join: id }), anna)
  assert.equal((await house.work((work) => group(work, real))).length, 1)
})

test('a join that somebody made by hand is not for an agent to take away', async () => {
  const house = await testHouse()
  const [real, visitor] = [await jeanne(house), await aVisitorWhoSays(house, 'autre@client.example')]
  const { id } = await house.work((work) => join(work, { customer: visitor, with: real, why: 'showed a card' }))
  const anna = await agent(house)
  await assert.rejects(
    house.work((work) => part(work, { customer: real, join: id }), anna),
    /not_allowed/,
  )
})

test('who was told apart is not proposed again, until it is taken back', async () => {
  const house = await testHouse()
  const [real, visitor] = [await jeanne(house), await aVisitorWhoSays(house, JEANNE)]
  const proposed = async (of: CustomerId) => (await house.work((work) => likenesses(work, { customer: of }))).items.length
  await house.work((work) => tellApart(work, { customer: visitor, with: real }))
  await house.work((work) => tellApart(work, { customer: real, with: visitor }))
  assert.deepEqual([await proposed(real), await proposed(visitor)], [0, 0])
  await house.work((work) => takeBackApart(work, { customer: real, with: visitor }))
  assert.deepEqual([await proposed(real), await proposed(visitor)], [1, 1])
})

test('joined records have one point of contact and one list of addresses', async () => {
  const house = await testHouse()
  const [real, visitor] = [await jeanne(house), await aVisitorWhoSays(house, JEANNE)]
  const anna = await agent(house)
  assert.ok(anna.kind === 'person')
  await house.work((work) => setPointOfContact(work, { of: { customer: real }, person: anna.id }))
  assert.equal(await house.work((work) => contactFor(work, visitor)), null)
  await house.work((work) => acceptLikeness(work, { customer: visitor, with: real }), anna)
  assert.equal((await house.work((work) => contactFor(work, visitor)))?.person, anna.id)
  assert.deepEqual(await house.work((work) => reach(work, visitor, 'email')), [
    { value: JEANNE, name: 'Jeanne Martin', proven: false, claimed: false },
  ])
})

test('an address that nobody holds becomes an identity once it is proven', async () => {
  const house = await testHouse()
  const visitor = await aVisitorWhoSays(house, JEANNE)
  assert.deepEqual(await house.work((work) => reach(work, visitor, 'email')), [
    { value: JEANNE, name: 'Jeanne', proven: false, claimed: true },
  ])
  const { theirs } = await house.work((work) => prove(work, { customer: visitor, kind: 'email', value: JEANNE, how: 'link' }))
  assert.equal(theirs, true)
  assert.equal(await jeanne(house), visitor, 'the next mail from there is theirs')
  const shown = await house.work((work) => card(work, { id: visitor }))
  assert.deepEqual(shown.claims, [], 'what is theirs is not shown twice')
})

test('an address that somebody else holds is never taken by proof: the proposal only weighs more', async () => {
  const house = await testHouse()
  const [real, visitor] = [await jeanne(house), await aVisitorWhoSays(house, JEANNE)]
  const [before] = (await house.work((work) => likenesses(work, { customer: visitor }))).items
  const { theirs } = await house.work((work) => prove(work, { customer: visitor, kind: 'email', value: JEANNE, how: 'link' }))
  assert.equal(theirs, false)
  assert.equal((await house.work((work) => group(work, real))).length, 1)
  const [after] = (await house.work((work) => likenesses(work, { customer: visitor }))).items
  assert.deepEqual(after?.reasons, ['same_email_proven'])
  assert.ok((after?.score ?? 0) > (before?.score ?? 1))
  assert.equal((await house.heard(claimProven)).length, 1)
})

test('an identity is verified by the first proof, and stays what it was without one', async () => {
  const house = await testHouse()
  const real = await jeanne(house)
  const verified = async () =>
    (await house.work((work) => card(work, { id: real }))).identities.map(({ verified_how }) => verified_how)
  assert.deepEqual(await verified(), [null])
  await house.work((work) => recognise(work, { kind: 'email', value: JEANNE, proof: 'mail' }))
  await house.work((work) => recognise(work, { kind: 'email', value: JEANNE, proof: 'token' }))
  await jeanne(house)
  assert.deepEqual(await verified(), ['mail'])
})

test('what cannot be read as an address is no claim, and nobody says more than twenty', async () => {
  const house = await testHouse()
  const visitor = await aVisitorWhoSays(house, JEANNE)
  const say = (value: string) => house.work((work) => claim(work, { customer: visitor, kind: 'email', value, said_by: 'chat' }))
  assert.deepEqual([await say('   '), await say('jeanne'), await say(JEANNE)], [false, false, false])
  for (let n = 0; n < 30; n++) await say(`j${n}@client.example`)
  assert.equal((await house.work((work) => card(work, { id: visitor }))).claims.length, 20)
})

const nameOf = async (house: TestHouse, id: CustomerId): Promise<string | undefined> =>
  (await house.work((work) => find(work, [id]))).get(id)?.name

test('a visitor without a name is called as they say, once; nothing is renamed that is proven or was named by us', async () => {
  const house = await testHouse()
  const says = (customer: CustomerId, name: string) => house.work((work) => nameAsSaid(work, { customer, name }))
  const { customer } = await house.work((work) => recognise(work, { kind: 'handle', value: 'chat:7', name: NAMELESS.fr }))
  assert.equal(await says(customer, ' \u200b '), false)
  assert.equal(await says(customer, 'Antoine\u202e Roy'), true)
  assert.equal(await nameOf(house, customer), 'Antoine Roy')
  assert.equal(await says(customer, 'Somebody Else'), false)
  assert.deepEqual(
    (await house.work((work) => list(work, { q: 'antoine', limit: 5 }))).items.map(({ id }) => id),
    [customer],
  )
  const mail = await house.work((work) => recognise(work, { kind: 'email', value: 'v@client.example', name: NAMELESS.fr }))
  assert.equal(await says(mail.customer, 'Antoine'), false)
  const proven = await house.work((work) =>
    recognise(work, { kind: 'handle', value: 'site:8', name: NAMELESS.en, proof: 'token' }),
  )
  assert.equal(await says(proven.customer, 'Antoine'), false)
  assert.equal(await nameOf(house, proven.customer), NAMELESS.en)
})
