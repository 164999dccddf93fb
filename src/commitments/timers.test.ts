import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startJobs, type Jobs } from '#base/jobs'
import { integer } from '#base/sql'
import type { CaseId } from '#cases/contract'
import { promiseBroken, promiseDueSoon, type Due, type Promised } from './contract.ts'
import { keep } from './keep.ts'
import { move } from './move.ts'
import { promise } from './promise.ts'
import { testDesk, type TestDesk } from './test-desk.ts'
import { workers } from './timers.ts'
import { withdraw } from './withdraw.ts'

const promised = (desk: TestDesk, of: CaseId, due: Due): Promise<Promised> =>
  desk.work((work) => promise(work, { case: of, what: 'Vous rappeler', due }), desk.as(desk.anna))

async function withClock(desk: TestDesk, act: (jobs: Jobs) => Promise<void>): Promise<void> {
  const jobs = startJobs(desk.open, workers)
  try {
    await act(jobs)
  } finally {
    await jobs.stop()
  }
}

// What is put off runs again only when the office looks again.
async function until(desk: TestDesk, jobs: Jobs, instant: string): Promise<void> {
  desk.clock.set(instant)
  await jobs.settled()
  await jobs.settled()
}

const spoken = async (desk: TestDesk) => ({
  soon: (await desk.heard(promiseDueSoon)).map(({ promise_id }) => promise_id),
  broken: (await desk.heard(promiseBroken)).map(({ promise_id }) => promise_id),
})

test('its owner is reminded half an hour of working time before a promise falls due, and told when it broke, once each', async () => {
  const desk = await testDesk()
  const { id, due_soon_at } = await promised(desk, await desk.ask(), { at: '2026-11-23T08:10:00Z' }) // Monday, ten past nine: ten minutes after opening
  assert.equal(due_soon_at, '2026-11-20T16:40:00Z', 'twenty minutes before closing on Friday')
  await withClock(desk, async (jobs) => {
    await until(desk, jobs, '2026-11-20T16:39:59Z')
    assert.deepEqual(await spoken(desk), { soon: [], broken: [] })
    for (const later of ['2026-11-20T16:40:00Z', '2026-11-20T16:41:00Z', '2026-11-23T08:09:59Z']) await until(desk, jobs, later)
    assert.deepEqual(await spoken(desk), { soon: [id], broken: [] })
    for (const later of ['2026-11-23T08:10:00Z', '2026-11-23T08:11:00Z', '2026-11-24T08:00:00Z']) await until(desk, jobs, later)
    assert.deepEqual(await spoken(desk), { soon: [id], broken: [id] })
  })
})

test('of a promise for in twenty minutes, its owner is reminded after fifteen', async () => {
  const desk = await testDesk()
  assert.equal((await promised(desk, await desk.ask(), { at: '2026-11-20T09:20:00Z' })).due_soon_at, '2026-11-20T09:15:00Z')
})

test('where the door does not open before a promise falls due, plain time counts', async () => {
  const desk = await testDesk('2026-11-21T09:00:00Z') // a Saturday
  assert.equal((await promised(desk, await desk.ask(), { at: '2026-11-21T17:00:00Z' })).due_soon_at, '2026-11-21T16:30:00Z')
})

test('what was kept, moved or withdrawn no longer rings, and leaves no timer behind', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  const [kept, moved, gone] = [
    await promised(desk, of, { day: '2026-11-20' }),
    await promised(desk, of, { day: '2026-11-20' }),
    await promised(desk, of, { day: '2026-11-20' }),
  ]
  await desk.work((work) => keep(work, { id: kept.id }))
  const next = await desk.work((work) =>
    move(work, { id: moved.id, due: { day: '2026-11-24' }, because: 'Retard', without_word: 'Prévenu' }),
  )
  await desk.work((work) => withdraw(work, { id: gone.id, because: 'Annulé' }))
  await withClock(desk, async (jobs) => await until(desk, jobs, '2026-11-20T20:00:00Z'))
  assert.deepEqual(await spoken(desk), { soon: [], broken: [] })
  const left = await desk.work(
    (work) =>
      work.sql.many({
        payload: integer,
      })`select count(*) as payload from base.job where tenant_id = ${work.tenant} and id <> ${next.id}`,
  )
  assert.equal(left[0]?.payload, 0)
})

test('a server that slept through both moments says once that the promise broke', async () => {
  const desk = await testDesk()
  const { id } = await promised(desk, await desk.ask(), { day: '2026-11-20' })
  desk.clock.set('2026-11-22T12:00:00Z')
  await withClock(desk, async (jobs) => await jobs.settled())
  assert.deepEqual(await spoken(desk), { soon: [], broken: [id] })
})

test('two servers, and a clock that jumps an hour ahead and back again, neither lose nor double a promise', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  const made: Promised[] = []
  for (let minute = 1; minute <= 40; minute++)
    made.push(await promised(desk, of, { at: Temporal.Instant.from('2026-11-20T10:00:00Z').add({ minutes: minute }).toString() }))
  await withClock(
    desk,
    async (one) =>
      await withClock(desk, async (two) => {
        for (const instant of ['2026-11-20T10:15:00Z', '2026-11-20T11:15:00Z', '2026-11-20T10:16:00Z', '2026-11-20T12:00:00Z']) {
          desk.clock.set(instant)
          await Promise.all([one.settled(), two.settled()])
        }
      }),
  )
  const { soon, broken } = await spoken(desk)
  assert.deepEqual(broken.toSorted(), made.map(({ id }) => id).toSorted())
  assert.equal(new Set(soon).size, soon.length, 'nobody is reminded twice')
})

test('kept and broken at the same moment: one of the two comes first, and both are told truly', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  for (let i = 0; i < 10; i++) {
    const { id } = await promised(desk, of, { at: desk.clock.now().add({ seconds: 10 }).toString() })
    desk.clock.advance({ seconds: 10 })
    await withClock(desk, async (jobs) => {
      const [kept] = await Promise.all([desk.work((work) => keep(work, { id })), jobs.settled()])
      assert.equal(kept.state, 'kept_late')
    })
  }
  assert.equal((await desk.heard(promiseBroken)).length, 10)
})
