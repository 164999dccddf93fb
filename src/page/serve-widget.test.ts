import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { answerErrors } from '#base/http'
import { serveWidget } from './serve-widget.ts'

let app: FastifyInstance
before(() => {
  app = Fastify()
  answerErrors(app)
  serveWidget(app)
})

test('any site may load the widget, and is given no cookie', async () => {
  const { statusCode, headers } = await app.inject('/widget.js')
  assert.equal(statusCode, 200)
  assert.equal(headers['content-type'], 'text/javascript; charset=utf-8')
  assert.equal(headers['cross-origin-resource-policy'], 'cross-origin')
  assert.equal(headers['access-control-allow-origin'], '*')
  assert.equal(headers['cache-control'], 'public, max-age=300')
  assert.equal(headers['set-cookie'], undefined)
})

test('it is sent compressed to whoever takes that, and not again to whoever has it', async () => {
  const plain = await app.inject('/widget.js')
  const packed = await app.inject({ url: '/widget.js', headers: { 'accept-encoding': 'gzip, deflate' } })
  assert.equal(packed.headers['content-encoding'], 'gzip')
  assert.equal(gunzipSync(packed.rawPayload).toString(), plain.body)
  assert.equal(
    (await app.inject({ url: '/widget.js', headers: { 'accept-encoding': 'br;q=0, gzip' } })).headers['content-encoding'],
    'gzip',
  )
  const again = await app.inject({ url: '/widget.js', headers: { 'if-none-match': String(plain.headers.etag) } })
  assert.deepEqual([again.statusCode, again.body], [304, ''])
})

test('the file it names is there, for ever; a name that was never ours is not', async () => {
  const { body } = await app.inject('/widget.js')
  const first = await app.inject(`/${/widget\/\w+\.js/.exec(body)?.[0]}`)
  assert.equal(first.statusCode, 200)
  assert.match(String(first.headers['cache-control']), /immutable/)
  for (const name of ['nothing.js', '..%2Fwidget.js', '..%2F..%2Fpackage.json'])
    assert.equal((await app.inject(`/widget/${name}`)).statusCode, 404)
})
