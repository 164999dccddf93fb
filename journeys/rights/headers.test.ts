// What every answer says to a browser, and what the server does when the question does not come from one of our pages.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { test } from 'node:test'
import { WebSocket } from 'ws'
import { openCounter, type Counter, type Visitor } from './counter.ts'

const ASKED = [
  '/',
  '/desk/',
  '/desk/none',
  '/api/health',
  '/api/openapi.json',
  '/api/v1/cases',
  '/api/v1/nothing',
  '/api/v1/cases?limit=0',
]

test('every answer forbids script that is not ours, frames, guessing of types, and saying where one came from', async (t) => {
  const counter = await openCounter(t)
  const { visitor } = await counter.someone('director')
  for (const url of ASKED)
    for (const who of [visitor, {}]) {
      const { headers } = await counter.ask(who, { method: 'GET', url, body: undefined })
      const policy = new Map(
        String(headers['content-security-policy'])
          .split(';')
          .map((part) => [part.split(' ')[0], part] as const),
      )
      assert.equal(policy.get('default-src'), "default-src 'none'", url)
      assert.equal(policy.get('script-src'), "script-src 'self'", url)
      assert.equal(policy.get('style-src'), "style-src 'self'", url)
      assert.equal(policy.get('frame-ancestors'), "frame-ancestors 'none'", url)
      assert.equal(policy.get('base-uri'), "base-uri 'none'", url)
      assert.deepEqual(
        [headers['x-frame-options'], headers['x-content-type-options'], headers['referrer-policy']],
        ['DENY', 'nosniff', 'no-referrer'],
        url,
      )
      assert.ok(!Object.keys(headers).some((name) => name.startsWith('access-control-')), `${url}: no other origin may read`)
      if (url.startsWith('/api/v1')) assert.equal(headers['cache-control'], 'no-store', url)
    }
})

test('a request that a foreign page could have sent changes nothing', async (t) => {
  const counter = await openCounter(t)
  const { visitor } = await counter.someone('director')
  const home = new URL(counter.serving.url).origin.replace('localhost', '127.0.0.1')
  let count = 0
  const write = async (headers: Visitor): Promise<number> => {
    const body = JSON.stringify({ name: `raison ${++count}` })
    return (
      await fetch(`${home}/api/v1/reasons`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
    ).status
  }
  assert.equal(await write({ ...visitor, origin: home, 'x-guichet-csrf': '1' }), 201)
  for (const forged of [
    { origin: 'https://evil.example', 'x-guichet-csrf': '1' }, { origin: 'null', 'x-guichet-csrf': '1' }, { 'sec-fetch-site': 'cross-site', 'x-guichet-csrf': '1' },
    { 'sec-fetch-site': 'same-site', 'x-guichet-csrf': '1' }, { origin: `${home}.evil.example`, 'x-guichet-csrf': '1' }, { origin: home },
  ]) assert.equal(await write({ ...visitor, ...forged }), 403, JSON.stringify(forged)) // prettier-ignore
  for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
    assert.equal(await write({ ...visitor, 'x-guichet-csrf': '1', 'content-type': type }), 415)
  const form = new FormData()
  form.append('file', new Blob(['x']), 'x.txt')
  const upload = await fetch(`${home}/api/v1/cases/00000000-0000-7000-8000-000000000000/uploads`, {
    method: 'POST',
    body: form,
    headers: { ...visitor, origin: 'https://evil.example' },
  })
  assert.equal(upload.status, 403)
  assert.equal(
    (
      await fetch(`${home}/api/v1/reasons/x`, {
        method: 'POST',
        headers: { ...visitor, origin: home, 'x-guichet-csrf': '1', 'x-http-method-override': 'DELETE' },
      })
    ).status,
    404,
  )
})

test('the live line is refused to a foreign page', async (t) => {
  const counter = await openCounter(t)
  const { visitor } = await counter.someone('director')
  const port = counter.serving.port
  for (const [origin, open] of [
    ['https://evil.example', false],
    ['null', false],
    [undefined, false],
    [`http://127.0.0.1:${port}`, true],
  ] as const) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/live`, { headers: visitor, ...(origin ? { origin } : {}) })
    const opened = await Promise.race([once(socket, 'open').then(() => true), once(socket, 'error').then(() => false)]).catch(
      () => false,
    )
    assert.equal(opened, open, String(origin))
    socket.terminate()
  }
})

test('no path leads out of the desk’s folder, and none makes the server fail', async (t) => {
  const counter = await openCounter(t)
  for (const path of [
    '/desk/../../package.json',
    '/desk/..%2f..%2fpackage.json',
    '/desk/%2e%2e/%2e%2e/package.json',
    '/desk/..%5c..%5cpackage.json',
    '/desk//etc/passwd',
    '//etc/passwd',
    '/desk/%00',
    '/desk/%ff',
  ]) {
    const said = await rawGet(counter, path)
    assert.doesNotMatch(said, /^HTTP\/1\.1 5/, path)
    assert.doesNotMatch(said, /"dependencies"|root:/, path)
  }
  assert.match(await rawGet(counter, '/', 'evil.example'), /^location: \/desk\/\r$/im, 'the redirect names no host')
})

test('an id that is none is refused, not asked of the database', async (t) => {
  const counter = await openCounter(t)
  const { visitor } = await counter.keyOf('director')
  for (const id of ['-'.repeat(36), '0', '%00', "'", '0'.repeat(36)])
    for (const path of ['attachments/ID', 'interactions/ID/original', 'tray/ID/original', 'cases/ID'])
      assert.equal(
        (await counter.ask(visitor, { method: 'GET', url: `/api/v1/${path.replace('ID', id)}`, body: undefined })).status,
        422,
        `${path} ${id}`,
      )
})

test('a file that is none of the parts it announces is refused', async (t) => {
  const counter = await openCounter(t)
  const { visitor } = await counter.keyOf('director')
  for (const [type, body] of [
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=b', 'nonsense'],
    ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx'],
  ] as const) {
    const url = `${counter.serving.url}/api/v1/cases/00000000-0000-7000-8000-000000000000/uploads`
    const answer = await fetch(url, { method: 'POST', body, headers: { ...visitor, 'content-type': type } })
    assert.ok(answer.status >= 400 && answer.status < 500, `${type}: ${answer.status}`)
  }
})

// As written: fetch would tidy the path first.
async function rawGet({ serving }: Counter, path: string, host = 'localhost'): Promise<string> {
  const socket = connect(serving.port, '127.0.0.1').setEncoding('latin1')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n`)
  let said = ''
  for await (const part of socket) said += String(part)
  return said
}
