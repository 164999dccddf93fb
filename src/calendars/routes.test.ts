import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify from 'fastify'
import { answerErrors, serveRoutes } from '#base/http'
import { testHouse } from '#base/test-database'
import { system } from '#base/work'
import * as contract from './contract.ts'
import { routes } from './routes.ts'

test('hours are set, asked and changed over HTTP', async () => {
  const house = await testHouse('2026-11-20T09:00:00Z') // a Friday, 10:00 in Paris
  const app = fastify()
  serveRoutes(app, { ...house.open, admit: () => Promise.resolve({ tenant: house.tenant, actor: system('test') }) }, routes)
  answerErrors(app)
  const call = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) => {
    const answer = await app.inject({ method, url: `/api/v1${path}`, ...(body ? { payload: body } : {}) })
    return { status: answer.statusCode, body: JSON.parse(answer.body) as unknown }
  }
  const weekly = [{ weekday: 5, opens_minute: 540, closes_minute: 720 }]
  const { id } = contract.addCalendar.output.parse((await call('POST', '/calendars', { name: 'Bureau', weekly })).body)
  const opening = contract.getOpening.output.parse((await call('GET', `/calendars/${id}/opening`)).body)
  assert.deepEqual(opening, { open: true, changes_at: '2026-11-20T11:00:00Z' })
  assert.equal((await call('PATCH', `/calendars/${id}`, { version: 1, zone: 'Indian/Reunion', holidays: 'RE' })).status, 200)
  assert.equal((await call('PATCH', `/calendars/${id}`, { version: 1, zone: 'Europe/Paris' })).status, 409)
  const { items } = contract.listCalendars.output.parse((await call('GET', '/calendars')).body)
  assert.deepEqual(
    items.map(({ zone, holidays, version }) => ({ zone, holidays, version })),
    [{ zone: 'Indian/Reunion', holidays: 'RE', version: 2 }],
  )
  const holidays = contract.listHolidays.output.parse((await call('GET', '/holidays?region=RE&year=2026')).body)
  assert.ok(holidays.items.some(({ day }) => day === '2026-12-20'))
  assert.equal((await call('GET', '/holidays?region=RE&year=99')).status, 422)
  assert.equal((await call('DELETE', `/calendars/${id}`)).status, 200)
})

test('every endpoint of the contract is served', () => {
  const declared = Object.values(contract).filter((each) => typeof each === 'object' && 'path' in each)
  assert.ok(declared.length > 4)
  assert.deepEqual(
    declared.filter((endpoint) => !routes.some((each) => (each.endpoint as unknown) === endpoint)),
    [],
  )
})
