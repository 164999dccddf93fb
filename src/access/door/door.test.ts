import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeGrants } from '../change-grants.ts'
import { closeAccount } from '../close-account.ts'
import { createKey, revokeKey } from '../keys.ts'
import type { Ended } from './door.ts'
import { cookieOf, probe, publicProbe, served } from './test-served.ts'

const PASSWORD = 'quatre mots sans rapport'

test('a link gives a cookie that no script and no other host can read, and says who one is', async (t) => {
  const { hire, signIn, ask } = await served(t)
  const person = await hire('agent')
  const { cookie, answer } = await signIn(person)
  assert.match(
    String(answer.headers['set-cookie']),
    /^__Host-guichet=[0-9a-f]{32}_[a-z2-7]{26}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure$/,
  )
  const me = (await ask('GET', '/api/v1/session', { cookie })).json()
  assert.equal(me.tenant.name, 'Maison Durand')
  assert.equal(me.person.id, person)
  assert.deepEqual(me.grants, [{ role: 'agent', teams: null, brands: null }])
  assert.ok(me.permissions.includes('case.reply') && !me.permissions.includes('role.manage'))
})

test('without a session one is asked to sign in; without the right one is told which is missing', async (t) => {
  const { hire, signIn, ask } = await served(t)
  assert.equal((await ask('POST', probe.path)).statusCode, 401)
  assert.equal((await ask('POST', probe.path, { cookie: `__Host-guichet=${'0'.repeat(32)}_${'a'.repeat(26)}` })).statusCode, 401)
  const { cookie } = await signIn(await hire('trainer'))
  const answer = await ask('POST', probe.path, { cookie })
  assert.equal(answer.statusCode, 403)
  assert.deepEqual([answer.json().code, answer.json().details], ['not_allowed', { permission: 'case.reply' }])
})

test('who has not signed in stands on the doorstep, even with a cookie', async (t) => {
  const { hire, signIn, ask } = await served(t)
  const { cookie } = await signIn(await hire('agent'))
  assert.deepEqual((await ask('POST', publicProbe.path, { cookie })).json(), { who: 'anonymous' })
})

test('a foreign page cannot write with somebody’s cookie, nor sign them in as somebody else', async (t) => {
  const { hire, signIn, ask } = await served(t)
  const { cookie } = await signIn(await hire('agent'))
  const foreign: Record<string, string>[] = [
    { 'x-guichet-csrf': '' },
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    assert.equal((await ask('POST', probe.path, { cookie, headers })).json().code, 'request.forged')
    assert.equal((await ask('POST', '/api/v1/session/link', { headers, payload: { token: 'x' } })).json().code, 'request.forged')
  }
  assert.equal((await ask('POST', probe.path, { cookie })).statusCode, 200)
})

test('a demotion is felt at once, and the next answer brings a new token', async (t) => {
  const { hire, signIn, ask, work, tail } = await served(t)
  const person = await hire('agent')
  const { cookie } = await signIn(person)
  assert.equal((await ask('POST', probe.path, { cookie })).statusCode, 200)
  await work((w) => changeGrants(w, { person, grants: [{ role: 'trainer' }] }))
  await tail.settled()
  const answer = await ask('POST', probe.path, { cookie })
  assert.equal(answer.statusCode, 403)
  const renewed = cookieOf(answer)
  assert.notEqual(renewed, cookie)
  assert.equal((await ask('GET', '/api/v1/session', { cookie: renewed })).statusCode, 200)
})

test('the token before is good for requests under way, and for no longer', async (t) => {
  const { house, hire, signIn, ask, work, tail } = await served(t)
  const person = await hire('agent')
  const { cookie } = await signIn(person)
  await work((w) => changeGrants(w, { person, grants: [{ role: 'team_manager' }] }))
  await tail.settled()
  const together = await Promise.all(Array.from({ length: 5 }, () => ask('GET', '/api/v1/session', { cookie })))
  assert.deepEqual(together.map(({ statusCode }) => statusCode), [200, 200, 200, 200, 200]) // prettier-ignore
  assert.equal(together.filter(({ headers }) => headers['set-cookie']).length, 1, 'one of them brings the new token')
  house.clock.advance({ seconds: 31 })
  assert.equal((await ask('GET', '/api/v1/session', { cookie })).statusCode, 401)
})

test('even when the journal is not heard, a closed account is out within five seconds', async (t) => {
  const { house, hire, signIn, ask, work, tail } = await served(t)
  await tail.stop()
  const person = await hire('agent')
  const { cookie } = await signIn(person)
  assert.equal((await ask('POST', probe.path, { cookie })).statusCode, 200)
  await work((w) => closeAccount(w, { person }))
  house.clock.advance({ seconds: 2 })
  assert.equal((await ask('POST', probe.path, { cookie })).statusCode, 401)
})

