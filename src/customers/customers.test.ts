import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from '#base/refusal'
import { testHouse, type TestHouse } from '#base/test-database'
import type { PersonId } from '#base/contract'
import * as staff from '#staff'
import type { CustomerId } from './contract.ts'
import * as customers from './index.ts'

const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code
const add = (house: TestHouse, name: string, ...emails: string[]) =>
  house.work(
    async (work) =>
      (await customers.add(work, { name, identities: emails.map((value) => ({ kind: 'email' as const, value })) })).id,
  )
const names = (found: { items: { name: string }[] }) => found.items.map((item) => item.name)

async function colleagues(house: TestHouse, ...all: string[]): Promise<PersonId[]> {
  return await house.work(async (work) => {
    const made: PersonId[] = []
    for (const name of all)
      made.push(
        (
          await staff.addPerson(work, {
            name,
            email: `${name}.${house.tenant.slice(-12)}@example.org`,
            language: 'fr',
            roles: ['agent'],
          })
        ).id,
      )
    return made
  })
}

test('the card of a joined person shows every identity, and the oldest record is its face', async () => {
  const house = await testHouse()
  const first = await add(house, 'Marie Dupont', 'marie@example.fr')
  house.clock.advance({ hours: 24 })
  const second = await add(house, 'M. Dupont', 'm.dupont@acme.example')
  await house.work((work) => customers.join(work, { customer: second, with: first, why: 'she said so on the telephone' }))
  const card = await house.work((work) => customers.card(work, { id: second }))
  assert.equal(card.face, first)
  assert.deepEqual(
    card.identities.map((i) => [i.value, i.customer]),
    [
      ['marie@example.fr', first],
      ['m.dupont@acme.example', second],
    ],
  )
  assert.equal(card.joins[0]?.why, 'she said so on the telephone')
})

test('a person of many records is one group, however the joins run, and even in a circle', async () => {
  const house = await testHouse()
  const all = await house.work((work) =>
    customers.recogniseMany(
      work,
      Array.from({ length: 12 }, (_, i) => ({ kind: 'email', value: `n${i}@example.fr` }) as const),
    ),
  )
  const ids = all.map((each) => each.customer)
  await house.work(async (work) => {
    for (const [i, id] of ids.entries())
      await customers.join(work, { customer: id, with: ids[(i + 1) % ids.length]!, why: 'ring' })
  })
  for (const id of ids) assert.equal((await house.work((work) => customers.group(work, id))).length, 12)
})

test('an address of one customer is refused to another, who is told whose it is; removed, it is free again', async () => {
  const house = await testHouse()
  const marie = await add(house, 'Marie', 'shared@example.fr')
  const paul = await add(house, 'Paul')
  const give = () =>
    house.work((work) => customers.addIdentity(work, { customer: paul, kind: 'email', value: 'Shared@example.fr' }))
  await assert.rejects(give(), (error) => refusedAs('customer.identity_taken')(error) && (error as Refused).details !== undefined)
  const [identity] = (await house.work((work) => customers.card(work, { id: marie }))).identities
  await house.work((work) => customers.removeIdentity(work, { customer: marie, identity: identity!.id }))
  await give()
  const seen = await house.work((work) => customers.recognise(work, { kind: 'email', value: 'shared@example.fr' }))
  assert.equal(seen.customer, paul)
})

test('who edits what somebody else has changed is shown both versions', async () => {
  const house = await testHouse()
  const id = await add(house, 'Marie')
  assert.deepEqual(await house.work((work) => customers.edit(work, { id, version: 1, name: 'Marie Dupont' })), { version: 2 })
  await assert.rejects(
    house.work((work) => customers.edit(work, { id, version: 1, notes: 'prefers mornings' })),
    (error) => {
      assert.ok(refusedAs('stale')(error))
      assert.equal(((error as Refused).details as { current: { name: string } }).current.name, 'Marie Dupont') // what `stale` carries
      return true
    },
  )
  const card = await house.work((work) => customers.card(work, { id }))
  assert.deepEqual([card.name, card.notes], ['Marie Dupont', ''])
})

