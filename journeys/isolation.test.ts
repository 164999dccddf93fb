// Every endpoint of the house, tried by one tenant's director with ids of another tenant.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import pg from 'pg'
import { z } from 'zod'
import * as access from '#access'
import { endpoint, id, type Endpoint, type PersonId, type TenantId } from '#base/contract'
import { answerErrors, route, serveRoutes, type Route } from '#base/http'
import { newId } from '#base/id'
import { notFound, refuse } from '#base/refusal'
import { testCluster, testHouse, type TestHouse } from '#base/test-database'
import { inWork, system } from '#base/work'
import { openChats, openGate, openOffice, type Office } from '#channels'
import * as staff from '#staff'
import { makeSeal } from '#base/seal'
import { tmpdir } from 'node:os'
import { allRoutes } from '../src/server/routes.ts'
import { furnish, type Post } from './isolation/furnish.ts'
import { fingerprint } from './isolation/rows.ts'
import { tryAsStranger, type Findings } from './isolation/strangers.ts'

let routes: readonly Route[]
let office: Office
let owner: pg.Client
before(async () => {
  const { open } = await testHouse()
  const settings = { smtpPort: -1, lmtpPort: 0, host: '127.0.0.1', name: 'test', relay: '', spoolFolder: tmpdir() }
  const seal = makeSeal(Buffer.alloc(32, 7))
  office = await openOffice(open, seal, settings)
  const url = 'http://localhost:4000'
  const chats = openChats(open, openGate(open, { seal, url }))
  routes = allRoutes(open, office, { seal, url, chats })
  owner = new pg.Client((await testCluster()).addresses.owner)
  owner.on('error', () => {}) // the cluster is stopped before us
  await owner.connect()
})
after(async () => {
  await owner.end()
  await office.stop()
})

type Tenant = { tenant: TenantId; cookie: string; ids: Record<string, string> }

// A tenant with one of everything that has an id.
async function furnished(house: TestHouse, app: FastifyInstance, name: string): Promise<Tenant> {
  const { id: tenant } = await access.createTenant(house.open, { name })
  const as = { tenant, actor: system('test') }
  const hire = (role: 'director' | 'agent'): Promise<PersonId> =>
    inWork(house.open, as, async (work) => {
      const email = `${newId(work.now)}@example.org`
      return (await staff.addPerson(work, { name: `${role} ${name}`, email, language: 'fr', roles: [role] })).id
    })
  const [director, agent] = [await hire('director'), await hire('agent')]
  const { token } = await inWork(house.open, as, (work) => access.createSignInLink(work, director))
  const session = await access.signInByLink(house.open, { token, address: '192.0.2.1', browser: 'test' })
  const other = await inWork(house.open, as, (work) => access.createSignInLink(work, agent))
  const agents = await access.signInByLink(house.open, { token: other.token, address: '192.0.2.1', browser: 'test' })
  const key = await inWork(house.open, as, (work) => access.createKey(work, { role: 'agent', name, days: 1 }))
  const cookie = `__Host-guichet=${session.token}`
  const post: Post = async (path, body, method = 'POST') => {
    const answer = await app.inject({ method, url: path, headers: { cookie, 'x-guichet-csrf': '1' }, payload: body })
    assert.ok(answer.statusCode < 300, `${method} ${path}: ${answer.body}`)
    return answer.json()
  }
  const made = await furnish(post, { open: house.open, tenant, director, agent, name })
  return { tenant, cookie, ids: { ...made, tenant, person: agent, session: agents.session, key: key.id } }
}

