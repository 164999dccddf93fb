// The real server on a tenant of the tests' database, with somebody at the door: what each role is answered.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'
import * as access from '#access'
import type { RoleName } from '#access/contract'
import type { PersonId, TenantId } from '#base/contract'
import { readConfig } from '#base/config'
import { newId } from '#base/id'
import { makeSeal } from '#base/seal'
import { testHouse } from '#base/test-database'
import { inWork, system, type Open, type Work } from '#base/work'
import * as staff from '#staff'
import { serve } from '../../src/server/serve.ts'
import type { Answered, Asked } from '../isolation/strangers.ts'
import { freePort } from '../world/guichet.ts'

export type Visitor = Record<string, string> // the headers somebody comes with
export type Counter = Awaited<ReturnType<typeof openCounter>>

export async function openCounter(t: TestContext) {
  const { open, clock } = await testHouse()
  const data = await mkdtemp(path.join(tmpdir(), 'guichet-rights-'))
  const smtp = await freePort()
  const config = readConfig({
    GUICHET_DATA: data,
    GUICHET_PORT: '0',
    GUICHET_SMTP_PORT: String(smtp),
    GUICHET_REQUESTS_PER_SECOND: '0',
  })
  const { id: tenant } = await access.createTenant(open, { name: 'Maison' })
  const serving = await serve({ open, seal: makeSeal(Buffer.alloc(32, 7)), shared: null, close: async () => {} }, config)
  t.after(async () => {
    await serving.stop()
    await rm(data, { recursive: true, force: true })
  })
  const work = <Result>(body: (work: Work) => Promise<Result>): Promise<Result> =>
    inWork(open, { tenant, actor: system('test') }, body)
  const ask = async (who: Visitor, { method, url, body }: Asked): Promise<Answered> => {
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const given = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(`http://127.0.0.1:${serving.port}${url}`, {
      method,
      headers: { ...who, ...type, 'x-guichet-csrf': '1' },
      redirect: 'manual',
      ...given,
    })
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
  }
  return { ...people({ open, tenant, work }), open, tenant, clock, work, ask, serving, smtp }
}

type House = { open: Open; tenant: TenantId; work: <Result>(body: (work: Work) => Promise<Result>) => Promise<Result> }

function people({ open, work }: House) {
  const hire = (name: string): Promise<PersonId> =>
    work(async (w) => (await staff.addPerson(w, { name, email: `${newId(w.now)}@example.org`, language: 'fr', roles: [] })).id)
  const grant = (person: PersonId, grants: Parameters<typeof access.changeGrants>[1]['grants']): Promise<void> =>
    work((w) => access.changeGrants(w, { person, grants }))
  const signIn = async (person: PersonId): Promise<Visitor> => {
    const { token } = await work((w) => access.createSignInLink(w, person))
    const session = await access.signInByLink(open, { token, address: '192.0.2.1', browser: 'test' })
    return { cookie: `__Host-guichet=${session.token}` }
  }
  const someone = async (role: RoleName, brands: string[] | null = null): Promise<{ person: PersonId; visitor: Visitor }> => {
    const person = await hire(role)
    await grant(person, [{ role, brands }])
    return { person, visitor: await signIn(person) }
  }
  const keyOf = async (role: RoleName, days = 1): Promise<{ id: string; visitor: Visitor }> => {
    const made = await work((w) => access.createKey(w, { role, name: role, days }))
    return { id: made.id, visitor: { authorization: `Bearer ${made.secret}` } }
  }
  return { hire, signIn, someone, keyOf }
}

export const codeOf = ({ body, headers }: Answered): { code: string; permission: string } => {
  if (!String(headers['content-type']).startsWith('application/problem+json')) return { code: '', permission: '' }
  const { code, details } = JSON.parse(body) as { code: string; details?: { permission?: string } } // RFC 9457, as base/http writes it
  assert.ok(code, body)
  return { code, permission: details?.permission ?? '' }
}