test('live connections are told when their person leaves, is demoted, signs out, or their key is revoked', async (t) => {
  const { door, hire, signIn, ask, work, tail, tenant } = await served(t)
  const ended: Ended[] = []
  t.after(door.watchAccess((each) => ended.push(each)))
  const [leaver, demoted, guest] = [await hire('agent'), await hire('agent'), await hire('agent')]
  const { cookie } = await signIn(guest)
  const key = await work((w) => createKey(w, { role: 'it', name: 'k', days: 1 }))
  await work((w) => closeAccount(w, { person: leaver }))
  await work((w) => changeGrants(w, { person: demoted, grants: [] }))
  await ask('DELETE', '/api/v1/session', { cookie })
  await work((w) => revokeKey(w, { id: key.id }))
  await tail.settled()
  assert.deepEqual(
    ended.map(({ tenant: where, actor, sessions }) => [where, actor, sessions?.length ?? 'all']),
    [
      [tenant, leaver, 'all'],
      [tenant, demoted, 'all'],
      [tenant, guest, 1],
      [tenant, key.id, 'all'],
    ],
  )
})

test('a session sleeps after twelve hours and dies after thirty days', async (t) => {
  const { house, hire, signIn, ask } = await served(t)
  const idle = await signIn(await hire('agent'))
  const busy = await signIn(await hire('agent'))
  for (let hours = 0; hours < 30 * 24; hours += 11) {
    assert.equal((await ask('GET', '/api/v1/session', busy)).statusCode, 200, `after ${hours} hours`)
    house.clock.advance({ hours: 11 })
    if (hours === 11) assert.equal((await ask('GET', '/api/v1/session', idle)).statusCode, 401)
  }
  assert.equal((await ask('GET', '/api/v1/session', busy)).statusCode, 401)
})

test('one sees one’s sessions, ends one, ends all', async (t) => {
  const { hire, signIn, ask, tail } = await served(t)
  const person = await hire('agent')
  const [here] = [await signIn(person), await signIn(person), await signIn(person)]
  const { items } = (await ask('GET', '/api/v1/sessions', here)).json()
  assert.equal(items.length, 3)
  const other = items.find(({ mine }: { mine: boolean }) => !mine)
  assert.equal((await ask('DELETE', `/api/v1/sessions/${other.id}`, here)).statusCode, 200)
  assert.equal((await ask('DELETE', `/api/v1/sessions/${other.id}`, here)).statusCode, 404)
  assert.equal((await ask('DELETE', '/api/v1/sessions', here)).statusCode, 200)
  await tail.settled()
  assert.equal((await ask('GET', '/api/v1/session', here)).statusCode, 401, 'this one too')
  const strangers = await signIn(await hire('agent'))
  assert.equal((await ask('GET', `/api/v1/sessions?person=${person}`, strangers)).statusCode, 403)
})

test('signing out takes the cookie away and ends the session', async (t) => {
  const { hire, signIn, ask, tail } = await served(t)
  const { cookie } = await signIn(await hire('agent'))
  const answer = await ask('DELETE', '/api/v1/session', { cookie })
  assert.match(String(answer.headers['set-cookie']), /^__Host-guichet=; .*Max-Age=0/)
  await tail.settled()
  assert.equal((await ask('GET', '/api/v1/session', { cookie })).statusCode, 401)
})

test('a password is chosen, opens the door, and ends the other sessions', async (t) => {
  const { hire, signIn, ask, tail } = await served(t)
  const person = await hire('agent')
  const [here, there] = [await signIn(person), await signIn(person)]
  assert.equal((await ask('PUT', '/api/v1/session/password', { ...here, payload: { password: PASSWORD } })).statusCode, 200)
  await tail.settled()
  assert.equal((await ask('GET', '/api/v1/session', there)).statusCode, 401)
  assert.equal((await ask('GET', '/api/v1/session', here)).statusCode, 200)
  const answer = await ask('POST', '/api/v1/session/password', {
    payload: { email: `${person}@example.org`, password: PASSWORD },
  })
  assert.equal(answer.json().person.id, person)
  assert.equal(answer.json().has_password, true)
})

test('who guesses passwords is told when to come back', async (t) => {
  const { hire, ask } = await served(t)
  const payload = { email: `${await hire('agent')}@example.org`, password: 'wrong' }
  for (let i = 0; i < 5; i++) assert.equal((await ask('POST', '/api/v1/session/password', { payload })).statusCode, 401)
  const answer = await ask('POST', '/api/v1/session/password', { payload })
  assert.deepEqual([answer.statusCode, answer.headers['retry-after']], [429, '2'])
})