async function tried(endpoints: readonly Route[]): Promise<Findings & { changed: string[] }> {
  const house = await testHouse()
  const whole = served(house, routes)
  const [we, they] = [await furnished(house, whole, 'nous'), await furnished(house, whole, 'eux')]
  await whole.close()
  const app = served(house, endpoints)
  const held = await fingerprint(owner, they.tenant)
  const findings = await tryAsStranger({
    endpoints: endpoints.map((each) => each.endpoint),
    theirs: they.ids,
    ours: we.ids,
    now: house.clock.now(),
    ask: async ({ method, url, body }) => {
      const headers = { cookie: we.cookie, 'x-guichet-csrf': '1' }
      const answer = await app.inject({ method: method as 'GET', url, headers, ...(body ? { payload: body } : {}) }) // a method is one of ours
      return { status: answer.statusCode, headers: answer.headers, body: answer.body }
    },
  })
  await app.close()
  const holds = await fingerprint(owner, they.tenant)
  return { ...findings, changed: Object.keys(held).filter((table) => held[table] !== holds[table]) }
}

function served(house: TestHouse, endpoints: readonly Route[]): FastifyInstance {
  const app = fastify()
  answerErrors(app)
  const door = access.makeDoor(house.open)
  access.serveSignIn(app, { ...house.open, door })
  serveRoutes(app, { ...house.open, admit: door.admit }, endpoints)
  return app
}

test('no endpoint tells another tenant’s id from one that nobody has, nor changes anything of theirs', async () => {
  const { tried: count, complaints, changed, untried } = await tried(routes)
  assert.deepEqual(complaints, [])
  assert.deepEqual(changed, [])
  assert.deepEqual(untried, [])
  assert.ok(count > 15, `${count} trials were made`)
})

// ── offenders, so that we know it would notice ─────────────────────────────────────────────────────────────────────────────
const one = { permission: 'signed-in', summary: 'planted', output: z.unknown() }
const shape = z.object({ id: id<'person'>() })
const exists = async (house: string, person: string): Promise<boolean> =>
  (await owner.query('select from access.account where person_id = $1 and tenant_id <> $2', [person, house])).rowCount === 1

const offenders: [string, Route, RegExp][] = [
  [
    'an answer that says “not yours” instead of “not found”',
    route(endpoint({ ...one, method: 'GET', path: '/api/v1/people/:id', input: shape }), async (work, { id: person }) => {
      throw (await exists(work.tenant, person))
        ? refuse({ code: 'not_yours', status: 403, fr: '', en: '' }, {})
        : refuse(notFound, {})
    }),
    /GET \/api\/v1\/people\/:id with a foreign person as id: it is told from/,
  ],
  [
    'an id deep inside a body',
    route(
      endpoint({
        ...one,
        method: 'POST',
        path: '/api/v1/planted',
        input: z.object({ to: z.array(z.object({ person_id: id<'person'>() })).optional() }),
      }),
      async (work, { to = [] }) => ({ known: await exists(work.tenant, to[0]?.person_id ?? '') }),
    ),
    /as to\.0\.person_id: it is told from/,
  ],
  [
    'an endpoint that fails instead of refusing',
    route(endpoint({ ...one, method: 'DELETE', path: '/api/v1/people/:id', input: shape }), async () => {
      throw new Error('foreign key violated')
    }),
    /it fails with 500/,
  ],
  [
    'an answer that tells more than was asked',
    route(endpoint({ ...one, method: 'GET', path: '/api/v1/keys-of/:id', input: shape }), async (work) => {
      const { rows } = await owner.query('select id from access.key where tenant_id <> $1', [work.tenant])
      return { rows }
    }),
    /it tells the id of a foreign key/,
  ],
]
for (const [name, planted, complaint] of offenders)
  test(`the trial notices ${name}`, async () => {
    const { complaints } = await tried([planted])
    assert.match(complaints.join('\n'), complaint)
  })

test('the trial notices a change in the other tenant', async () => {
  const input = shape
  const touching = endpoint({ ...one, method: 'PUT', path: '/api/v1/people/:id', input }) as Endpoint<{ id: PersonId }, unknown>
  const { changed } = await tried([
    route(touching, async (work) => {
      await owner.query(`update access.account set language = 'en' where tenant_id <> $1`, [work.tenant])
      return {}
    }),
  ])
  assert.deepEqual(changed, ['access.account'])
})
