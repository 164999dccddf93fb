// The demonstration as a visitor meets it: one command, a link, a customer who answers what was written to them, and nothing left behind.
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Case, Listed } from '#cases/contract'
import { newGuichet, type Guichet } from '../world/guichet.ts'

const main = path.join(import.meta.dirname, '..', '..', 'src', 'server', 'main.ts')
let guichet: Guichet
let server: ChildProcess
let said = ''
let cookie = ''

before(async () => {
  guichet = await newGuichet()
  server = spawn(process.execPath, [main, 'start', '--demo', '--speed', 'fast'], {
    env: guichet.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  server.stderr?.pipe(process.stderr, { end: false })
  await new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`it ended: ${said}`)))
    server.stdout?.on('data', (chunk: Buffer) => (said += String(chunk)).includes('  Data ') && resolve())
  })
})
after(async () => {
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  await gone
  await guichet.clear()
})

const origin = () => `http://localhost:${guichet.http}`

async function ask<Body>(
  method: string,
  where: string,
  body?: object,
): Promise<{ status: number; body: Body; cookies: string[] }> {
  const headers = {
    origin: origin(),
    'x-guichet-csrf': '1',
    'sec-fetch-site': 'same-origin',
    cookie,
    ...(body ? { 'content-type': 'application/json' } : {}),
  }
  const answer = await fetch(origin() + where, { method, headers, body: body ? JSON.stringify(body) : null })
  const text = await answer.text()
  return { status: answer.status, body: (text ? JSON.parse(text) : null) as Body, cookies: answer.headers.getSetCookie() } // the caller names the endpoint's output
}

async function until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  for (const deadline = Date.now() + 300_000; Date.now() < deadline;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`waited in vain for ${what}`)
}

type Posted = { filed: boolean; case_id: string | null; opened: boolean }

test('a visitor signs in by the printed link and finds a centre at work, marked as a demonstration', async () => {
  const token = /Hélène Vasseur, director\s+\S+#(\S+)/.exec(said)?.[1]
  const session = await ask<{ tenant: { name: string } }>('POST', '/api/v1/session/link', { token })
  assert.equal(session.status, 200)
  assert.match(session.body.tenant.name, /démonstration/)
  cookie = session.cookies.map((each) => each.split(';')[0]).join('; ')
  assert.deepEqual((await ask('GET', '/api/v1/demonstration')).body, { is: true, removable: true })
  assert.ok((await ask<{ items: Listed[] }>('GET', '/api/v1/cases?limit=200')).body.items.length > 100)
  assert.equal((await ask<{ items: unknown[] }>('GET', '/api/v1/hand-overs')).body.items.length, 2)
})

test('played by the visitor, a customer writes by mail, is answered, reads it, and answers in the same case', async () => {
  const { items } = (await ask<{ items: { id: string; email: string | null }[] }>('GET', '/api/v1/customers?limit=20')).body
  const customer = items.find(({ email }) => email !== null)?.id
  const subject = 'Une lampe qui chante'
  const posted = await ask<Posted>('POST', '/api/v1/demonstration/letters', { customer, subject, text: 'Elle chante faux.' })
  assert.equal(posted.status, 200)
  assert.equal(posted.body.opened, posted.body.filed)
  const case_id = await until('the letter in a case of its own', async () => {
    const { items: newest } = (await ask<{ items: Listed[] }>('GET', '/api/v1/cases?limit=50')).body
    return newest.find((each) => each.subject === subject)?.id
  })
  assert.equal(posted.body.case_id ?? case_id, case_id) // null: on a busy machine it was still on its way
  assert.equal(
    (await ask('POST', `/api/v1/cases/${case_id}/replies`, { text: 'Faites-la taire, je vous en envoie une autre.' })).status,
    201,
  )
  const letter = await until('the answer in the customer’s letter box', async () => {
    const received = (
      await ask<{ items: { id: string; case_id: string }[] }>('GET', `/api/v1/demonstration/letters?customer=${customer}`)
    ).body
    return received.items.find((each) => each.case_id === case_id)
  })
  const again = await ask<Posted>('POST', '/api/v1/demonstration/letters', { customer, text: 'Merci !', answers: letter.id })
  assert.deepEqual([again.status, again.body.opened], [200, false])
  await until('the answer in the same case', async () => {
    const { conversations } = (await ask<Case>('GET', `/api/v1/cases/${case_id}`)).body
    const all = conversations.flatMap(({ interactions }) => interactions)
    return all.find(({ direction, visible_text }) => direction === 'in' && visible_text === 'Merci !')
  })
})

test('customers go on writing while one looks, and one whom nobody plays answers by themselves', async () => {
  const known = new Set((await ask<{ items: Listed[] }>('GET', '/api/v1/cases?limit=200')).body.items.map(({ id }) => id))
  await until('a letter out of the blue', async () =>
    (await ask<{ items: Listed[] }>('GET', '/api/v1/cases?limit=5')).body.items.find(({ id }) => !known.has(id)),
  )
  const open = (await ask<{ items: Listed[] }>('GET', '/api/v1/cases?status=open&limit=30')).body.items
  const before = new Map(open.slice(0, 8).map(({ id }) => [id, Date.now()]))
  for (const id of before.keys()) await ask('POST', `/api/v1/cases/${id}/replies`, { text: 'Je m’en occupe aujourd’hui.' })
  await until('a customer’s answer', async () => {
    for (const id of before.keys()) {
      const { conversations } = (await ask<Case>('GET', `/api/v1/cases/${id}`)).body
      const all = conversations.flatMap(({ interactions }) => interactions)
      const ours = all.findLastIndex(({ visible_text }) => visible_text.includes('Je m’en occupe aujourd’hui.'))
      if (all.slice(ours + 1).some(({ direction, kind }) => direction === 'in' && kind === 'message')) return true
    }
    return undefined
  })
})

test('everything goes in one click, the visitor’s session with it, and the real house stays', async () => {
  assert.equal((await ask('DELETE', '/api/v1/demonstration')).status, 200)
  await until('the session to end', async () => ((await ask('GET', '/api/v1/session')).status === 401 ? true : undefined))
  assert.match((await guichet.run(['demo', 'remove'])).out, /There is no demonstration here/)
  assert.match((await guichet.run(['link', 'create'])).out, /sign-in#/)
})
