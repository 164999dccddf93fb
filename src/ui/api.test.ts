import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { endpoint } from '#base/contract'
import { place, Refused, send, StrangeAnswer, Unreachable } from './api.ts'

const getCase = endpoint({
  method: 'GET', path: '/api/v1/cases/:id', permission: 'case.read', summary: '', input: z.object({ id: z.string(), tags: z.array(z.string()).optional() }), output: z.object({ id: z.string(), version: z.number() }),
}) // prettier-ignore
const close = endpoint({
  method: 'PUT', path: '/api/v1/cases/:id/closure', permission: 'case.close', summary: '', input: z.object({ id: z.string(), reason: z.string() }), output: z.object({}),
}) // prettier-ignore

const heard: { request: IncomingMessage; body: string }[] = []
let server: Server
let answer: { status: number; body: string } = { status: 200, body: '{}' }
const realFetch = globalThis.fetch

before(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => (body += String(piece)))
    request.on('end', () => {
      heard.push({ request, body })
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  const ours = `http://127.0.0.1:${address.port}` // the browser's own origin; other files of this process ask elsewhere meanwhile
  globalThis.fetch = (asked, init) => realFetch(typeof asked === 'string' && asked.startsWith('/') ? ours + asked : asked, init)
})
after(() => {
  globalThis.fetch = realFetch
  server.close()
})

test('what the path names is taken from the input, the rest is asked in the query', () => {
  assert.deepEqual(place(getCase, { id: 'a/b', tags: ['x', 'y z'] }), {
    url: '/api/v1/cases/a%2Fb?tags=x&tags=y+z',
    body: undefined,
  })
  assert.deepEqual(place(close, { id: '1', reason: 'solved' }), { url: '/api/v1/cases/1/closure', body: { reason: 'solved' } })
})

test('an input without what the path needs is not sent anywhere', async () => {
  const before = heard.length
  await assert.rejects(send(getCase, { id: '' }), /needs id/)
  assert.equal(heard.length, before)
})

test('a reading answer is parsed by the contract', async () => {
  answer = { status: 200, body: '{"id":"7","version":3,"secret":true}' }
  assert.deepEqual(await send(getCase, { id: '7' }), { id: '7', version: 3 })
})

test('a write carries its proof of origin, an idempotency key and the version it was made on', async () => {
  answer = { status: 200, body: '{}' }
  await send(close, { id: '7', reason: 'solved' }, { key: 'k1', ifMatch: 3 })
  await send(close, { id: '7', reason: 'solved' })
  const [first, second] = heard.slice(-2).map(({ request }) => request.headers)
  assert.deepEqual([first?.['x-guichet-csrf'], first?.['idempotency-key'], first?.['if-match']], ['1', 'k1', '"3"'])
  assert.match(String(second?.['idempotency-key']), /^[0-9a-f]{32}$/)
  assert.equal(heard.at(-1)?.body, '{"reason":"solved"}')
})

test('a refusal says why in both languages and keeps its details', async () => {
  answer = {
    status: 409,
    body: JSON.stringify({
      status: 409,
      code: 'stale',
      fr: 'Modifié entre-temps.',
      en: 'Changed meanwhile.',
      details: { current_version: 4 },
    }),
  }
  const error = await send(close, { id: '7', reason: 'solved' }).catch((caught: unknown) => caught)
  assert.ok(error instanceof Refused)
  assert.deepEqual(
    [error.code, error.status, error.sentence('fr'), error.sentence('en')],
    ['stale', 409, 'Modifié entre-temps.', 'Changed meanwhile.'],
  )
  assert.deepEqual(error.details, { current_version: 4 })
})

test('an answer that is not the contract’s, and a proxy’s page, are not taken for data', async () => {
  answer = { status: 200, body: '{"id":7}' }
  await assert.rejects(send(getCase, { id: '7' }), StrangeAnswer)
  answer = { status: 200, body: '<html>sign in to the hotel’s network</html>' }
  await assert.rejects(send(getCase, { id: '7' }), StrangeAnswer)
  answer = { status: 502, body: '{}' }
  await assert.rejects(send(getCase, { id: '7' }), Unreachable)
})
