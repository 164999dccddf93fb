import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as brands from '#brands'
import * as staff from '#staff'
import type { TenantId } from '#base/contract'
import { keepFile } from '#base/files'
import { newId } from '#base/id'
import { integer, nullable, text } from '#base/sql'
import { testHouse, type TestHouse } from '#base/test-database'
import type { ReceiptId } from '../contract.ts'
import { startFiler, type Kept } from './filer.ts'
import { unjudged } from './judge.ts'
import { makeRoom } from './room-for.ts'
import { openWaitingRoom } from './waiting-room.ts'
import type { Parlour } from './reading/understand.ts'
import { insertReceipt } from './store/receipt.ts'

const tenant = (n: number): TenantId => `018f0000-0000-7000-8000-00000000000${n}` as TenantId
const mail = (of: TenantId, name: string, bytes = 10): Kept => ({
  tenant: of,
  receipt: name as ReceiptId,
  raw: Buffer.alloc(bytes),
})

test('a flood for one tenant does not hold up the mail of another', () => {
  const room = openWaitingRoom({ mails: 100, raw_bytes: 1_000_000 })
  for (let n = 0; n < 200; n++) if (room.hasRoomFor(tenant(1))) room.enter(mail(tenant(1), `flood ${n}`))
  assert.ok(room.hasRoomFor(tenant(2)), 'there is room left for others')
  room.enter(mail(tenant(2), 'one'))
  assert.deepEqual([room.next()?.receipt, room.next()?.receipt, room.next()?.receipt], ['flood 0', 'one', 'flood 1'])
})

test('what waits keeps its order and no more bytes than there is room for', () => {
  const room = openWaitingRoom({ mails: 100, raw_bytes: 25 })
  for (const name of ['a', 'b', 'c']) room.enter(mail(tenant(1), name))
  const all = [room.next(), room.next(), room.next()]
  assert.deepEqual(
    all.map((each) => [each?.receipt, each?.raw?.length ?? null]),
    [
      ['a', 10],
      ['b', 10],
      ['c', null],
    ],
  )
  assert.equal(room.next(), undefined)
  room.enter(mail(tenant(1), 'd', 25))
  assert.equal(room.next()?.raw?.length, 25, 'the room was given back')
})

test('large mails wait for each other, in order, and the largest goes alone', async () => {
  const room = makeRoom(100)
  const inside: string[] = []
  const enter = async (name: string, bytes: number): Promise<void> => {
    await room.take(bytes)
    inside.push(name)
  }
  const all = [enter('large', 80), enter('small', 10), enter('huge', 500), enter('late', 1)]
  await Promise.all(all.slice(0, 2))
  assert.deepEqual(inside, ['large', 'small'])
  room.give(80)
  room.give(10)
  await all[2]
  assert.deepEqual(inside, ['large', 'small', 'huge'])
  room.give(500)
  await all[3]
})

test('a mail that cannot even be fetched for reading ends in the tray, not in an endless round', async () => {
  const house = await testHouse()
  const receipt = await receiptOf(house)
  const parlour = { read: () => Promise.reject(new Error('a fault of ours')) } as unknown as Parlour // the only thing asked of it
  const filer = startFiler({ open: house.open, parlour, judge: async () => unjudged })
  for (let round = 0; round < 3; round++) {
    filer.take({ tenant: house.tenant, receipt, raw: null })
    await filer.settled()
  }
  await filer.stop()
  const [slip] = await house.work(
    (work) => work.sql.many({ attempts: integer, tray_why: nullable(text) })`
    select attempts, tray_why from channels.receipt where tenant_id = ${work.tenant} and id = ${receipt}`,
  )
  assert.equal(slip?.tray_why, 'not_filed')
})

async function receiptOf(house: TestHouse): Promise<ReceiptId> {
  return await house.work(async (work) => {
    const person = await staff.addPerson(work, {
      name: 'Anna',
      email: `anna-${newId(work.now)}@centre.example`,
      language: 'fr',
      roles: ['agent'],
    })
    const brand = await brands.addBrand(work, { name: 'Atelier' })
    const door = await brands.addEntryPoint(work, {
      brand_id: brand.id,
      kind: 'email',
      name: 'Courrier',
      duty_person_id: person.id,
      address: `c-${newId(work.now)}@atelier.example`,
    })
    const file = await keepFile(work, Buffer.from('Subject: Bonjour\r\n\r\nBonjour\r\n'))
    const id = newId<'receipt'>(work.now)
    await insertReceipt(work, {
      id,
      door: 'smtp',
      entry_point: door.id,
      file: file.id,
      size: file.size,
      envelope: { from: 'a@b.example', to: ['c@d.example'], more: 0, protocol: 'ESMTP' },
    })
    return id
  })
}