test('customers are found by parts of names, addresses and numbers, page after page', async () => {
  const house = await testHouse()
  for (const name of ['Hélène Lefèvre', 'Paul Lefevre', 'Lefort Anne', 'Zoé Martin'])
    await add(house, name, `${name.split(' ')[0]!.normalize('NFKD').replace(/\p{M}/gu, '')}@example.fr`)
  await house.work((work) => customers.recognise(work, { kind: 'phone', value: '06 12 34 56 78', name: 'Karim' }))
  const find = (q: string, more = {}) => house.work((work) => customers.list(work, { q, limit: 10, ...more }))
  assert.deepEqual(names(await find('lefev')), ['Hélène Lefèvre', 'Paul Lefevre'])
  assert.deepEqual(names(await find('lef ann')), ['Lefort Anne'])
  assert.deepEqual(names(await find('zoe@exa')), ['Zoé Martin'])
  assert.deepEqual(names(await find('06 12 34')), ['Karim'])
  const first = await find('', { limit: 3 })
  const rest = await find('', { limit: 3, cursor: first.next! })
  assert.deepEqual([...names(first), ...names(rest)], ['Hélène Lefèvre', 'Karim', 'Lefort Anne', 'Paul Lefevre', 'Zoé Martin'])
  assert.equal(rest.next, null)
})

test('the point of contact is the customer’s own, else another record’s of the same person, else the company’s', async () => {
  const house = await testHouse()
  const [ana, bruno, chloe] = await colleagues(house, 'ana', 'bruno', 'chloe')
  const company = (await house.work((work) => customers.addCompany(work, { name: 'Acme', domains: ['acme.example'] }))).id
  const work1 = (await house.work((work) => customers.recognise(work, { kind: 'email', value: 'p@acme.example' }))).customer
  const home = (await house.work((work) => customers.recognise(work, { kind: 'email', value: 'p@gmail.com' }))).customer
  const contact = async (id: CustomerId) => (await house.work((work) => customers.contactFor(work, id)))?.person
  await house.work((work) => customers.setPointOfContact(work, { of: { company }, person: ana! }))
  assert.equal(await contact(work1), ana)
  assert.equal(await contact(home), undefined)
  await house.work((work) => customers.join(work, { customer: work1, with: home, why: 'same' }))
  assert.equal(await contact(home), ana, 'through the other record’s company')
  await house.work((work) => customers.setPointOfContact(work, { of: { customer: work1 }, person: bruno!, deputy: chloe! }))
  assert.equal(await contact(home), bruno, 'through the other record')
  await house.work((work) => customers.setPointOfContact(work, { of: { customer: home }, person: chloe! }))
  assert.equal(await contact(home), chloe)
  assert.equal(await contact(work1), bruno)
})

test('who answered for a customer at any past moment can be told', async () => {
  const house = await testHouse()
  const [ana, bruno] = await colleagues(house, 'ana', 'bruno')
  const customer = await add(house, 'Marie')
  const begun = house.clock.now()
  await house.work((work) => customers.setPointOfContact(work, { of: { customer }, person: ana! }))
  house.clock.advance({ hours: 48 })
  await house.work((work) => customers.setPointOfContact(work, { of: { customer }, person: bruno! }))
  const at = (when: Temporal.Instant) => house.work(async (work) => (await customers.contactFor(work, customer, when))?.person)
  assert.equal(await at(begun.add({ hours: 24 })), ana)
  assert.equal(await at(house.clock.now()), bruno)
  assert.equal(await at(begun.subtract({ seconds: 1 })), undefined)
})

