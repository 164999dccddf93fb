import assert from 'node:assert/strict'
import { test } from 'node:test'
import { integer } from '#base/sql'
import type { Reception, VisitorFile } from '../contract.ts'
import { ORIGIN, testSite, visitSecret, type TestSite } from './test-site.ts'
import { forgetVisitorFiles } from './visitor-files.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const EXE = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(400)])

type Sent = { name: string; bytes: Uint8Array; visit: string; origin?: string | undefined; address?: string }
async function send(at: TestSite, { name, bytes, visit, origin = ORIGIN, address = '192.0.2.7' }: Sent) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const packed = new Response(form)
  return await at.app.inject({
    method: 'POST',
    url: `/api/widget/${at.widget.key}/files`,
    headers: {
      origin,
      'x-guichet-visit': visit,
      'content-type': packed.headers.get('content-type') ?? '',
      'x-forwarded-for': address,
    },
    payload: Buffer.from(await packed.arrayBuffer()),
  })
}
const kept = (at: TestSite): Promise<number> =>
  at.work(async ({ sql, tenant }) => {
    const { files } = await sql.one({ files: integer })`select count(*) as files from base.file where tenant_id = ${tenant}`
    return files
  })
const codesOf = async (at: TestSite) => (await at.trail()).flatMap(({ code, count }) => (code ? [`${code} ${count}`] : []))

test('the page of the site reads the reception, and no other page can', async () => {
  const at = await testSite()
  const url = `/api/widget/${at.widget.key}`
  const mine = await at.app.inject({ url, headers: { origin: ORIGIN } })
  assert.equal(mine.statusCode, 200)
  assert.equal(mine.json<Reception>().brand.name, 'Atelier')
  assert.equal(mine.headers['access-control-allow-origin'], ORIGIN)
  assert.equal(mine.headers.vary, 'Origin')
  assert.equal(mine.headers['cross-origin-resource-policy'], 'cross-origin')
  assert.equal(mine.headers['access-control-allow-credentials'], undefined)
  const foreign = await at.app.inject({ url, headers: { origin: 'https://evil.example' } })
  assert.equal(foreign.statusCode, 403)
  assert.equal(foreign.headers['access-control-allow-origin'], undefined)
  assert.match(foreign.json<{ fr: string }>().fr, /origines/)
})

test('a browser that asks first is told what the page may do, and the foreign one nothing', async () => {
  const at = await testSite()
  const ask = (origin: string) => at.app.inject({ method: 'OPTIONS', url: `/api/widget/${at.widget.key}/files`, headers: { origin, 'access-control-request-method': 'POST' } }) // prettier-ignore
  const mine = await ask(ORIGIN)
  assert.equal(mine.statusCode, 204)
  assert.equal(mine.headers['access-control-allow-headers'], 'content-type, x-guichet-visit')
  assert.equal((await ask('https://evil.example')).headers['access-control-allow-headers'], undefined)
})

test('a page of the site can read why an unknown widget is refused', async () => {
  const at = await testSite()
  const answer = await at.app.inject({ url: '/api/widget/wd_nonsense', headers: { origin: ORIGIN } })
  assert.equal(answer.statusCode, 404)
  assert.equal(answer.headers['access-control-allow-origin'], ORIGIN)
})

test('a file comes back to the visit that brought it and to no other', async () => {
  const at = await testSite()
  const visit = visitSecret(at.tenant)
  const sent = await send(at, { name: '../<b>photo</b>.png', bytes: PNG, visit })
  assert.equal(sent.statusCode, 201)
  const file = sent.json<VisitorFile>()
  assert.deepEqual(file, { id: file.id, name: 'b>.png', type: 'image/png', size: PNG.length })
  const get = (secret: string) => at.app.inject({ url: `/api/widget/${at.widget.key}/files/${file.id}`, headers: { origin: ORIGIN, 'x-guichet-visit': secret } }) // prettier-ignore
  const back = await get(visit)
  assert.equal(back.statusCode, 200)
  assert.deepEqual(back.rawPayload, PNG)
  assert.match(String(back.headers['content-security-policy']), /sandbox/)
  assert.equal((await get(visitSecret(at.tenant))).statusCode, 404)
  assert.equal((await get('')).statusCode, 422)
  const stranger = await testSite()
  assert.equal((await stranger.app.inject({ url: `/api/widget/${stranger.widget.key}/files/${file.id}`, headers: { origin: ORIGIN, 'x-guichet-visit': visitSecret(stranger.tenant) } })).statusCode, 404) // prettier-ignore
})

