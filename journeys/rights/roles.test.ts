// Every address the server answers, asked by each role, by nobody, and by keys and sessions that are no longer good. What is expected is
// derived from the permission the contract names and from the roles that hold it, never written down a second time.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roleNames, roles, type Permission, type RoleName } from '#access/contract'
import * as access from '#access'
import * as staff from '#staff'
import { endpoint, nothing, type Endpoint } from '#base/contract'
import { z } from 'zod'
import { otherEndpoints } from '../../src/server/other-endpoints.ts'
import { endpointsOfRooms } from '../../src/server/endpoints.ts'
import { NONCE, sampleOf, schemaOf } from '../isolation/sample.ts'
import { requestOf, type Asked } from '../isolation/strangers.ts'
import { codeOf, openCounter, type Visitor } from './counter.ts'

const image = endpoint({
  method: 'GET',
  path: '/api/v1/image',
  permission: 'case.read',
  summary: 'A picture of a mail',
  input: nothing,
  output: z.string(),
})
const everything = [...endpointsOfRooms, ...otherEndpoints, image] as readonly Endpoint<unknown, unknown>[] // of any input and output
// Held open, or answered without regard to who asks.
const guarded = everything.filter(({ permission, path }) => permission !== 'anyone' && path !== '/api/v1/live')
let count = 0
const requestFor = (each: Endpoint<unknown, unknown>): Asked => {
  const sample = JSON.stringify(sampleOf(schemaOf(each))).replaceAll(NONCE, `n${++count}`)
  return requestOf(each, JSON.parse(sample) as Record<string, unknown>) // an endpoint's input is an object
}
const named = ({ method, path }: Endpoint<unknown, unknown>): string => `${method} ${path}`

test('each role may do what the contract says, and nothing else', async (t) => {
  const counter = await openCounter(t)
  await counter.someone('director') // somebody directs the house, whatever happens to the others
  const complaints: string[] = []
  for (const role of roleNames) {
    let { person, visitor } = await counter.someone(role)
    for (const each of guarded) {
      const answer = await counter.ask(visitor, requestFor(each))
      complaints.push(...judge(role, each, { status: answer.status, ...codeOf(answer) }))
      if (each.path.startsWith('/api/v1/session')) visitor = await counter.signIn(person) // it may just have signed out
    }
  }
  assert.deepEqual(complaints, [])
})

type Verdict = { status: number; code: string; permission: string }

export function judge(role: RoleName, each: Endpoint<unknown, unknown>, { status, code, permission }: Verdict): string[] {
  const held: ReadonlySet<string> = roles[role].permissions
  const said = `${role} ${named(each)}: ${status} ${code} ${permission}`
  if (status >= 500 || code === 'sign_in.needed' || code === 'request.forged') return [said]
  const may = each.permission === 'signed-in' || held.has(each.permission)
  if (!may) return code === 'not_allowed' && permission === each.permission ? [] : [`${said}, and must be refused`]
  // A verb may ask for more than the door does; it is then true that this role does not hold it.
  if (code === 'not_allowed' && held.has(permission)) return [`${said}, which this role holds`]
  return []
}

test('the trial notices an endpoint that lets everybody in, and one that keeps everybody out', () => {
  const planted = { ...guarded[0]!, permission: 'tenant.manage' satisfies Permission }
  assert.equal(judge('agent', planted, { status: 200, code: '', permission: '' }).length, 1)
  assert.equal(judge('director', planted, { status: 403, code: 'not_allowed', permission: 'tenant.manage' }).length, 1)
  assert.equal(judge('agent', planted, { status: 403, code: 'not_allowed', permission: 'tenant.manage' }).length, 0)
})

test('nobody is let in without a credential that is good at this moment', async (t) => {
  const counter = await openCounter(t)
  await counter.someone('director')
  const revoked = await counter.keyOf('director')
  const expired = await counter.keyOf('director')
  await counter.work((work) => access.revokeKey(work, { id: revoked.id as never })) // the id of a key just made
  const left = await counter.someone('director')
  const stays = await counter.hire('Reste')
  await counter.work((work) => staff.removePerson(work, { person: left.person, successor: stays }))
  const ended = await counter.someone('director')
  assert.equal((await counter.ask(ended.visitor, { method: 'DELETE', url: '/api/v1/session', body: undefined })).status, 200)
  counter.clock.advance({ hours: 25 })
  const good = await counter.keyOf('director')
  const secret = good.visitor['authorization']!.slice('Bearer '.length)
  const strangers: Record<string, Visitor> = {
    nobody: {}, 'a revoked key': revoked.visitor, 'an expired key': expired.visitor, 'somebody who left': left.visitor, 'somebody who signed out': ended.visitor,
    'a key nobody made': { authorization: `Bearer ${secret.slice(0, -1)}${secret.endsWith('a') ? 'b' : 'a'}` }, 'a key as a cookie': { cookie: `__Host-guichet=${secret}` },
    'a key by Basic': { authorization: `Basic ${Buffer.from(`x:${secret}`).toString('base64')}` }, nonsense: { authorization: 'Bearer \u00e9'.slice(0, 8), cookie: '__Host-guichet=;' },
  } // prettier-ignore
  const let_in: string[] = []
  for (const each of guarded)
    for (const [who, visitor] of Object.entries(strangers)) {
      const answer = await counter.ask(visitor, requestFor(each))
      if (answer.status !== 401 || codeOf(answer).code !== 'sign_in.needed')
        let_in.push(`${who} ${named(each)}: ${answer.status} ${codeOf(answer).code}`)
    }
  assert.deepEqual(let_in, [])
  for (const name of ['key', 'api_key', 'token', 'access_token', 'authorization'])
    assert.equal(
      (await counter.ask({}, { method: 'GET', url: `/api/v1/cases?${name}=${secret}`, body: undefined })).status,
      401,
      `a key in the address is no key (${name})`,
    )
  assert.equal((await counter.ask(good.visitor, { method: 'GET', url: '/api/v1/cases', body: undefined })).status, 200)
})
