import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import type { Door } from '#access'
import { answerErrors } from '#base/http'
import { serveImages } from './images.ts'

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const door = { admit: async () => ({}) } as unknown as Door // who may read cases is the door's own test

async function served(t: TestContext, fetch: typeof globalThis.fetch): Promise<FastifyInstance> {
  const app = fastify()
  answerErrors(app)
  serveImages(app, { door, fetch })
  t.after(() => app.close())
  return app
}
const ask = (app: FastifyInstance, url: string) => app.inject({ url: '/api/v1/image', query: { url } })

test('a picture is what its bytes say, whatever the sender’s server calls it', async (t) => {
  const app = await served(
    t,
    async (url) =>
      new Response(new Request(url).url.endsWith('gif') ? PIXEL : '<svg onload="alert(1)"/>', {
        headers: { 'content-type': 'image/png' },
      }),
  )
  const shown = await ask(app, 'http://pictures.example/a.gif')
  assert.deepEqual([shown.statusCode, shown.headers['content-type']], [200, 'image/gif'])
  assert.match(String(shown.headers['content-security-policy']), /sandbox/)
  assert.equal((await ask(app, 'https://pictures.example/a.svg')).statusCode, 404)
  assert.equal((await ask(app, `https://pictures.example/${'a'.repeat(9_000)}.gif`)).statusCode, 404)
})

test('a mail full of slow pictures keeps only so many of us waiting', async (t) => {
  const [all, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let asked = 0
  const app = await served(t, async () => {
    if (++asked === 24) all.resolve()
    await slow.promise
    return new Response(PIXEL)
  })
  const waiting = Array.from({ length: 24 }, () => ask(app, 'https://slow.example/a.gif').then(({ statusCode }) => statusCode))
  await all.promise
  assert.equal((await ask(app, 'https://slow.example/b.gif')).statusCode, 503)
  slow.resolve()
  assert.deepEqual(new Set(await Promise.all(waiting)), new Set([200]))
  assert.equal((await ask(app, 'https://slow.example/b.gif')).statusCode, 200, 'there is room again')
})
