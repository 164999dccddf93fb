// Signing in with a real browser: what it keeps of our cookie, where, and what it lets a foreign page do with it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import * as access from '#access'
import type { PersonId, TenantId } from '#base/contract'
import { answerErrors, serveRoutes } from '#base/http'
import { newId } from '#base/id'
import { openBrowser } from '#base/test-browser'
import { testHouse, type TestHouse } from '#base/test-database'
import { inWork, system } from '#base/work'

let browser: Browser
let app: FastifyInstance
let house: TestHouse
let tenant: TenantId
let person: PersonId
let port: string
const answered: { method: string; origin: string | undefined; status: number }[] = []

before(async () => {
  house = await testHouse()
  tenant = (await access.createTenant(house.open, { name: 'Maison Durand' })).id
  person = newId<'person'>(house.clock.now())
  await act((work) => access.openAccount(work, { person, email: 'camille@example.org', roles: [{ role: 'agent' }] }))
  app = fastify()
  answerErrors(app)
  const door = access.makeDoor(house.open)
  access.serveSignIn(app, { ...house.open, door })
  serveRoutes(app, { ...house.open, admit: door.admit }, access.routes)
  app.addHook('onResponse', async (request, reply) => {
    answered.push({ method: request.method, origin: request.headers.origin, status: reply.statusCode })
  })
  app.get('/', (_, reply) => reply.type('text/html').send('<!doctype html><title>guichet</title>'))
  port = new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port
  browser = await openBrowser(['--host-resolver-rules=MAP *.lan 127.0.0.1'])
})
after(async () => {
  await browser.close()
  await app.close()
})

const act: TestHouse['work'] = (body) => inWork(house.open, { tenant, actor: system('test') }, body)
type Request = { method: string; path: string; body?: object }
const ask = (
  page: Page,
  { method, path, body = {} }: Request,
): Promise<{ status: number; body: { person?: { email: string } } }> =>
  page.evaluate(
    async (wanted) => {
      const headers = { 'content-type': 'application/json', 'x-guichet-csrf': '1' }
      const answer = await fetch(wanted.path, {
        method: wanted.method,
        headers,
        ...(wanted.method === 'GET' ? {} : { body: wanted.body }),
      })
      return { status: answer.status, body: await answer.json() }
    },
    { method, path, body: JSON.stringify(body) },
  )
const who = { method: 'GET', path: '/api/v1/session' }

async function signedIn(host: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`http://${host}:${port}/`)
  const { token } = await act((work) => access.createSignInLink(work, person))
  assert.equal((await ask(page, { method: 'POST', path: '/api/v1/session/link', body: { token } })).status, 200)
  return page
}

for (const [host, name] of [
  ['localhost', '__Host-guichet'],
  ['127.0.0.1', '__Host-guichet'],
  ['desk.lan', 'guichet'], // another machine over plain http: the browser would drop the safer form without a word
] as const)
  test(`who signs in on http://${host} stays signed in, and signs out`, async () => {
    const page = await signedIn(host)
    assert.equal((await ask(page, who)).body.person?.email, 'camille@example.org')
    const [cookie] = await page.context().cookies()
    assert.deepEqual([cookie?.name, cookie?.httpOnly, cookie?.sameSite], [name, true, 'Lax'])
    assert.equal(await page.evaluate(() => document.cookie), '', 'no script can read it')
    assert.equal((await ask(page, { ...who, method: 'DELETE' })).status, 200)
    assert.equal((await ask(page, who)).status, 401)
    assert.deepEqual(await page.context().cookies(), [])
    await page.context().close()
  })

test('a foreign page can do nothing with the session, neither by script nor by form', async () => {
  const page = await signedIn('desk.lan')
  const ours = `http://desk.lan:${port}`
  const foreign = await page.context().newPage()
  await foreign.goto(`http://evil.lan:${port}/`)
  const byScript = await foreign.evaluate(
    (url) =>
      fetch(url, { method: 'DELETE', credentials: 'include', headers: { 'x-guichet-csrf': '1' } }).then(
        String,
        () => 'stopped by the browser',
      ),
    `${ours}/api/v1/session`,
  )
  assert.equal(byScript, 'stopped by the browser')
  await foreign.evaluate(
    (url) =>
      fetch(url, {
        method: 'POST',
        mode: 'no-cors',
        credentials: 'include',
        body: new URLSearchParams({ email: 'camille@example.org' }),
      }).then(String),
    `${ours}/api/v1/session/link-requests`,
  )
  assert.equal((await ask(page, who)).status, 200, 'still signed in')
  const ofForeign = answered.filter(({ origin }) => origin?.includes('evil'))
  assert.deepEqual(ofForeign.map(({ method }) => method), ['OPTIONS', 'POST']) // prettier-ignore
  assert.ok(ofForeign.every(({ status }) => status >= 400))
  await page.context().close()
})
