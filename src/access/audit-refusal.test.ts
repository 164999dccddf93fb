import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TenantId } from '#base/contract'
import { newId } from '#base/id'
import { inWork, system } from '#base/work'
import { testHouse } from '#base/test-database'
import { auditRefusal, settleRefusals } from './audit-refusal.ts'
import { readAudit } from './read-audit.ts'
import { audit } from './audit.ts'
import { insertTenant } from './store/accounts.ts'

async function house() {
  const built = await testHouse()
  await built.work((work) => insertTenant(work.sql, work, 'Maison'))
  const { open, tenant } = built
  const refused = (address: string, code = 'widget.too_many') =>
    auditRefusal(open, { tenant, door: 'widget', code, about: 'w1', address, details: { origin: 'https://x.fr' } })
  const trail = async (more: { what?: string } = {}) =>
    (await built.work((work) => readAudit(work, { limit: 200, ...more }))).items
  return { ...built, refused, trail }
}

test('two hundred refusals from one address in a minute leave one line with their number', async () => {
  const { open, refused, trail } = await house()
  await Promise.all(Array.from({ length: 200 }, () => refused('192.0.2.7')))
  await settleRefusals(open)
  const lines = await trail()
  assert.equal(lines.length, 1)
  assert.equal(lines[0]?.what, 'door.refused')
  assert.equal(lines[0].address, '192.0.2.7')
  assert.equal(lines[0].about, 'w1')
  assert.equal(lines[0].details.count, 200)
  assert.equal(lines[0].details.code, 'widget.too_many')
  assert.equal(lines[0].details.origin, 'https://x.fr')
})

test('the first refusal of a minute is on the trail at once, and the next minute has a line of its own', async () => {
  const { clock, refused, trail, open } = await house()
  await refused('192.0.2.7')
  assert.equal((await trail()).length, 1)
  await refused('192.0.2.7')
  clock.advance({ seconds: 61 })
  await refused('192.0.2.7')
  await settleRefusals(open)
  assert.deepEqual((await trail()).map(({ details }) => details.count), [1, 2]) // prettier-ignore
})

test('a household of IPv6 addresses counts as one, other addresses and codes for themselves', async () => {
  const { open, refused, trail } = await house()
  await refused('2001:db8:1:2::1')
  await refused('2001:db8:1:2::ffff')
  await refused('192.0.2.9')
  await refused('192.0.2.9', 'widget.foreign_origin')
  await settleRefusals(open)
  assert.deepEqual((await trail()).map(({ address, details }) => `${address} ${String(details.count)}`).toSorted(), [
    '192.0.2.9 1',
    '192.0.2.9 1',
    '2001:db8:1:2::/64 2',
  ]) // prettier-ignore
})

test('a thousand addresses at once leave a hundred lines and one for the rest', async () => {
  const { open, refused, trail } = await house()
  await Promise.all(Array.from({ length: 1_000 }, (_, i) => refused(`10.0.${i >> 8}.${i & 255}`)))
  await settleRefusals(open)
  const lines = await trail()
  assert.equal(lines.length, 101)
  assert.equal(lines.find(({ address }) => address === null)?.details.count, 900)
})

test('the trail shows deeds and refusals in the order they happened, and can be narrowed to either', async () => {
  const { clock, refused, trail, ...built } = await house()
  await built.work((work) => audit(work, 'widget.added'))
  clock.advance({ seconds: 1 })
  await refused('192.0.2.7')
  clock.advance({ seconds: 1 })
  await built.work((work) => audit(work, 'widget.closed'))
  assert.deepEqual((await trail()).map(({ what }) => what), ['widget.closed', 'door.refused', 'widget.added']) // prettier-ignore
  assert.deepEqual((await trail({ what: 'door.refused' })).map(({ what }) => what), ['door.refused']) // prettier-ignore
  assert.deepEqual((await trail({ what: 'widget.added' })).map(({ what }) => what), ['widget.added']) // prettier-ignore
})

test('a key that names a house that does not exist leaves nothing behind', async () => {
  const { open } = await house()
  const nowhere = newId<'tenant'>(open.clock.now()) as TenantId
  await auditRefusal(open, { tenant: nowhere, door: 'widget', code: 'widget.unknown', address: '192.0.2.7' })
  const found = await inWork(open, { tenant: nowhere, actor: system('test') }, (work) => readAudit(work, { limit: 10 }))
  assert.deepEqual(found.items, [])
})
