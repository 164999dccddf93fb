// The door, served on a real database: for the tests of this folder.
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import fastify from 'fastify'
import { z } from 'zod'
import { endpoint, nothing, type PersonId } from '#base/contract'
import { answerErrors, route, serveRoutes } from '#base/http'
import { newId } from '#base/id'
import { startTail } from '#base/journal'
import { testHouse } from '#base/test-database'
import { inWork, system } from '#base/work'
import type { RoleName } from '../contract.ts'
import { createSignInLink } from '../create-sign-in-link.ts'
import { openAccount } from '../open-account.ts'
import { routes } from '../routes.ts'
import { createTenant } from '../tenants.ts'
import { makeDoor } from './door.ts'
import { serveSignIn } from './serve.ts'

export const probe = endpoint({ method: 'POST', path: '/api/v1/probe', permission: 'case.reply', summary: 'For this test', input: nothing, output: z.object({ who: z.string() }) }) // prettier-ignore
export const publicProbe = endpoint({ ...probe, path: '/api/v1/public-probe', permission: 'anyone' })
const OURS = { 'x-guichet-csrf': '1', origin: 'https://desk.example.org', 'sec-fetch-site': 'same-origin' }

export async function served(t: TestContext) {
  const house = await testHouse()
  const { id: tenant } = await createTenant(house.open, { name: 'Maison Durand' })
  const options = { ...house.open, url: 'https://desk.example.org' }
  const door = makeDoor(options)
  const app = fastify()
  answerErrors(app)
  serveSignIn(app, { ...options, door })
  serveRoutes(app, { ...options, admit: door.admit }, [
    ...routes,
    route(probe, async (work) => ({ who: work.actor.kind })),
    route(publicProbe, async (work) => ({ who: work.actor.kind === 'system' ? work.actor.name : '' })),
  ])
  const tail = await startTail(house.open, [], door.watch)
  t.after(async () => {
    await tail.stop()
    await app.close()
  })
  const work: typeof house.work = (body, actor = system('test')) => inWork(house.open, { tenant, actor }, body)
  const hire = async (role: RoleName): Promise<PersonId> => {
    const person = newId<'person'>(house.clock.now())
    await work((w) => openAccount(w, { person, email: `${person}@example.org`, roles: [{ role }] }))
    return person
  }
  const signIn = async (person: PersonId) => {
    const { token } = await work((w) => createSignInLink(w, person))
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session/link', payload: { token }, headers: OURS })
    assert.equal(answer.statusCode, 200, answer.body)
    return { cookie: cookieOf(answer), answer }
  }
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, given: { cookie?: string; headers?: Record<string, string>; payload?: object } = {}) =>
    app.inject({ method, url, headers: { ...OURS, ...(given.cookie ? { cookie: given.cookie } : {}), ...given.headers }, ...(given.payload ? { payload: given.payload } : {}) }) // prettier-ignore
  return { house, tenant, door, app, tail, work, hire, signIn, ask }
}
export const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
  String(answer.headers['set-cookie']).split(';')[0]!