test('two points of contact at once are refused by the database itself', async () => {
  const house = await testHouse()
  const [ana, bruno] = await colleagues(house, 'ana', 'bruno')
  const customer = await add(house, 'Marie')
  const later = house.clock.now().add({ hours: 240 }).toString()
  const name = (person: PersonId, when: { from?: string; to?: string | null }) =>
    house.work((work) => customers.setPointOfContact(work, { of: { customer }, person, ...when }))
  await name(ana!, { from: later })
  await assert.rejects(name(bruno!, { to: null }), refusedAs('customer.contact_overlaps'))
  await name(bruno!, {}) // until Ana begins
  const at = async (when: string) =>
    (await house.work((work) => customers.contactFor(work, customer, Temporal.Instant.from(when))))?.person
  assert.deepEqual([await at(house.clock.now().toString()), await at(later)], [bruno, ana])
})

test('a stranger cannot be named point of contact', async () => {
  const house = await testHouse()
  const customer = await add(house, 'Marie')
  const nobody = '018f0000-0000-7000-8000-00000000dead' as PersonId // made up
  await assert.rejects(
    house.work((work) => customers.setPointOfContact(work, { of: { customer }, person: nobody })),
    refusedAs('customer.contact_unknown'),
  )
})

test('a consent can be taken back, and both decisions stay', async () => {
  const house = await testHouse()
  const customer = await add(house, 'Marie')
  const say = (decision: 'given' | 'withdrawn') =>
    house.work((work) =>
      customers.recordConsent(work, {
        customer,
        purpose: 'newsletter',
        channel: 'email',
        decision,
        how: 'web form',
        text_version: '2026-01',
      }),
    )
  await say('given')
  house.clock.advance({ hours: 1 })
  await say('withdrawn')
  const card = await house.work((work) => customers.card(work, { id: customer }))
  assert.deepEqual(
    card.consents.map((each) => each.decision),
    ['withdrawn'],
  )
  const all = await house.work((work) => customers.consents(work, { customer, limit: 10 }))
  assert.deepEqual(
    all.items.map((each) => each.decision),
    ['withdrawn', 'given'],
  )
  await assert.rejects(
    house.work((work) => work.sql.run`delete from customers.consent where tenant_id = ${work.tenant}`),
    /permission denied/,
  )
})

test('probable doubles are proposed with the reason, and no longer once joined', async () => {
  const house = await testHouse()
  const one = await add(house, 'Marie Dupont', 'marie.dupont@orange.fr')
  const other = await add(house, 'Dupont Marie', 'marie.dupont@gmail.com')
  await add(house, 'Paul Martin', 'paul.martin@gmail.com')
  const proposed = await house.work((work) => customers.likenesses(work, { customer: one }))
  assert.deepEqual(
    proposed.items.map((each) => [each.customer.id, each.reasons]),
    [[other, ['same_name', 'same_local_part']]],
  )
  await house.work((work) => customers.join(work, { customer: one, with: other, why: 'looks so' }))
  assert.deepEqual((await house.work((work) => customers.likenesses(work, { customer: one }))).items, [])
})

test('another tenant’s customer is as unknown as any', async () => {
  const [house, other] = [await testHouse(), await testHouse()]
  const id = await add(house, 'Marie', 'marie@example.fr')
  await assert.rejects(
    other.work((work) => customers.card(work, { id })),
    refusedAs('not_found'),
  )
  assert.equal((await other.work((work) => customers.find(work, [id]))).size, 0)
  assert.equal(await other.work((work) => customers.contactFor(work, id)), null)
  const seen = await other.work((work) => customers.recognise(work, { kind: 'email', value: 'marie@example.fr' }))
  assert.equal(seen.created, true, 'the same address may be a customer of both')
})

test('a hostile sender’s address and name are kept short and never stop a mail', async () => {
  const house = await testHouse()
  const value = `${'é'.repeat(5_000)}\u0000@exa mple.fr`
  const sighting = { kind: 'email', value, name: `\u202e${'x\n'.repeat(3_000)}\ud800` } as const
  const first = await house.work((work) => customers.recognise(work, sighting))
  const again = await house.work((work) => customers.recognise(work, sighting))
  assert.deepEqual([first.created, again.created, again.customer], [true, false, first.customer])
})
