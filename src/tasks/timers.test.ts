import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startJobs, type Jobs } from '#base/jobs'
import { integer } from '#base/sql'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import { cancel } from './cancel.ts'
import { taskDueSoon, taskLate, type WholeTask } from './contract.ts'
import { testOffice, type TestOffice } from './test-office.ts'
import { workers } from './timers.ts'

const askEmile = async (office: TestOffice, minutes = 120): Promise<WholeTask> => {
  const of = await office.arrive()
  return await office.work(
    (work) => ask(work, { case: of, asked: { person: office.emile }, title: 'Le prix ?', deadline: { minutes } }),
    office.as(office.anna),
  )
}
const answerAs = (office: TestOffice, id: WholeTask['id']) =>
  office.work((work) => answer(work, { id, text: '12 €', uploads: [], told: false }), office.as(office.emile))

async function withClock(office: TestOffice, act: (jobs: Jobs) => Promise<void>): Promise<void> {
  const jobs = startJobs(office.open, workers)
  try {
    await act(jobs)
  } finally {
    await jobs.stop()
  }
}
// What is put off runs again only when the desk looks again.
async function until(office: TestOffice, jobs: Jobs, instant: string): Promise<void> {
  office.clock.set(instant)
  await jobs.settled()
  await jobs.settled()
}
const spoken = async (office: TestOffice) => ({
  soon: (await office.heard(taskDueSoon)).map(({ task_id }) => task_id),
  late: (await office.heard(taskLate)).map(({ task_id }) => task_id),
})

test('whoever was asked is reminded after three quarters of their time, and told when it is over, once each', async () => {
  const office = await testOffice()
  const { id, due_soon_at } = await askEmile(office)
  assert.equal(due_soon_at, '2026-11-20T10:30:00Z')
  await withClock(office, async (jobs) => {
    await until(office, jobs, '2026-11-20T10:29:59Z')
    assert.deepEqual(await spoken(office), { soon: [], late: [] })
    for (const later of ['2026-11-20T10:30:00Z', '2026-11-20T10:31:00Z', '2026-11-20T10:59:59Z']) await until(office, jobs, later)
    assert.deepEqual(await spoken(office), { soon: [id], late: [] })
    for (const later of ['2026-11-20T11:00:00Z', '2026-11-20T11:01:00Z', '2026-11-21T08:00:00Z']) await until(office, jobs, later)
    assert.deepEqual(await spoken(office), { soon: [id], late: [id] })
  })
})

test('what was answered or called off no longer rings, and leaves no timer behind', async () => {
  const office = await testOffice()
  const [answered, cancelled] = [await askEmile(office), await askEmile(office)]
  await answerAs(office, answered.id)
  await office.work((work) => cancel(work, { id: cancelled.id, because: 'Inutile' }), office.as(office.anna))
  const left = await office.work(
    (work) =>
      work.sql.one({
        n: integer,
      })`select count(*) as n from base.job where tenant_id = ${work.tenant} and kind = 'tasks.task_clock'`,
  )
  assert.equal(left.n, 0)
})

test('two servers, a sleep and a clock that jumps an hour ahead and back neither lose nor double a late task', async () => {
  const office = await testOffice()
  const made: WholeTask[] = []
  for (let i = 0; i < 20; i++) made.push(await askEmile(office, 60 + i))
  await withClock(office, async (one) => await withClock(office, async (two) => {
    for (const instant of ['2026-11-20T10:10:00Z', '2026-11-20T11:10:00Z', '2026-11-20T10:11:00Z', '2026-11-22T12:00:00Z']) {
      office.clock.set(instant)
      await Promise.all([one.settled(), two.settled()])
      await Promise.all([one.settled(), two.settled()])
    }
  })) // prettier-ignore
  const { soon, late } = await spoken(office)
  assert.deepEqual(late.toSorted(), made.map(({ id }) => id).toSorted())
  assert.equal(new Set(soon).size, soon.length, 'nobody is reminded twice')
})

test('answered and late at the same moment: one of the two comes first, and both are told truly', async () => {
  const office = await testOffice()
  for (let i = 0; i < 5; i++) {
    const { id, due_at } = await askEmile(office, 1)
    office.clock.set(due_at!)
    await withClock(office, async (jobs) => {
      const [answered] = await Promise.all([answerAs(office, id), jobs.settled()])
      assert.notEqual(answered.late_at, null)
    })
  }
  assert.equal((await office.heard(taskLate)).length, 5)
})
