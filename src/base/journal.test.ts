import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { event } from './contract.ts'
import { hear, reader, startTail, type Reader } from './journal.ts'
import { newId } from './id.ts'
import { integer, json, text, type Sql } from './sql.ts'
import { testHouse, type TestHouse } from './test-database.ts'

const rang = event('test.rang', z.object({ who: z.string() }))
const knocked = event('test.knocked', z.object({}))

const ring = (house: TestHouse, who: string): Promise<void> => house.work(async (work) => work.publish(rang, { who }))
const named = (): string => `test.${newId(Temporal.Now.instant())}`

function listener(house: TestHouse, name = named()): { heard: string[]; reader: Reader } {
  const heard: string[] = []
  return {
    heard,
    reader: reader(name, [hear(rang, async (work, { who }) => void (work.tenant === house.tenant && heard.push(who)))]),
  }
}

test('a reader who seldom has something to hear does not make a restart read the whole journal again', async () => {
  const house = await testHouse()
  const name = named()
  const seldom = reader(name, [hear(knocked, async () => {})])
  for (const who of ['a', 'b', 'c']) await ring(house, who)
  const tail = await startTail(house.open, [seldom])
  await tail.settled()
  await tail.stop()
  const behind = await house.work(
    (work) => work.sql.one({ n: integer })`
    select count(*) as n from base.event e where e.tenant_id = ${work.tenant} and not exists (
      select from base.cursor c where c.tenant_id = e.tenant_id and c.reader = ${name} and (c.xid, c.seq) >= (e.xid, e.seq))`,
  )
  assert.equal(behind.n, 0)
})

test('what is said while a server opens its ears is heard, whatever it was looking at', async () => {
  for (const look of [1, 2, 3]) {
    const house = await testHouse()
    const { heard, reader: reading } = listener(house)
    const open = {
      ...house.open,
      database: { ...house.open.database, dispatcher: afterLook(house.open.database.dispatcher, look, () => ring(house, 'new')) },
    }
    const tail = await startTail(open, [reading])
    await tail.settled()
    await tail.stop()
    assert.deepEqual(heard, ['new'], `said after look ${look}`)
  }
})

function afterLook(sql: Sql, which: number, say: () => Promise<void>): Sql {
  let looks = 0
  const after = async <Found>(found: Promise<Found>): Promise<Found> => {
    const rows = await found
    if (++looks === which) await say()
    return rows
  }
  return {
    ...sql,
    many:
      (row) =>
      (strings, ...values) =>
        after(sql.many(row)(strings, ...values)),
    maybeOne:
      (row) =>
      (strings, ...values) =>
        after(sql.maybeOne(row)(strings, ...values)),
  }
}

test('of two servers that hear the same journal each event is handled by one', async () => {
  const house = await testHouse()
  const name = named()
  const [one, other] = [listener(house, name), listener(house, name)]
  const tails = await Promise.all([startTail(house.open, [one.reader]), startTail(house.open, [other.reader])])
  const all = Array.from({ length: 40 }, (_, i) => String(i))
  await Promise.all(all.map((who) => ring(house, who)))
  await Promise.all(tails.map((tail) => tail.settled()))
  await Promise.all(tails.map((tail) => tail.stop()))
  assert.deepEqual(
    [...one.heard, ...other.heard].toSorted((a, b) => Number(a) - Number(b)),
    all,
  )
})

test('a slow reader holds up neither the live line nor the door', async () => {
  const house = await testHouse()
  let goOn = (): void => {}
  const gate = new Promise<void>((resolve) => (goOn = resolve))
  const seen = Promise.withResolvers<void>()
  const slow = reader(named(), [hear(rang, async (work) => (work.tenant === house.tenant ? await gate : undefined))])
  const tail = await startTail(house.open, [slow], (events) => {
    if (events.some((each) => each.tenant_id === house.tenant && (each.payload as { who: string }).who === 'second'))
      seen.resolve()
  })
  await house.work(async (work) => ['first', 'second'].forEach((who) => work.publish(rang, { who }))) // read together
  await seen.promise
  goOn()
  await tail.stop()
})

test('a cursor never goes back', async () => {
  const house = await testHouse()
  const { heard, reader: reading } = listener(house)
  await ring(house, 'a')
  const tail = await startTail(house.open, [reading])
  await tail.settled()
  await tail.stop()
  const store = await import('./store/journal.ts')
  await house.work((work) => store.moveCursor(work.sql, { tenant: work.tenant, reader: reading.name, xid: 1n, seq: 1 }))
  const again = await startTail(house.open, [reading])
  await again.settled()
  await again.stop()
  assert.deepEqual(heard, ['a'])
})

test('news that somebody at work holds back counts as late', async () => {
  const house = await testHouse()
  const { reader: reading } = listener(house)
  const tail = await startTail(house.open, [reading])
  await tail.settled()
  const { promise: gate, resolve: goOn } = Promise.withResolvers<void>()
  const { promise: written, resolve: isWritten } = Promise.withResolvers<void>()
  const slow = house.work(async (work) => {
    await work.sql.run`insert into base.event (tenant_id, name, at, actor_kind, actor_id, payload)
      values (${work.tenant}, 'test.rang', ${work.now}, 'system', 'test', ${json({ who: 'slow' })})`
    isWritten()
    await gate
  })
  await written
  await ring(house, 'fast')
  const before = tail.late_seconds()
  await tail.settled()
  assert.ok(tail.late_seconds() >= before, 'not caught up while something is held back')
  goOn()
  await slow
  await tail.settled()
  await tail.settled()
  await tail.stop()
  assert.deepEqual(
    (await house.work((work) => work.sql.many({ name: text })`select name from base.event where tenant_id = ${work.tenant}`))
      .length,
    2,
  )
})

test('who waits until all is heard waits also for what somebody at work still keeps out of sight', async () => {
  const house = await testHouse()
  const { heard, reader: reading } = listener(house)
  const tail = await startTail(house.open, [reading])
  const [gate, written] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const happened: string[] = []
  const slow = house.work(async (work) => {
    work.publish(rang, { who: 'slow' })
    await work.sql.run`select pg_current_xact_id()`
    written.resolve()
    await gate.promise
  })
  await written.promise
  await ring(house, 'fast')
  const settled = tail.settled().then(() => happened.push('settled'))
  for (let look = 0; look < 5; look++) await house.work((work) => work.sql.one({ n: integer })`select 1 as n`)
  gate.resolve()
  await slow.then(() => happened.push('committed'))
  await settled
  await tail.stop()
  assert.deepEqual(happened, ['committed', 'settled'])
  assert.deepEqual(new Set(heard), new Set(['fast', 'slow']))
})
