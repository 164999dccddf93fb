import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { event } from './contract.ts'
import { hear, reader, startTail } from './journal.ts'
import { jobKind, later, startJobs, worker } from './jobs.ts'
import { keepFile, readFile } from './files.ts'
import { integer, json, text } from './sql.ts'
import { testHouse } from './test-database.ts'
import { newId } from './id.ts'
import { inWork, system } from './work.ts'

const rang = event('test.rang', z.object({ who: z.string() }))

test('what a verb publishes is kept by the same commit, and forgotten with it', async () => {
  const house = await testHouse()
  await house.work(async (work) => work.publish(rang, { who: 'Anna' }))
  await assert.rejects(
    house.work(async (work) => {
      work.publish(rang, { who: 'nobody' })
      throw new Error('changed my mind')
    }),
  )
  assert.deepEqual(await house.heard(rang), [{ who: 'Anna' }])
})

test('a tenant does not see the events of another', async () => {
  const [one, other] = [await testHouse(), await testHouse()]
  await one.work(async (work) => work.publish(rang, { who: 'Anna' }))
  assert.deepEqual(await other.heard(rang), [])
})

test('a statement that returns another shape than declared is refused', async () => {
  const house = await testHouse()
  await assert.rejects(
    house.work((work) => work.sql.many({ n: text })`select 1 as n`),
    /column n has type/,
  )
  assert.deepEqual(await house.work((work) => work.sql.many({ n: integer })`select 1 as n`), [{ n: 1 }])
})

test('a reader hears a slow transaction that took its number first and committed last', async () => {
  const house = await testHouse()
  const heard: string[] = []
  let slowMayCommit = (): void => {}
  let slowHasNumber = (): void => {}
  const gate = new Promise<void>((resolve) => (slowMayCommit = resolve))
  const numbered = new Promise<void>((resolve) => (slowHasNumber = resolve))
  const tail = await startTail(house.open, [
    reader('test.slow', [hear(rang, async (work, { who }) => void (work.tenant === house.tenant && heard.push(who)))]),
  ])
  const slow = house.work(async (work) => {
    await work.sql.run`insert into base.event (tenant_id, name, at, actor_kind, actor_id, payload)
      values (${work.tenant}, 'test.rang', ${work.now}, 'system', 'test', ${json({ who: 'slow' })})`
    slowHasNumber()
    await gate
  })
  await numbered
  await house.work(async (work) => work.publish(rang, { who: 'fast' }))
  await tail.settled()
  assert.deepEqual(heard, [], 'nothing above the slow transaction may be read yet')
  slowMayCommit()
  await slow
  await tail.settled()
  assert.deepEqual(new Set(heard), new Set(['fast', 'slow']))
  await tail.stop()
})

test('an event that cannot be handled is parked and the next one is heard', async () => {
  const house = await testHouse()
  const heard: string[] = []
  const fussy = reader('test.fussy', [
    hear(rang, async (work, { who }) => {
      if (work.tenant !== house.tenant) return
      if (who === 'bad') throw new Error('cannot')
      heard.push(who)
    }),
  ])
  await house.work(async (work) => work.publish(rang, { who: 'bad' }))
  await house.work(async (work) => work.publish(rang, { who: 'good' }))
  const tail = await startTail(house.open, [fussy])
  await tail.settled()
  await tail.stop()
  assert.deepEqual(heard, ['good'])
  const parked = await house.work(
    (work) => work.sql.many({ name: text })`select name from base.parked where tenant_id = ${work.tenant}`,
  )
  assert.deepEqual(parked, [{ name: 'test.rang' }])
})

test('jobs of one line run one after the other and a failed one is tried again', async () => {
  const house = await testHouse()
  const kind = jobKind<{ n: number }>(`test.line.${newId(house.clock.now())}`)
  const done: number[] = []
  let failures = 0
  for (const n of [1, 2, 3])
    await house.work((work) =>
      later(work, kind, { payload: { n }, line: 'one', id: newId(house.clock.now().add({ milliseconds: n })) }),
    )
  const jobs = startJobs(house.open, [
    worker(kind, async ({ payload }) => {
      if (payload.n === 1 && failures++ === 0) throw new Error('once')
      done.push(payload.n)
    }),
  ])
  await jobs.settled()
  house.clock.advance({ minutes: 1 })
  await jobs.settled()
  await jobs.stop()
  assert.equal(failures, 2)
  assert.deepEqual(done, [1, 2, 3])
})

test('a file comes back byte for byte, whatever its size', async () => {
  const house = await testHouse()
  for (const size of [0, 1, 262_144, 262_145, 3_000_000]) {
    const content = Buffer.alloc(size, 'é')
    const kept = await house.work((work) => keepFile(work, content))
    assert.ok((await house.work((work) => readFile(work, kept.id))).equals(content))
  }
})

test('a file of another tenant is unknown', async () => {
  const [one, other] = [await testHouse(), await testHouse()]
  const kept = await one.work((work) => keepFile(work, Buffer.from('secret')))
  await assert.rejects(
    inWork(other.open, { tenant: other.tenant, actor: system('test') }, (work) => readFile(work, kept.id)),
    /not_found/,
  )
})
