import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { testCluster } from '#base/test-database'
import { createKey, revokeKey } from '../keys.ts'
import { probe, served } from './test-served.ts'

test('a key opens what its role allows, without cookie or header, until it expires or is revoked', async (t) => {
  const { house, ask, work, app, tail } = await served(t)
  const key = await work((w) => createKey(w, { role: 'agent', name: 'k', days: 2 }))
  const short = await work((w) => createKey(w, { role: 'agent', name: 'short', days: 1 }))
  const by = (secret: string) => app.inject({ method: 'POST', url: probe.path, headers: { authorization: `Bearer ${secret}` } })
  assert.deepEqual((await by(key.secret)).json(), { who: 'key' })
  assert.equal((await by(`${key.secret.slice(0, -1)}${key.secret.endsWith('a') ? 'b' : 'a'}`)).statusCode, 401)
  assert.equal((await ask('GET', '/api/v1/keys', { headers: { authorization: `Bearer ${key.secret}` } })).statusCode, 403)
  house.clock.advance({ hours: 24 })
  assert.equal((await by(short.secret)).statusCode, 401)
  assert.equal((await by(key.secret)).statusCode, 200)
  await work((w) => revokeKey(w, { id: key.id }))
  await tail.settled()
  assert.equal((await by(key.secret)).statusCode, 401)
})

test('what is shown once is kept nowhere, not even for a repeated idempotency key', async (t) => {
  const { hire, signIn, ask } = await served(t)
  const person = await hire('director')
  const director = await signIn(person)
  const headers = { 'idempotency-key': person }
  const { secret } = (
    await ask('POST', '/api/v1/keys', { ...director, headers, payload: { name: person, role: 'agent' } })
  ).json()
  const link = (await ask('POST', `/api/v1/accounts/${person}/links`, { ...director, headers })).json().path
  const everything = await allThatIsKept()
  assert.ok(everything.includes(person), 'the rows were read')
  for (const shown of [secret, link, director.cookie]) assert.ok(!everything.includes(shown.slice(-26)))
})

async function allThatIsKept(): Promise<string> {
  const client = new pg.Client((await testCluster()).addresses.owner)
  await client.connect()
  const tables = ['access.key', 'access.session', 'access.sign_in_link', 'access.audit', 'base.event', 'base.idempotency']
  const rows = await client.query(tables.map((table) => `select t::text as row from ${table} t`).join(' union all '))
  await client.end()
  return rows.rows.map(({ row }) => String(row)).join('\n')
}

test('a session’s token is no key, and a key is no session', async (t) => {
  const { hire, signIn, app, work, ask } = await served(t)
  const { cookie } = await signIn(await hire('agent'))
  const headers = { authorization: `Bearer ${cookie.split('=')[1]!}` }
  assert.equal((await app.inject({ method: 'POST', url: probe.path, headers })).statusCode, 401)
  const { secret } = await work((w) => createKey(w, { role: 'agent', name: 'k', days: 1 }))
  assert.equal((await ask('POST', probe.path, { cookie: `__Host-guichet=${secret}` })).statusCode, 401)
})

test('the trail is read by those who may, names the address, and every deed is in it', async (t) => {
  const { hire, signIn, ask } = await served(t)
  const director = await signIn(await hire('director'))
  const person = await hire('agent')
  assert.equal(
    (await ask('PUT', `/api/v1/accounts/${person}/grants`, { ...director, payload: { grants: [{ role: 'quality' }] } }))
      .statusCode,
    200,
  )
  const made = await ask('POST', '/api/v1/keys', { ...director, payload: { name: 'k', role: 'agent' } })
  assert.equal(made.statusCode, 201)
  const trail = (await ask('GET', '/api/v1/audit?limit=2', director)).json()
  assert.deepEqual(
    trail.items.map(({ what, address }: Record<string, string>) => [what, address]),
    [
      // prettier-ignore
      ['key.made', '127.0.0.1'],
      ['account.grants_changed', '127.0.0.1'],
    ],
  )
  assert.ok(trail.next)
  assert.ok(!JSON.stringify(trail).includes(made.json().secret))
  assert.equal((await ask('GET', '/api/v1/audit', await signIn(person))).statusCode, 200, 'quality reads it')
  assert.equal((await ask('GET', '/api/v1/audit', await signIn(await hire('agent')))).statusCode, 403)
})
