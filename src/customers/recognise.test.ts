import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#base/test-database'
import { addCompany, contactFor, group, join, part, recognise, recogniseMany } from './index.ts'
import { customerAdded } from './contract.ts'

test('a first mail makes a customer, the next one finds them however the address is typed', async () => {
  const house = await testHouse()
  const first = await house.work((work) =>
    recognise(work, { kind: 'email', value: 'Marie.Dupont@Example.FR', name: 'Marie Dupont' }),
  )
  assert.equal(first.created, true)
  const next = await house.work((work) => recognise(work, { kind: 'email', value: ' marie.dupont@example.fr ' }))
  assert.deepEqual(next, { customer: first.customer, company: null, created: false })
  assert.deepEqual(await house.heard(customerAdded), [{ customer: first.customer, name: 'Marie Dupont' }])
})

test('twenty first mails at once from one address make one customer', async () => {
  const house = await testHouse()
  const all = await Promise.all(
    Array.from({ length: 20 }, () => house.work((work) => recognise(work, { kind: 'email', value: 'once@example.fr' }))),
  )
  assert.equal(new Set(all.map((each) => each.customer)).size, 1)
  assert.equal(all.filter((each) => each.created).length, 1)
  assert.equal((await house.heard(customerAdded)).length, 1)
})

test('a list of senders is recognised at once, in its order, and who stands in it twice is created once', async () => {
  const house = await testHouse()
  const anna = await house.work((work) => recognise(work, { kind: 'email', value: 'anna@example.fr' }))
  const found = await house.work((work) =>
    recogniseMany(work, [
      { kind: 'email', value: 'zoe@example.fr' },
      { kind: 'email', value: 'ANNA@example.fr' },
      { kind: 'phone', value: '06 12 34 56 78' },
      { kind: 'email', value: 'Zoe@example.fr' },
    ]),
  )
  assert.equal(found[1]!.customer, anna.customer)
  assert.equal(found[0]!.customer, found[3]!.customer)
  assert.deepEqual(
    found.map((each) => each.created),
    [true, false, true, false],
  )
})

test('a company is told by the domain of an address, but never by that of a public provider', async () => {
  const house = await testHouse()
  const early = await house.work((work) => recognise(work, { kind: 'email', value: 'early@compta.acme.example' }))
  assert.equal(early.company, null)
  const { id } = await house.work((work) => addCompany(work, { name: 'Acme', domains: ['compta.acme.example'] }))
  const late = await house.work((work) => recognise(work, { kind: 'email', value: 'late@compta.acme.example' }))
  assert.equal(late.company, id)
  const again = await house.work((work) => recognise(work, { kind: 'email', value: 'early@compta.acme.example' }))
  assert.equal(again.company, id, 'who wrote before the company was known belongs to it now')
  await assert.rejects(
    house.work((work) => addCompany(work, { name: 'Gmail', domains: ['gmail.com'] })),
    /domain_shared/,
  )
})

test('joined records are one group until they are parted', async () => {
  const house = await testHouse()
  const [a, b, c] = await house.work((work) =>
    recogniseMany(
      work,
      ['a', 'b', 'c'].map((n) => ({ kind: 'email', value: `${n}@example.fr` }) as const),
    ),
  )
  const ab = await house.work((work) => join(work, { customer: a!.customer, with: b!.customer, why: 'same telephone' }))
  await house.work((work) => join(work, { customer: b!.customer, with: c!.customer, why: 'said so' }))
  assert.equal((await house.work((work) => group(work, c!.customer))).length, 3)
  await house.work((work) => part(work, { customer: a!.customer, join: ab.id }))
  assert.deepEqual(await house.work((work) => group(work, a!.customer)), [a!.customer])
  assert.equal((await house.work((work) => group(work, c!.customer))).length, 2)
  assert.equal(await house.work((work) => contactFor(work, a!.customer)), null)
})
