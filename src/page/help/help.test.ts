import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify from 'fastify'
import fc from 'fast-check'
import * as brands from '#brands'
import * as knowledge from '#knowledge'
import { testHouse } from '#base/test-database'
import { makeSeal } from '#base/seal'
import { servePages } from '../serve.ts'
import { rich } from './rich.ts'

async function helpPages() {
  const house = await testHouse()
  const { id: brand } = await house.work((work) => brands.addBrand(work, { name: 'Atelier <Lumen>' }))
  const add = (title: string, html: string, audience: 'everybody' | 'staff' = 'everybody') =>
    house.work(async (work) => {
      const { id, version } = await knowledge.begin(work, { title, html, language: 'fr', brand_id: brand, audience })
      return await knowledge.publish(work, { id, version })
    })
  const app = Fastify()
  servePages(app, { ...house.open, seal: makeSeal(Buffer.alloc(32, 7)), url: '' })
  return { app, add, key: knowledge.helpKey(house.tenant, brand) }
}

test('a customer finds the articles of a brand and reads one, without a script', async () => {
  const { app, add, key } = await helpPages()
  const { id } = await add(
    'Renvoyer un colis',
    '<h2>Étapes</h2><ol><li>Collez <strong>l’étiquette</strong></li></ol><p>a &lt;b&gt; &amp; c</p>',
  )
  await add('Réservé à l’équipe', '<p>secret</p>', 'staff')
  const list = await app.inject(`/help/${key}`)
  assert.equal(list.statusCode, 200)
  assert.match(list.body, /Renvoyer un colis/)
  assert.doesNotMatch(list.body, /secret|Réservé|<script/)
  assert.match(list.body, /Atelier &lt;Lumen&gt;/)
  const article = await app.inject(`/help/${key}/${id}`)
  assert.match(article.body, /<ol><li>Collez <strong>l’étiquette<\/strong><\/li><\/ol>/)
  assert.match(article.body, /<p>a &lt;b&gt; &amp; c<\/p>/)
})

test('a help page that is not there says so in the visitor’s language', async () => {
  const { app, key } = await helpPages()
  for (const path of ['/help/hp_x', `/help/${key}/nothing`, `/help/${key}/11111111-1111-4111-8111-111111111111`]) {
    const answer = await app.inject({ url: path, headers: { 'accept-language': 'en' } })
    assert.deepEqual([answer.statusCode, /This help page does not exist/.test(answer.body)], [404, true], path)
  }
})

test('what was searched is shown as it was typed, and acts on nothing', async () => {
  const { app, key } = await helpPages()
  const { body } = await app.inject(`/help/${key}?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
  assert.doesNotMatch(body, /<script/)
})

test('only our own elements reach a page, whatever is stored', () => {
  assert.equal(rich('<p>a<script>x</script><img src=x onerror=y></p>').toString(), '<p>ax</p>\n')
  assert.equal(rich('<a href="javascript:alert(1)">x</a>').toString(), '<a href="#" rel="noopener noreferrer">x</a>')
  assert.equal(rich('<p>a<strong>b').toString(), '<p>a<strong>b</strong></p>\n', 'what was left open is closed')
  const pieces = fc.constantFrom(
    '<p>',
    '</p>',
    '<a href="',
    '">',
    'javascript:x',
    '<script>',
    '<',
    '>',
    '"',
    "'",
    '&lt;script&gt;',
    'mot',
    '<ul><li>',
    ' onclick=x',
    '<p onclick="x">',
    '<style>',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 16 }), (parts) => {
      const shown = rich(parts.join('')).toString()
      assert.doesNotMatch(shown, /<(?!\/?(?:p|h[234]|ul|ol|li|blockquote|pre|code|strong|em|u|s|a|br|hr)\b)/)
      assert.doesNotMatch(shown.replaceAll(/="[^"]*"/g, ''), /<[^>]*\son\w+=/)
    }),
    { numRuns: 500 },
  )
})
