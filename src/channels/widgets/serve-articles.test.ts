import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as knowledge from '#knowledge'
import { startTail } from '#base/journal'
import { ORIGIN, testSite } from './test-site.ts'

test('the widget is offered what may answer a question: published, for everybody, of its brand and in the visitor’s language', async () => {
  const at = await testSite()
  const write = (title: string, html: string, more: object = {}) =>
    at.work(async (work) => {
      const begun = await knowledge.begin(work, { title, html, language: 'fr', brand_id: null, audience: 'everybody', ...more })
      return await knowledge.publish(work, begun)
    })
  const tail = await startTail(at.open, [knowledge.articleWords])
  const { id } = await write('Renvoyer un colis', '<p>Collez l’étiquette.</p>')
  await write('Colis perdus', '<p>secret</p>', { audience: 'staff' })
  await tail.settled()
  await tail.stop()
  const ask = (q: string, origin = ORIGIN) =>
    at.app.inject({ url: `/api/widget/${at.widget.key}/articles?language=fr&q=${encodeURIComponent(q)}`, headers: { origin } })
  const found = await ask('renvoyer colis')
  assert.deepEqual(
    found.json<{ items: { id: string; title: string }[] }>().items.map((each) => each.id),
    [id],
  )
  assert.equal(found.headers['access-control-allow-origin'], ORIGIN)
  assert.deepEqual((await ask('secret')).json(), { items: [] })
  assert.equal((await ask('colis', 'https://evil.example')).statusCode, 403)
})
