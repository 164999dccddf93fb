import assert from 'node:assert/strict'
import { test } from 'node:test'
import { integer } from '#base/sql'
import type { CaseId } from '#cases/contract'
import { clockBreached, clockEscalated, clockSilent, clockWarned } from './contract.ts'
import { addPolicy, listPolicies, retirePolicy } from './index.ts'
import { defaultPolicy } from './rules/default-policy.ts'
import { settle, testDesk, withClocks, withTail, type TestDesk } from './test-desk.ts'

const firstAnswers = <Told extends { kind: string; clock_id: string }>(told: readonly Told[]): string[] => told.filter(({ kind }) => kind === 'first_answer').map(({ clock_id }) => clock_id) // prettier-ignore
const once = (ids: readonly string[], of: number, what: string): void => {
  assert.equal(new Set(ids).size, ids.length, `${what}: none twice`)
  assert.equal(ids.length, of, `${what}: none lost`)
}

// The only level there is: one hour, day and night, so that wall time is what counts.
async function anHour(desk: TestDesk): Promise<void> {
  const before = (await desk.work(listPolicies)).items
  const policy = { ...defaultPolicy(() => crypto.randomUUID() as never), name: 'Une heure', hours: { kind: 'always' as const } } // any uuid names a step
  await desk.work((work) => addPolicy(work, { ...policy, targets: { normal: { first_answer: 60, next_answer: 60, resolution: null } }, silence_minutes: 240, stagnation_minutes: null }))
  for (const { id } of before) await desk.work((work) => retirePolicy(work, { id }))
} // prettier-ignore

async function asked(desk: TestDesk, count: number): Promise<CaseId[]> {
  const all: CaseId[] = []
  for (let n = 0; n < count; n++) {
    all.push(await desk.ask())
    desk.clock.advance({ minutes: 1 })
  }
  await desk.hear()
  return all
}

test('two servers, and a clock that jumps an hour ahead and back, neither lose nor double a warning, a breach, a step or a silence', async () => {
  const desk = await testDesk('2026-11-20T08:00:00Z')
  await anHour(desk)
  const of = await asked(desk, 20)
  await withClocks(desk, async (one) => {
    await withClocks(desk, async (two) => {
      for (const at of ['08:50', '09:30', '08:31', '09:31', '10:30', '09:30', '13:00', '12:00', '13:01']) {
        desk.clock.set(`2026-11-20T${at}:00Z`)
        await Promise.all([settle(one), settle(two)])
      }
    })
  })
  once(firstAnswers(await desk.heard(clockBreached)), of.length, 'breaches')
  once((await desk.heard(clockSilent)).map(({ case_id }) => case_id), of.length, 'silences') // prettier-ignore
  const steps = (await desk.heard(clockEscalated)).map(({ case_id, cause, step }) => `${case_id} ${cause} ${step}`)
  assert.equal(new Set(steps).size, steps.length, 'no step twice')
  for (const id of of) assert.ok(steps.includes(`${id} first_answer 1`), 'no step lost')
})

test('two servers whose readers hear the same news, restarted in the middle, keep one clock of each kind', async () => {
  const desk = await testDesk('2026-11-20T08:00:00Z')
  await anHour(desk)
  const all: CaseId[] = []
  await withTail(desk, async (one) => {
    await withTail(desk, async (two) => {
      for (let n = 0; n < 15; n++) all.push(await desk.ask())
      await Promise.all([one.settled(), two.settled()])
    })
    for (let n = 0; n < 5; n++) all.push(await desk.ask())
    await one.settled()
  })
  await desk.hear()
  const [counted] = await desk.work(
    (work) => work.sql.many({ clocks: integer, watches: integer, timers: integer })`
      select (select count(*) from clocks.clock where tenant_id = ${work.tenant}) as clocks,
        (select count(*) from clocks.watch where tenant_id = ${work.tenant}) as watches,
        (select count(*) from base.job where tenant_id = ${work.tenant} and kind = 'clocks.watch') as timers`,
  )
  assert.deepEqual(counted, { clocks: all.length, watches: all.length, timers: all.length })
})

test('a server that slept through warning, breach and two steps says what is still true, once', async () => {
  const desk = await testDesk()
  await desk.ask()
  await desk.hear()
  await desk.until('2026-11-24T09:00:00Z') // a working day past the breach
  assert.deepEqual(firstAnswers(await desk.heard(clockWarned)), [], 'nobody is warned of what has happened')
  once(firstAnswers(await desk.heard(clockBreached)), 1, 'breaches')
  const steps = async () => (await desk.heard(clockEscalated)).map(({ cause, step }) => `${cause} ${step}`)
  assert.deepEqual((await steps()).filter((each) => each.startsWith('first_answer')), ['first_answer 1', 'first_answer 2']) // prettier-ignore
  await desk.until('2026-11-24T09:01:00Z')
  assert.equal((await steps()).filter((each) => each.startsWith('first_answer')).length, 2)
})

test('an answer and the timer of its moment race: whichever comes first, a breach is told when there was one', async () => {
  const desk = await testDesk('2026-11-20T08:00:00Z')
  await anHour(desk)
  const of = await asked(desk, 8)
  desk.clock.set('2026-11-20T08:59:59Z')
  await withClocks(desk, async (jobs) => {
    const answers = of.map(async (id) => await desk.answer(id))
    desk.clock.set('2026-11-20T09:30:00Z')
    await Promise.all([...answers, settle(jobs)])
  })
  await desk.hear()
  await desk.until('2026-11-20T09:31:00Z')
  const left = await desk.work(
    (work) => work.sql.one({ untrue: integer })`
      select count(*) as untrue from clocks.clock
      where tenant_id = ${work.tenant} and kind = 'first_answer' and (breached_at is not null) <> (ended_at is null or ended_at > due_at)`,
  )
  assert.equal(left.untrue, 0)
})

const daysOfChange = [
  { name: 'spring: the night has an hour less', start: '2026-03-27T16:00:00Z', due: '2026-03-30T15:00:00Z' }, // Friday 17:00 to Monday 17:00, on the clock of the wall
  { name: 'autumn: the night has an hour more', start: '2026-10-23T15:00:00Z', due: '2026-10-26T16:00:00Z' },
] // prettier-ignore
for (const { name, start, due } of daysOfChange)
  test(`nine working hours end when the wall says so, although the clock is changed between (${name})`, async () => {
    const desk = await testDesk(start)
    await desk.ask()
    await desk.hear()
    const before = Temporal.Instant.from(due).subtract({ seconds: 1 }).toString()
    await desk.until(before)
    assert.deepEqual(firstAnswers(await desk.heard(clockBreached)), [])
    await desk.until(due)
    once(firstAnswers(await desk.heard(clockBreached)), 1, 'breaches')
  })

test('day and night, an hour of the night that comes twice is two hours', async () => {
  const desk = await testDesk('2026-10-25T00:30:00Z') // half past two in Paris, for the first time
  await anHour(desk)
  await desk.ask()
  await desk.hear()
  await desk.until('2026-10-25T01:29:59Z')
  assert.deepEqual(await desk.heard(clockBreached), [])
  await desk.until('2026-10-25T01:30:00Z') // half past two, for the second time
  assert.equal((await desk.heard(clockBreached)).length, 1)
})
