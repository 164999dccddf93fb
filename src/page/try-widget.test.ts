import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify from 'fastify'
import * as access from '#access'
import * as brands from '#brands'
import * as staff from '#staff'
import { widgetRoutes } from '#channels'
import { newId } from '#base/id'
import { makeSeal } from '#base/seal'
import { testHouse } from '#base/test-database'
import { inWork, system, type Work } from '#base/work'
import { servePages } from './serve.ts'

const seal = makeSeal(Buffer.alloc(32, 5))
const url = 'https://guichet.example'

async function house() {
  const { open, clock } = await testHouse()
  const { id: tenant } = await access.createTenant(open, { name: 'Atelier' })
  const work = <Result>(body: (work: Work) => Promise<Result>) => inWork(open, { tenant, actor: system('test') }, body)
  const routes = new Map(widgetRoutes({ seal, url }).map(({ endpoint, verb }) => [`${endpoint.method} ${endpoint.path}`, verb]))
  const ask = async (name: string, input: object) =>
    (await work((w) => routes.get(name)!(w, input))) as { id: string; key: string; version: number } // a widget, as its contract says
  const email = `anna-${newId(clock.now())}@atelier.example`
  const anna = await work((w) => staff.addPerson(w, { name: 'Anna', email, language: 'fr', roles: ['agent'] }))
  const brand = await work((w) => brands.addBrand(w, { name: 'Atelier <b>' }))
  const widget = await ask('POST /api/v1/widgets', { brand_id: brand.id, duty_person_id: anna.id })
  const app = Fastify()
  servePages(app, { ...open, seal, url })
  await app.ready()
  const get = (key: string, language = 'fr') => app.inject({ url: `/widget/try/${key}?lang=${language}` })
  return { ask, widget, get, work, open }
}

test('a widget is tried on a page of ours, before any site may show it', async () => {
  const { widget, get } = await house()
  const page = await get(widget.key)
  assert.equal(page.statusCode, 200)
  assert.ok(page.body.includes(`<script async src="/widget.js" data-widget="${widget.key}" data-language="fr"></script>`))
  assert.ok(page.body.includes('Atelier &lt;b&gt;'))
  assert.match(page.body, /Aucun site n’est encore permis/)
  assert.match((await get(widget.key, 'en')).body, /No site is allowed yet/)
  const policy = String(page.headers['content-security-policy'])
  assert.match(policy, /script-src 'self';/)
  assert.doesNotMatch(policy, /unsafe/)
})

test('a paused widget says so and is not loaded; a withdrawn or unknown one is refused, on the trail', async () => {
  const { ask, widget, get, work, open } = await house()
  await ask('PATCH /api/v1/widgets/:id', { id: widget.id, version: 1, paused: true })
  const paused = await get(widget.key)
  assert.match(paused.body, /en pause/)
  assert.ok(!paused.body.includes('widget.js'))
  await ask('DELETE /api/v1/widgets/:id', { id: widget.id })
  assert.equal((await get(widget.key)).statusCode, 410)
  assert.equal((await get('nonsense')).statusCode, 404)
  await access.settleRefusals(open)
  const { items } = await work((w) => access.readAudit(w, { limit: 10, what: 'door.refused' }))
  assert.deepEqual(items.map(({ details }) => details.code), ['widget.closed']) // prettier-ignore
})
