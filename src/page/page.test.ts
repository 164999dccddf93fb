import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import Fastify from 'fastify'
import { makeSeal } from '#base/seal'
import { notFound, refuse } from '#base/refusal'
import { addressOf, serveAssets } from './assets.ts'
import { framed, policyOf, sendPage, withLanguage } from './frame.ts'
import { html } from './html.ts'
import { contrast } from './rules/colour.ts'
import { makeStamp, readStamp } from './stamp.ts'

const hostile = '"><script>alert(1)</script>'

test('a brand with markup in its name is a brand with a strange name', () => {
  const page = framed({ title: hostile, language: 'fr', brand: { name: hostile, colour: '#3b5bdb' }, body: html`<p>${hostile}</p>`, here: `/r/${hostile}` }) // prettier-ignore
  assert.ok(!page.toString().includes('<script'))
})

test('a page allows nothing inline, nothing from elsewhere, and no frame unless it names who may', () => {
  assert.ok(!/unsafe|https?:|\*|script-src/.test(policyOf({})), policyOf({}))
  assert.match(policyOf({}), /frame-ancestors 'none'$/)
  assert.match(
    policyOf({ framedBy: ['https://boutique.example', "x; script-src 'unsafe-inline'"] }),
    /frame-ancestors https:\/\/boutique\.example$/,
  )
  assert.match(policyOf({ script: 'x.js' }), /script-src 'self'/)
})

test('a page is served with what it needs, from us, and is neither kept nor told of', async () => {
  const app = Fastify()
  serveAssets(app)
  app.get('/there', async (_, reply) => await sendPage(reply, { title: 'Là', language: 'fr', brand: { name: 'Atelier', colour: '#ffee00' }, body: html`<h1>Là</h1>`, here: '/there' })) // prettier-ignore
  app.get('/gone', async () => {
    throw refuse(notFound, {})
  })
  const { headers, body } = await app.inject('/there')
  assert.equal(headers['cache-control'], 'no-store')
  assert.equal(headers['referrer-policy'], 'no-referrer')
  assert.match(String(headers['x-robots-tag']), /noindex/)
  const wanted = [...body.matchAll(/(?:href|src)="(\/page\/[^"]+)"/g)].map(([, address]) => address!)
  assert.equal(wanted.length, 3)
  for (const address of [...wanted, addressOf('figtree-latin.woff2')]) {
    const answer = await app.inject(address)
    assert.equal(answer.statusCode, 200, address)
    assert.match(String(answer.headers['cache-control']), /immutable/)
  }
  assert.ok((await app.inject(addressOf('page.css'))).body.includes(addressOf('figtree-latin.woff2')))
  assert.equal((await app.inject('/page/colour/red;}.css')).statusCode, 500, 'refused; the roof makes a page of it')
  await app.close()
})

test('the switch of languages keeps the address', () => {
  assert.equal(withLanguage('/r/1', 'en'), '/r/1?lang=en')
  assert.equal(withLanguage('/r/1?case=2#last', 'fr'), '/r/1?case=2&lang=fr#last')
})

test('a stamp is good for its own form only, says when it was given out, and cannot be made up', () => {
  const [ours, theirs] = [makeSeal(randomBytes(32)), makeSeal(randomBytes(32))]
  const now = Temporal.Instant.from('2026-11-22T02:00:00Z')
  const stamp = makeStamp(ours, { purpose: 'reply case-1', now })
  assert.equal(readStamp(ours, stamp, 'reply case-1')?.toString(), now.toString())
  assert.equal(readStamp(ours, stamp, 'reply case-2'), undefined)
  assert.equal(readStamp(theirs, stamp, 'reply case-1'), undefined)
  for (const false_ of ['', 'x', stamp.slice(2), undefined, 'é'.repeat(90), 'a'.repeat(9_000)])
    assert.equal(readStamp(ours, false_, 'reply case-1'), undefined)
})

test('every pair of colours of the pages can be read in both themes', () => {
  const css = readFileSync(`${import.meta.dirname}/assets/page.css`, 'utf8')
  const tokens = new Map([...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name!, [light!, dark!]])) // prettier-ignore
  const pairs = [
    ...['paper', 'card', 'sunken'].flatMap((back) => ['ink', 'ink-soft', 'danger-ink', 'promise-ink', 'good-ink'].map((front) => [front, back])),
    ['danger-ink', 'danger-soft'], ['good-ink', 'good-soft'], ['promise-ink', 'promise-soft'], ['ink', 'promise-soft'], ['ink-soft', 'promise-soft'],
    ['on-brand', 'brand'], ['brand-ink', 'brand-soft'], ['brand-ink', 'card'], ['brand-ink', 'paper'], ['ink', 'brand-soft'], ['ink-soft', 'brand-soft'],
  ] as [string, string][] // prettier-ignore
  const weak = pairs.flatMap(([front, back]) => [0, 1].filter((theme) => contrast(tokens.get(front)![theme]!, tokens.get(back)![theme]!) < 4.5).map((theme) => `${front} on ${back} ${theme}`)) // prettier-ignore
  assert.deepEqual(weak, [])
  for (const theme of [0, 1])
    for (const back of ['paper', 'card']) assert.ok(contrast(tokens.get('edge')![theme]!, tokens.get(back)![theme]!) >= 3)
})
