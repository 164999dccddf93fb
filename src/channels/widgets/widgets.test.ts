import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as brands from '#brands'
import { newId } from '#base/id'
import { newWidget, originShape, widgetEdit } from '../contract.ts'
import { addWidget } from './add.ts'
import { editWidget, removeWidget } from './edit.ts'
import { getWidget, listWidgets } from './list.ts'
import { codeOf, person, site, testSite, type TestSite } from './test-site.ts'

const add = ({ work, brand }: TestSite, more: object = {}, actor?: Parameters<TestSite['work']>[1]) =>
  work((w) => addWidget(site)(w, newWidget.parse({ brand_id: brand, ...more })), actor)
const edit = (at: TestSite, more: object, actor?: Parameters<TestSite['work']>[1]) =>
  at.work((w) => editWidget(site)(w, widgetEdit.parse({ id: at.widget.id, version: 1, ...more })), actor)

test('a new widget opens a chat door like the doors the brand has: same hours, same person on duty', async () => {
  const at = await testSite()
  const door = await at.work((w) => brands.entryPoint(w, at.widget.entry_point as never))
  assert.equal(door?.kind, 'chat')
  assert.equal(door?.calendar_id, at.calendar)
  assert.equal(door?.duty_person_id, at.anna)
  assert.equal(
    at.widget.snippet,
    `<script async src="https://guichet.example/widget.js" data-widget="${at.widget.key}"></script>`,
  )
  assert.match(at.widget.key, /^wd_[0-9a-f]{32}_[a-z2-7]{26}$/)
  assert.deepEqual((await at.trail()).filter(({ what }) => what === 'widget.added').map(({ about }) => about), [at.widget.id]) // prettier-ignore
})

test('a brand has as many widgets as it likes, a door has one', async () => {
  const at = await testSite()
  const second = await add(at, { name: 'Boutique' })
  assert.notEqual(second.entry_point, at.widget.entry_point)
  assert.equal(await codeOf(add(at, { entry_point: second.entry_point })), 'widget.door_taken')
  const { items } = await at.work((w) => listWidgets(site)(w, { limit: 50 }))
  assert.deepEqual(items.map(({ name }) => name), ['Chat', 'Boutique']) // prettier-ignore
})

test('of two who edit at once the second is shown what the first did', async () => {
  const at = await testSite()
  const after = await edit(at, { origins: ['https://a.example'], paused: true })
  assert.deepEqual(after.origins, ['https://a.example'])
  assert.ok(after.paused_at)
  assert.equal(after.version, 2)
  assert.equal(await codeOf(edit(at, { origins: [] })), 'stale')
  assert.deepEqual((await at.work((w) => getWidget(site)(w, { id: at.widget.id }))).origins, ['https://a.example'])
})

test('a withdrawn widget takes its door with it and is listed no more', async () => {
  const at = await testSite()
  await at.work((w) => removeWidget(w, { id: at.widget.id }))
  assert.ok((await at.work((w) => brands.entryPoint(w, at.widget.entry_point as never)))?.closed_at)
  assert.deepEqual((await at.work((w) => listWidgets(site)(w, { limit: 50 }))).items, [])
  assert.equal(await codeOf(edit(at, {})), 'not_found')
})

test('who holds channels of another brand sees nothing here; who may only read changes nothing', async () => {
  const at = await testSite()
  const elsewhere = person(at.anna, { brands: [newId(at.clock.now())] })
  assert.deepEqual((await at.work((w) => listWidgets(site)(w, { limit: 50 }), elsewhere)).items, [])
  assert.equal(await codeOf(edit(at, {}, elsewhere)), 'not_found')
  assert.equal(await codeOf(add(at, {}, elsewhere)), 'not_found')
  const reader = person(at.anna, { permissions: ['channel.read'] })
  assert.equal((await at.work((w) => listWidgets(site)(w, { limit: 50 }), reader)).items.length, 1)
  assert.equal(await codeOf(edit(at, {}, reader)), 'not_allowed')
  assert.equal(await codeOf(add(at, {}, reader)), 'not_allowed')
})

test('who manages channels and not brands may make a widget all the same', async () => {
  const at = await testSite()
  const it = person(at.anna, { permissions: ['channel.read', 'channel.manage'] })
  assert.ok((await add(at, { name: 'Aide' }, it)).id)
})

test('an origin is written as a browser says it, or as every name below one of at least two parts', () => {
  const ok = (text: string): boolean => originShape.safeParse(text).success
  for (const good of ['https://www.example.fr', 'HTTPS://Example.fr/', 'http://localhost:3000', 'https://*.example.fr', 'https://a.b.example.fr:8443', 'http://[::1]:8080'])
    assert.ok(ok(good), good) // prettier-ignore
  for (const bad of ['*', 'https://*', 'https://*.fr', 'http://*.example.fr', 'https://www.*.fr', 'https://example.fr/path', 'example.fr', 'https://user@example.fr', 'null', 'javascript:alert(1)', 'https://example.fr:443', 'https://*.*.example.fr'])
    assert.ok(!ok(bad), bad) // prettier-ignore
})
