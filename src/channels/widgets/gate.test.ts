import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newToken } from '#base/id'
import { widgetEdit } from '../contract.ts'
import { editWidget, removeWidget } from './edit.ts'
import { codeOf, ORIGIN, site, testSite, type TestSite } from './test-site.ts'

const refusals = async (at: TestSite) => (await at.trail()).filter(({ what }) => what === 'door.refused')
const edit = (at: TestSite, more: object) =>
  at.work((w) => editWidget(site)(w, widgetEdit.parse({ id: at.widget.id, version: 1, ...more })))
const hear = (at: TestSite) => at.gate.watch([{ name: 'widget.changed', tenant_id: at.tenant } as never])

test('the site is let in, and so are our own pages for trying it', async () => {
  const at = await testSite()
  assert.equal((await at.admitted()).entry_point, at.widget.entry_point)
  assert.ok(await at.admitted({ origin: 'https://guichet.example', site: 'same-origin', host: 'guichet.example' }))
  assert.ok(await at.admitted({ origin: undefined, site: 'same-origin', host: 'guichet.example' }))
  assert.deepEqual(await refusals(at), [])
})

test('a foreign page is refused, and the trail says which widget and from where', async () => {
  const at = await testSite({ wish: { origins: [ORIGIN, 'https://*.boutique.example'] } })
  for (const origin of ['https://evil.example', 'http://www.atelier.example', 'https://www.atelier.example:8443', 'null', 'https://boutique.example',
    'https://evil.example#.boutique.example', 'https://xboutique.example', 'https://www.atelier.example.evil.example'])
    assert.equal(await codeOf(at.admitted({ origin })), 'widget.foreign_origin', origin) // prettier-ignore
  assert.ok(await at.admitted({ origin: 'https://fr.boutique.example' }))
  assert.equal(await codeOf(at.admitted({ origin: undefined, site: 'cross-site' })), 'widget.foreign_origin')
  assert.deepEqual(await refusals(at), [{ what: 'door.refused', code: 'widget.foreign_origin', count: 9, address: '192.0.2.7', about: at.widget.id }]) // prettier-ignore
})

test('a socket must say from which page it comes', async () => {
  const at = await testSite()
  assert.equal(await codeOf(at.gate.admit(at.caller({ origin: undefined }), { originNeeded: true })), 'widget.origin_missing')
  assert.ok(await at.gate.admit(at.caller(), { originNeeded: true }))
})

test('an unknown key, a key of another form and a key of another house lead nowhere', async () => {
  const [at, other] = [await testSite(), await testSite()]
  const mine = at.tenant.replaceAll('-', '')
  assert.equal(await codeOf(at.admitted({ key: `wd_${mine}_${newToken()}` })), 'widget.unknown')
  assert.equal(await codeOf(at.admitted({ key: 'nonsense' })), 'widget.unknown')
  assert.equal(
    await codeOf(at.admitted({ key: other.widget.key.replace(other.tenant.replaceAll('-', ''), mine) })),
    'widget.unknown',
  )
  assert.deepEqual((await refusals(at)).map(({ code, count }) => `${code} ${count}`), ['widget.unknown 2']) // prettier-ignore
})

test('a paused widget says when to come back, a withdrawn one what to do; neither waits for a memory to fade', async () => {
  const at = await testSite()
  await at.admitted()
  await edit(at, { paused: true })
  hear(at)
  assert.equal(await codeOf(at.admitted()), 'widget.paused')
  await at.work((w) => removeWidget(w, { id: at.widget.id }))
  hear(at)
  assert.equal(await codeOf(at.admitted()), 'widget.closed')
})

test('a change made by another server is known within seconds', async () => {
  const at = await testSite()
  await at.admitted()
  await edit(at, { origins: [] })
  at.clock.advance({ seconds: 6 })
  assert.equal(await codeOf(at.admitted()), 'widget.foreign_origin')
})

test('two hundred conversations begun from one address within a minute: twenty are, the rest are told when to come back', async () => {
  const at = await testSite()
  const admitted = await at.admitted()
  const codes = await Promise.all(Array.from({ length: 200 }, () => codeOf(at.gate.mayBegin(admitted))))
  assert.equal(codes.filter((code) => code === 'taken').length, 20)
  assert.deepEqual(await refusals(at), [{ what: 'door.refused', code: 'widget.too_many_conversations', count: 180, address: '192.0.2.7', about: at.widget.id }]) // prettier-ignore
  assert.equal(await codeOf(at.gate.mayBegin({ ...admitted, address: '192.0.2.8' })), 'taken', 'others are not held up')
  at.clock.advance({ seconds: 61 })
  assert.equal(await codeOf(at.gate.mayBegin(admitted)), 'taken')
})

test('an address begins at most two hundred conversations an hour, however slowly', async () => {
  const at = await testSite()
  const admitted = await at.admitted()
  let begun = 0
  for (let minute = 0; minute < 30; minute++, at.clock.advance({ seconds: 61 }))
    for (let n = 0; n < 15; n++) if ((await codeOf(at.gate.mayBegin(admitted))) === 'taken') begun++
  assert.equal(begun, 200)
})

test('whoever listens is told that a door says something else now', async () => {
  const at = await testSite()
  await at.admitted()
  const heard: string[][] = []
  at.gate.onChange((doors) => heard.push([...doors]))
  hear(at)
  assert.deepEqual(heard, [[at.widget.entry_point]])
})
