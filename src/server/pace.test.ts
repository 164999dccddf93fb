import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify from 'fastify'
import { answerErrors } from '#base/http'
import { keepPace, makePace } from './pace.ts'

test('whoever asks too fast waits, and may go on as the bucket fills', () => {
  const pace = makePace(2)
  const asked = Array.from({ length: 25 }, () => pace.take('198.51.100.7', 0))
  assert.equal(asked.filter((wait) => wait === 0).length, 20)
  assert.equal(asked.at(-1), 0.5)
  assert.equal(pace.take('198.51.100.8', 0), 0, 'another caller is not held up')
  assert.deepEqual([pace.take('198.51.100.7', 499) > 0, pace.take('198.51.100.7', 1_000)], [true, 0])
})

test('a flood is answered with 429 and when to come back; health too is bounded', async (t) => {
  const now = performance.now()
  t.mock.method(performance, 'now', () => now) // nothing comes back while a slow machine asks
  const app = Fastify()
  answerErrors(app)
  keepPace(app, 1)
  app.get('/', async () => 'here')
  const answers = await Promise.all(Array.from({ length: 12 }, () => app.inject({ url: '/' })))
  const refused = answers.filter((answer) => answer.statusCode === 429)
  assert.equal(refused.length, 2)
  assert.equal(refused[0]?.headers['retry-after'], '1')
  assert.match(refused[0]?.body ?? '', /too_many_requests/)
  await app.close()
})
