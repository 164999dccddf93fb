import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import fastify from 'fastify'
import { permissionNames } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { answerErrors, serveRoutes } from '#base/http'
import { testHouse } from '#base/test-database'
import * as contract from './contract.ts'
import { routes } from './routes.ts'

test('a brand is opened, staffed and closed over HTTP', async () => {
  const house = await testHouse()
  const domain = `${house.tenant.slice(-12)}.example`
  const { id: ines } = await house.work((work) =>
    staff.addPerson(work, { name: 'Inès', email: `ines@${domain}`, language: 'fr', roles: ['agent'] }),
  )
  const actor: Actor = {
    kind: 'person',
    id: ines satisfies PersonId,
    permissions: new Set(permissionNames),
    scope: { teams: null, brands: null },
  }
  const app = fastify()
  serveRoutes(app, { ...house.open, admit: () => Promise.resolve({ tenant: house.tenant, actor }) }, routes)
  answerErrors(app)
  const call = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) => {
    const answer = await app.inject({ method, url: `/api/v1${path}`, ...(body ? { payload: body } : {}) })
    return { status: answer.statusCode, body: JSON.parse(answer.body) as unknown }
  }

  const { id: brand } = contract.addBrand.output.parse(
    (await call('POST', '/brands', { name: 'Maison', colour: '#AA3300' })).body,
  )
  assert.equal(contract.listBrands.output.parse((await call('GET', '/brands')).body).items[0]?.colour, '#aa3300')
  const door = { brand_id: brand, kind: 'email', name: 'Contact', address: ` Contact@${domain} `, duty_person_id: ines }
  const { id } = contract.addEntryPoint.output.parse((await call('POST', '/entry-points', door)).body)
  assert.equal((await call('POST', '/entry-points', door)).status, 409)
  assert.equal((await call('POST', '/entry-points', { ...door, zone: 'Europe/Lutetia' })).status, 422)
  assert.equal(
    contract.listEntryPoints.output.parse((await call('GET', `/entry-points?brand=${brand}&kind=email`)).body).items[0]?.address,
    `contact@${domain}`,
  )

  const weekly = { weekday: 1, starts_minute: 480, ends_minute: 1080 }
  const turn = contract.addDutyTurn.output.parse(
    (await call('POST', `/entry-points/${id}/duty`, { person: ines, when: weekly })).body,
  )
  const once = { starts_at: '2026-12-24T12:00:00Z', ends_at: '2026-12-24T18:00:00Z' }
  await call('POST', `/entry-points/${id}/duty`, { person: ines, when: once })
  assert.equal(
    (await call('POST', `/entry-points/${id}/duty`, { person: ines, when: { ...once, ends_at: once.starts_at } })).status,
    422,
  )
  assert.deepEqual(
    contract.listDuty.output.parse((await call('GET', `/entry-points/${id}/duty`)).body).items.map(({ when }) => when),
    [weekly, once],
  )
  assert.equal((await call('DELETE', `/entry-points/${id}/duty/${turn.id}`)).status, 200)

  assert.equal((await call('PATCH', `/brands/${brand}`, { version: 9, name: 'X' })).status, 409)
  assert.equal((await call('DELETE', `/brands/${brand}`)).status, 409)
  assert.equal((await call('DELETE', `/entry-points/${id}`)).status, 200)
  assert.equal((await call('DELETE', `/brands/${brand}`)).status, 200)
})

test('every endpoint of the contract is served', () => {
  const declared = Object.values(contract).filter((each) => typeof each === 'object' && 'path' in each)
  assert.ok(declared.length > 5)
  assert.deepEqual(
    declared.filter((endpoint) => !routes.some((each) => (each.endpoint as unknown) === endpoint)),
    [],
  )
})
