import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jobKind, later, startJobs, worker } from './jobs.ts'
import { newId } from './id.ts'
import { instant, integer } from './sql.ts'
import { testHouse, type TestHouse } from './test-database.ts'

type Payload = { name: string }
const kindOf = (house: TestHouse) => jobKind<Payload>(`test.${newId(house.clock.now())}`)
const order = (house: TestHouse, n: number): string => newId(house.clock.now().add({ milliseconds: n }))

test('a job put off for long lets the others of its line by; one put off for a moment does not', async () => {
  const house = await testHouse()
  const kind = kindOf(house)
  const done: string[] = []
  let putOff: Temporal.DurationLike = { minutes: 2 }
  for (const [n, name] of ['first', 'second'].entries())
    await house.work((work) => later(work, kind, { payload: { name }, line: 'one', id: order(house, n) }))
  const jobs = startJobs(house.open, [
    worker(kind, async (job) => {
      if (job.payload.name === 'first' && putOff) return await job.work((work) => job.again(work, work.now.add(putOff), 'later'))
      done.push(job.payload.name)
    }),
  ])
  await jobs.settled()
  assert.deepEqual(done, [], 'the second waits for the first')
  putOff = { hours: 4 }
  house.clock.advance({ minutes: 3 })
  await jobs.settled()
  await jobs.settled()
  assert.deepEqual(done, ['second'])
  await jobs.stop()
})

test('a job that was taken for dead and finished by another server may still be put off by the one that was slow', async () => {
  const house = await testHouse()
  const kind = kindOf(house)
  const id = await house.work((work) => later(work, kind, { payload: { name: 'slow' }, line: 'one' }))
  const jobs = startJobs(house.open, [
    worker(kind, async (job) => {
      if (job.attempts > 1 || (await isGone(house, id))) return
      await house.work((work) => work.sql.run`delete from base.job where tenant_id = ${work.tenant} and id = ${id}`)
      await job.work((work) => job.again(work, work.now.add({ minutes: 5 }), 'the relay is busy'))
    }),
  ])
  await jobs.settled()
  await jobs.stop()
  assert.equal(await isGone(house, id), false, 'nobody else would try it again')
})

const isGone = async (house: TestHouse, id: string): Promise<boolean> =>
  (
    await house.work(
      (work) => work.sql.one({ n: integer })`select count(*) as n from base.job where tenant_id = ${work.tenant} and id = ${id}`,
    )
  ).n === 0

test('a job that waited many turns for something and then fails once rests no longer than its kind says', async () => {
  const house = await testHouse()
  const kind = jobKind<Payload>(`test.${newId(house.clock.now())}`, { tries: 100, most_rest_s: 30 })
  const id = await house.work((work) => later(work, kind, { payload: { name: 'waits' } }))
  const jobs = startJobs(house.open, [
    worker(kind, async (job) => {
      if (job.attempts > 8) throw new Error('the database was away')
      await job.work((work) => job.again(work, work.now, 'others are first'))
    }),
  ])
  await jobs.settled()
  await jobs.stop()
  const { due_at } = await house.work(
    (work) => work.sql.one({ due_at: instant })`select due_at from base.job where tenant_id = ${work.tenant} and id = ${id}`,
  )
  assert.ok(due_at.since(house.clock.now()).total('seconds') <= 30, String(due_at))
})

test('a job whose lease could not be renewed is not begun a second time by the server that runs it', async () => {
  const house = await testHouse()
  const kind = kindOf(house)
  let begun = 0
  const { promise: gate, resolve: goOn } = Promise.withResolvers<void>()
  const { promise: started, resolve: isStarted } = Promise.withResolvers<void>()
  const other = kindOf(house)
  const { promise: passed, resolve: pass } = Promise.withResolvers<void>()
  await house.work((work) => later(work, kind, { payload: { name: 'long' } }))
  const run = async (): Promise<void> => {
    begun++
    isStarted()
    await gate
  }
  const jobs = startJobs(house.open, [worker(kind, run), worker(other, async () => pass())])
  await started
  house.clock.advance({ minutes: 10 })
  await house.work((work) => later(work, other, { payload: { name: 'next' } })) // a look at what is due comes after the lease has run out
  await passed
  goOn()
  await jobs.settled()
  await jobs.stop()
  assert.equal(begun, 1)
})
