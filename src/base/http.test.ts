import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify from 'fastify'
import { z } from 'zod'
import { endpoint, event, nothing } from './contract.ts'
import { answerNonsense, errandRoute, route, serveRoutes } from './http.ts'
import { hear, reader, startTail } from './journal.ts'
import { newId } from './id.ts'
import { testHouse } from './test-database.ts'
import { system } from './work.ts'

const rang = event('test.rang', z.object({ who: z.string() }))

test('an errand that waits for a stranger keeps no news from anybody, key or no key', async (t) => {
  const house = await testHouse()
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  const { promise: under_way, resolve: begin } = Promise.withResolvers<void>()
  const shape = endpoint({
    method: 'POST',
    path: '/errand',
    permission: 'anyone',
    summary: 'For this test',
    input: nothing,
    output: nothing,
  })
  const app = fastify()
  t.after(() => app.close())
  serveRoutes(app, { ...house.open, admit: async () => ({ tenant: house.tenant, actor: system('test') }) }, [
    errandRoute(shape, async (within) => {
      await within(async (work) => work.publish(rang, { who: 'errand' }))
      begin()
      await answered
      return {}
    }),
  ])
  const heard: string[] = []
  const tail = await startTail(house.open, [
    reader(`test.${newId(house.clock.now())}`, [
      hear(rang, async (work, { who }) => void (work.tenant === house.tenant && heard.push(who))),
    ]),
  ])
  const asked = app.inject({ method: 'POST', url: '/errand', headers: { 'idempotency-key': 'k' } })
  await under_way
  await house.work(async (work) => work.publish(rang, { who: 'meanwhile' }))
  await tail.settled()
  assert.deepEqual(heard, ['errand', 'meanwhile'])
  answer()
  assert.equal((await asked).statusCode, 200)
  await tail.stop()
})

test('of twenty times the same key at once the deed is done once, and a refused one may be tried again', async (t) => {
  const house = await testHouse()
  const shape = endpoint({
    method: 'POST',
    path: '/deed',
    permission: 'anyone',
    summary: 'For this test',
    input: z.object({ who: z.string() }),
    output: z.object({ n: z.number() }),
  })
  let isRefused = true
  const app = fastify()
  t.after(() => app.close())
  serveRoutes(app, { ...house.open, admit: async () => ({ tenant: house.tenant, actor: system('test') }) }, [
    route(shape, async (work, { who }) => {
      if (isRefused) throw new Error('not now')
      work.publish(rang, { who })
      return { n: 1 }
    }),
  ])
  const ask = () => app.inject({ method: 'POST', url: '/deed', headers: { 'idempotency-key': 'k' }, payload: { who: 'Anna' } })
  assert.equal((await ask()).statusCode, 500)
  isRefused = false
  const answers = await Promise.all(Array.from({ length: 20 }, ask))
  assert.deepEqual(new Set(answers.map((each) => `${each.statusCode} ${each.body}`)), new Set(['200 {"n":1}']))
  assert.deepEqual(await house.heard(rang), [{ who: 'Anna' }])
})

test('an address with a part longer than any name leads nowhere: it is no error of ours', async (t) => {
  const app = fastify({ routerOptions: { maxParamLength: 400 }, frameworkErrors: answerNonsense })
  t.after(() => app.close())
  app.get('/calendars/:token.ics', async () => '')
  const codes = [400, 401, 5_000].map(async (length) => (await app.inject(`/calendars/${'a'.repeat(length)}.ics`)).statusCode)
  assert.deepEqual((await Promise.all(codes)).slice(1), [404, 404])
})
