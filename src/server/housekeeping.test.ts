import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as access from '#access'
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import { newId } from '#base/id'
import { integer } from '#base/sql'
import { testHouse } from '#base/test-database'
import { inWork, system, type Work } from '#base/work'
import { tidy } from './housekeeping.ts'

test('what nobody will ask for any more is thrown away, and nothing younger', async () => {
  const house = await testHouse()
  const { id: tenant } = await access.createTenant(house.open, { name: 'Maison Durand' })
  const work = <Result>(body: (work: Work) => Promise<Result>): Promise<Result> =>
    inWork(house.open, { tenant, actor: system('test') }, body)
  const id = await work(async (w) => {
    const anna = await staff.addPerson(w, {
      name: 'Anna',
      email: `anna-${newId(w.now)}@centre.example`,
      language: 'fr',
      roles: ['agent'],
    })
    const brand = await brands.addBrand(w, { name: 'Atelier' })
    const door = await brands.addEntryPoint(w, {
      brand_id: brand.id,
      kind: 'email',
      name: 'Courrier',
      duty_person_id: anna.id,
      address: `c-${newId(w.now)}@atelier.example`,
    })
    return (await cases.create(w, { subject: 'Rappel', entry_point: door.id })).id
  })
  const leaveTraces = (name: string): Promise<void> =>
    work(async (w) => {
      await cases.upload(w, { id, name, type: 'text/plain', bytes: Buffer.from(name) })
      await w.sql
        .run`insert into base.idempotency (tenant_id, actor_id, key, request_hash, at) values (${w.tenant}, 'test', ${name}, ''::bytea, ${w.now})`
      await w.sql.run`insert into channels.acknowledged (tenant_id, address, at) values (${w.tenant}, ${name}, ${w.now})`
    })
  const traces = () =>
    work(
      (w) => w.sql.one({ uploads: integer, files: integer, keys: integer, thanked: integer })`
    select (select count(*) from cases.upload) as uploads, (select count(*) from base.file) as files,
      (select count(*) from base.idempotency where actor_id = 'test') as keys, (select count(*) from channels.acknowledged) as thanked`,
    )
  await leaveTraces('old')
  house.clock.advance({ hours: 24 * 8 })
  await leaveTraces('new')
  assert.deepEqual(await traces(), { uploads: 2, files: 2, keys: 2, thanked: 2 })
  await tidy(house.open)
  assert.deepEqual(await traces(), { uploads: 1, files: 1, keys: 1, thanked: 1 })
})