test('a program, a renamed file, an empty one and one that is too large: each is refused, on the trail, and nothing is kept', async () => {
  const at = await testSite({ wish: { file_bytes: 20_000 } })
  const visit = visitSecret(at.tenant)
  const attempt = async (name: string, bytes: Uint8Array) =>
    (await send(at, { name, bytes, visit })).json<{ code: string }>().code
  const before = await kept(at)
  assert.equal(await attempt('facture.pdf', EXE), 'file.dangerous')
  assert.equal(await attempt('setup.exe', Buffer.from('hello')), 'file.dangerous')
  assert.equal(await attempt('photo.jpg', PNG), 'file.renamed')
  assert.equal(await attempt('photo.png', Buffer.from('<script>alert(1)</script>')), 'file.renamed')
  assert.equal(await attempt('vide.txt', Buffer.alloc(0)), 'file.empty')
  assert.equal(await attempt('gros.txt', Buffer.alloc(20_001, 65)), 'file.too_large', 'found out while it comes in')
  assert.equal(await attempt('gros.txt', Buffer.alloc(90_000, 65)), 'file.too_large', 'known beforehand by its length')
  assert.equal(await kept(at), before)
  assert.deepEqual((await codesOf(at)).toSorted(), ['file.dangerous 2', 'file.empty 1', 'file.renamed 2', 'file.too_large 2'])
})

test('HTML and SVG are kept, and only ever a plain download', async () => {
  const at = await testSite()
  const visit = visitSecret(at.tenant)
  const sent = await send(at, { name: 'page.html', bytes: Buffer.from('<script>alert(1)</script>'), visit })
  const file = sent.json<VisitorFile>()
  assert.equal(file.type, 'application/octet-stream')
  const back = await at.app.inject({
    url: `/api/widget/${at.widget.key}/files/${file.id}`,
    headers: { origin: ORIGIN, 'x-guichet-visit': visit },
  })
  assert.equal(back.headers['content-type'], 'application/octet-stream')
  assert.match(String(back.headers['content-disposition']), /^attachment/)
})

test('a file needs its page, the secret of a visit, and a body that can be read', async () => {
  const at = await testSite()
  const visit = visitSecret(at.tenant)
  const url = `/api/widget/${at.widget.key}/files`
  assert.equal((await send(at, { name: 'a.png', bytes: PNG, visit, origin: 'https://evil.example' })).statusCode, 403)
  const noOrigin = await at.app.inject({ method: 'POST', url, headers: { 'x-guichet-visit': visit, 'content-type': 'multipart/form-data; boundary=x' }, payload: '' })
  assert.equal(noOrigin.json<{ code: string }>().code, 'widget.origin_missing')
  assert.equal((await send(at, { name: 'a.png', bytes: PNG, visit: 'guess' })).json<{ code: string }>().code, 'widget.visit_unreadable')
  const other = await testSite()
  assert.equal((await send(at, { name: 'a.png', bytes: PNG, visit: visitSecret(other.tenant) })).json<{ code: string }>().code, 'widget.visit_unreadable') // prettier-ignore
  const torn = await at.app.inject({ method: 'POST', url, headers: { origin: ORIGIN, 'x-guichet-visit': visit, 'content-type': 'multipart/form-data; boundary=x' }, payload: '--x\r\nnonsense' })
  assert.equal(torn.statusCode, 400)
  assert.equal((await at.app.inject({ method: 'POST', url, headers: { origin: ORIGIN, 'x-guichet-visit': visit, 'content-type': 'application/json' }, payload: '{}' })).statusCode, 415)
}) // prettier-ignore

test('a visit brings so many files, an address so many in a minute; then it is told when to come back', async () => {
  const at = await testSite({ wish: { files_per_visit: 2 } })
  const visit = visitSecret(at.tenant)
  const bring = async (more: Partial<Sent> = {}) => await send(at, { name: 'a.png', bytes: PNG, visit, ...more })
  assert.deepEqual([(await bring()).statusCode, (await bring()).statusCode, (await bring()).statusCode], [201, 201, 429])
  let last = await bring()
  for (let n = 0; n < 40 && last.json<{ code: string }>().code !== 'widget.too_fast'; n++)
    last = await bring({ visit: visitSecret(at.tenant) })
  assert.equal(last.json<{ code: string }>().code, 'widget.too_fast')
  assert.ok(Number(last.headers['retry-after']) > 0)
  assert.equal((await bring({ visit: visitSecret(at.tenant), address: '192.0.2.99' })).statusCode, 201, 'others are not held up')
})

test('what was brought and never said goes after an hour, bytes and all', async () => {
  const at = await testSite()
  const before = await kept(at)
  await send(at, { name: 'a.png', bytes: PNG, visit: visitSecret(at.tenant) })
  at.clock.advance({ minutes: 59 })
  assert.equal(await at.work((w) => forgetVisitorFiles(w, 10)), 0)
  at.clock.advance({ minutes: 2 })
  assert.equal(await at.work((w) => forgetVisitorFiles(w, 10)), 1)
  assert.equal(await kept(at), before)
})

test('of many files at once from one address some are told to wait, and all arrive when tried again', async () => {
  const at = await testSite()
  const bring = async (): Promise<number> => {
    const sent = await send(at, { name: 'a.png', bytes: PNG, visit: visitSecret(at.tenant) })
    return sent.statusCode === 429 ? await bring() : sent.statusCode
  }
  assert.deepEqual(new Set(await Promise.all(Array.from({ length: 12 }, bring))), new Set([201]))
})
