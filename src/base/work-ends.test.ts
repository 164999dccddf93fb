import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { event } from './contract.ts'
import { integer, json, jsonb, text } from './sql.ts'
import { testHouse } from './test-database.ts'
import type { Work } from './work.ts'

const rang = event('test.rang', z.object({ who: z.string() }))

const insertJob = (work: Work, kind: string) => work.sql.run`
  insert into base.job (tenant_id, id, kind, payload, due_at) values (${work.tenant}, gen_random_uuid(), ${kind}, '{}', ${work.now}::timestamptz + interval '1 year')`

test('what a refused verb still had in hand is not done in somebody else’s transaction', async () => {
  const house = await testHouse()
  let refuseNow = (): void => {}
  const refusedFirst = new Promise<void>((resolve) => (refuseNow = resolve))
  let stragglerEnded: Promise<unknown> = Promise.resolve()
  await assert.rejects(
    house.work(async (work) => {
      const straggler = refusedFirst.then(() => insertJob(work, 'test.straggler'))
      stragglerEnded = straggler.catch(() => {})
      await Promise.all([straggler, Promise.reject(new Error('refused'))])
    }),
    /refused/,
  )
  await Promise.all(
    Array.from({ length: 12 }, () =>
      house.work(async (work) => {
        await work.sql.one({ n: integer })`select 12 as n`
        refuseNow()
        await stragglerEnded
      }),
    ),
  )
  const found = await house.work(
    (work) => work.sql.many({ kind: text })`select kind from base.job where tenant_id = ${work.tenant}`,
  )
  assert.deepEqual(found, [])
})

test('a work that has ended neither asks nor tells any more', async () => {
  const house = await testHouse()
  const ended = await house.work(async (work) => work)
  await assert.rejects(ended.sql.run`select 1`, /has ended/)
  assert.throws(() => ended.publish(rang, { who: 'nobody' }), /has ended/)
})

test('what people write reaches JSON as it is, whatever it looks like', async () => {
  const house = await testHouse()
  const strange = ['\\u0000', 'a\\u0000b', '\\', '\\\\u0000', '\\ud800', '😀', '"', '\n', '\u2028']
  const back = await house.work(
    (work) =>
      work.sql.one({
        v: jsonb<{ name: string; next: string }[]>(),
      })`select ${json(strange.map((name) => ({ name, next: ',"x":"' })))}::jsonb as v`,
  )
  assert.deepEqual(
    back.v,
    strange.map((name) => ({ name, next: ',"x":"' })),
  )
})

test('what no text of PostgreSQL can hold is left out or marked, and refuses nothing', async () => {
  const house = await testHouse()
  const back = await house.work(
    (work) => work.sql.one({ v: jsonb<string[]>() })`select ${json(['a\0b', 'cut \ud83d', '\udc00 first'])}::jsonb as v`,
  )
  assert.deepEqual(back.v, ['ab', 'cut \ufffd', '\ufffd first'])
})
