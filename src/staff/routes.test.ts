import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import { permissionNames } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { answerErrors, serveRoutes } from '#base/http'
import { testHouse, type TestHouse } from '#base/test-database'
import * as contract from './contract.ts'
import { routes } from './routes.ts'
import { welcome } from './test-people.ts'

type Call = { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: string; body?: object; headers?: Record<string, string> }

function served(house: TestHouse, as: PersonId): (call: Call) => Promise<{ status: number; type: string; body: unknown }> {
  const app: FastifyInstance = fastify()
  const actor: Actor = { kind: 'person', id: as, permissions: new Set(permissionNames), scope: { teams: null, brands: null } }
  serveRoutes(app, { ...house.open, admit: () => Promise.resolve({ tenant: house.tenant, actor }) }, routes)
  answerErrors(app)
  return async ({ method, path, body, headers = {} }) => {
    const answer = await app.inject({ method, url: `/api/v1${path}`, headers, ...(body ? { payload: body } : {}) })
    return {
      status: answer.statusCode,
      type: String(answer.headers['content-type']),
      body: answer.body === '' ? null : JSON.parse(answer.body),
    }
  }
}

test('a team is built over HTTP, from the first welcome to the last absence', async () => {
  const house = await testHouse()
  const [lea] = await welcome(house, 'Léa')
  const call = served(house, lea!)
  const email = `ines@${house.tenant.slice(-12)}.example`

  const welcomed = await call({
    method: 'POST',
    path: '/staff',
    body: { name: ' Inès ', email, roles: ['agent', { role: 'trainer' }] },
  })
  assert.equal(welcomed.status, 201)
  const { id: ines } = contract.addPerson.output.parse(welcomed.body)
  const { id: team } = contract.addTeam.output.parse(
    (await call({ method: 'POST', path: '/teams', body: { name: 'Nord', manager_id: lea } })).body,
  )
  await call({ method: 'PUT', path: `/teams/${team}/members/${ines}` })
  const { id: skill } = contract.addSkill.output.parse(
    (await call({ method: 'POST', path: '/skills', body: { name: 'Italien' } })).body,
  )
  await call({ method: 'PUT', path: `/staff/${ines}/skills/${skill}`, body: { level: 4 } })
  contract.setPresence.output.parse((await call({ method: 'PUT', path: '/presence', body: { state: 'available' } })).body)
  await call({ method: 'PUT', path: `/staff/${ines}/presence`, body: { state: 'busy' } })
  const days = { starts_at: '2026-11-20T08:00:00+01:00', ends_at: '2026-11-21T08:00:00+01:00' }
  const planned = await call({
    method: 'POST',
    path: '/absences',
    body: { person_id: ines, ...days, reason: 'leave', deputy_id: lea },
  })
  const { id: absence } = contract.planAbsence.output.parse(planned.body)
  await call({ method: 'PATCH', path: `/absences/${absence}`, body: { ends_at: '2026-11-22T00:00:00Z', version: 1 } })

  const { items } = contract.listStaff.output.parse((await call({ method: 'GET', path: `/staff?q=in%C3%88s&team=${team}` })).body)
  assert.deepEqual(
    items.map(({ name, presence, absent_until, teams }) => ({ name, presence, absent_until, teams })),
    [{ name: 'Inès', presence: 'busy', absent_until: '2026-11-22T00:00:00Z', teams: [team] }],
  )
  assert.equal(
    contract.listPersonSkills.output.parse((await call({ method: 'GET', path: `/staff/${ines}/skills` })).body).items[0]?.level,
    4,
  )
  assert.equal(
    contract.listAbsences.output.parse((await call({ method: 'GET', path: '/absences' })).body).items[0]?.reason,
    'leave',
  )
  assert.equal(
    contract.listPresence.output.parse((await call({ method: 'GET', path: '/presence?limit=1' })).body).items.length,
    1,
  )
})

test('an edit takes its version from If-Match, and one of yesterday is told both values in both languages', async () => {
  const house = await testHouse()
  const [lea] = await welcome(house, 'Léa')
  const call = served(house, lea!)
  const edit = (title: string) =>
    call({ method: 'PATCH', path: `/staff/${lea}`, body: { title }, headers: { 'if-match': '"1"' } })
  assert.deepEqual((await edit('Directrice')).body, { version: 2 })
  const late = await edit('Agente')
  assert.deepEqual([late.status, late.type], [409, 'application/problem+json; charset=utf-8'])
  const { code, fr, en, details } = late.body as {
    code: string
    fr: string
    en: string
    details: { current: { title: string }; current_version: number }
  } // problem+json
  assert.deepEqual([code, details.current.title, details.current_version], ['stale', 'Directrice', 2])
  assert.ok(fr.length > 20 && en.length > 20)
})

test('a page has a bound, and a cursor is an id or refused', async () => {
  const house = await testHouse()
  const [lea] = await welcome(house, 'Léa')
  const call = served(house, lea!)
  for (const query of ['limit=0', 'limit=201', 'cursor=yesterday', 'team=x'])
    assert.equal((await call({ method: 'GET', path: `/staff?${query}` })).status, 422, query)
})

test('every endpoint of the contract is served, but for leaving, which cases serve', () => {
  const declared = Object.values(contract).filter((each) => typeof each === 'object' && 'path' in each)
  const missing = declared.filter((endpoint) => !routes.some((each) => (each.endpoint as unknown) === endpoint))
  assert.deepEqual(missing, [contract.removePerson])
})
