import assert from 'node:assert/strict'
import { test } from 'node:test'
import { event } from './contract.ts'
import { jobKind, later, startJobs, worker } from './jobs.ts'
import { newId } from './id.ts'
import { text } from './sql.ts'
import { testHouse } from './test-database.ts'
import { inCompany } from './together.ts'
import { system, type Work } from './work.ts'
import { z } from 'zod'

const said = event('test.said_together', z.object({ who: z.string() }))
const transaction = async (work: Work): Promise<string> =>
  (await work.sql.one({ id: text })`select pg_current_xact_id()::text as id`).id

test('what comes while others are being written is written together, each with its own answer', async () => {
  const house = await testHouse()
  const together = inCompany(house.open, { at_once: 1 })
  const as = { tenant: house.tenant, actor: system('test') }
  const { promise: gate, resolve: goOn } = Promise.withResolvers<void>()
  const first = together(as, async (work) => (await gate, transaction(work)))
  const others = ['a', 'b', 'c'].map((who) =>
    together(as, async (work) => {
      work.publish(said, { who })
      return { who, in: await transaction(work) }
    }),
  )
  goOn()
  const alone = await first
  const answers = await Promise.all(others)
  assert.deepEqual(answers.map(({ who }) => who), ['a', 'b', 'c']) // prettier-ignore
  assert.equal(new Set(answers.map((each) => each.in)).size, 1)
  assert.notEqual(answers[0]!.in, alone)
  assert.deepEqual((await house.heard(said)).map(({ who }) => who).toSorted(), ['a', 'b', 'c']) // prettier-ignore
})

test('one that fails costs the others nothing, and is told alone', async () => {
  const house = await testHouse()
  const together = inCompany(house.open, { at_once: 1 })
  const as = { tenant: house.tenant, actor: system('test') }
  const first = together(as, transaction)
  const outcomes = await Promise.allSettled([
    first,
    together(as, async (work) => work.publish(said, { who: 'before' })),
    together(as, async (work) => {
      work.publish(said, { who: 'never' })
      await work.sql.run`select 1 / 0`
    }),
    together(as, async (work) => work.publish(said, { who: 'after' })),
  ])
  assert.deepEqual(outcomes.map(({ status }) => status), ['fulfilled', 'fulfilled', 'rejected', 'fulfilled']) // prettier-ignore
  assert.deepEqual((await house.heard(said)).map(({ who }) => who).toSorted(), ['after', 'before']) // prettier-ignore
})

test('two tenants never share a transaction', async () => {
  const [one, other] = [await testHouse(), await testHouse()]
  const together = inCompany(one.open, { at_once: 1 })
  const tenants = await Promise.all(
    [one, other, one, other, one].map(({ tenant }) => together({ tenant, actor: system('test') }, async (work) => work.tenant)),
  )
  assert.deepEqual(tenants, [one.tenant, other.tenant, one.tenant, other.tenant, one.tenant])
})

test('jobs of a kind that may share a transaction each end once, also when one of them fails', async () => {
  const house = await testHouse()
  const kind = jobKind<{ who: string }>(`test.${newId(house.clock.now())}`)
  const names = Array.from({ length: 30 }, (_, n) => `n${n}`)
  for (const who of names) await house.work((work) => later(work, kind, { payload: { who } }))
  const run = worker(
    kind,
    (job) =>
      job.work(async (work) => {
        if (job.payload.who === 'n7' && job.attempts === 1) throw new Error('as planted')
        work.publish(said, { who: job.payload.who })
        await job.finish(work)
      }),
    { company: true },
  )
  const jobs = startJobs(house.open, [run])
  await jobs.settled()
  house.clock.advance({ minutes: 5 })
  await jobs.settled()
  await jobs.stop()
  assert.deepEqual((await house.heard(said)).map(({ who }) => who).toSorted(), names.toSorted()) // prettier-ignore
})
