import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from '#base/refusal'
import { adjustForecast, undoAdjustment } from './adjusted/adjust.ts'
import { forecastPublished } from './contract.ts'
import { bringFile } from './import-file/bring.ts'
import { decide, outliers, takeBackDecision } from './known/outliers.ts'
import { accuracy } from './published/accuracy.ts'
import { publishedForecast } from './published/published-forecast.ts'
import { changes } from './runs/changes.ts'
import { publish } from './runs/publish.ts'
import { runStreams, showRun } from './runs/show.ts'
import { perform, type Forecasting } from './runs/perform.ts'
import { beginRun, startRun } from './runs/start.ts'
import { madeUpCalls, testPast, type TestPast } from './test-past.ts'

const monday = '2026-11-16'
const phone = { queue: '', channel: 'phone' }

async function withForecast(weeks = 6): Promise<{ past: TestPast; run: Awaited<ReturnType<typeof startRun>>['id'] }> {
  const past = await testPast(`${monday}T05:00:00Z`)
  await past.work(
    (work) => bringFile(work, { name: 'avant.csv', text: madeUpCalls(monday, weeks), channel: 'phone', missing: 'zero' }),
    past.flow,
  )
  const { id } = await past.work((work) => startRun(work, { days: 14 }), past.flow)
  await past.jobs()
  return { past, run: id }
}

const week = { from: '2026-11-15T23:00:00Z', to: '2026-11-22T23:00:00Z' }
const expected = async (past: TestPast, span = week): Promise<number> => {
  const { streams } = await past.work((work) => publishedForecast(work, { ...span, interval_min: 60 }))
  return (streams[0]?.mean ?? []).reduce((sum: number, value) => sum + (value ?? 0), 0)
}

test('a forecast is made of what came, tells its race, and is read by others once it is published', async () => {
  const { past, run } = await withForecast()
  assert.equal((await past.work((work) => showRun(work, { id: run }))).state, 'done')
  const [told] = (await past.work((work) => runStreams(work, { id: run }))).items
  assert.ok(told?.chosen && told.why.fr !== '' && told.race.length > 3)
  assert.equal(await expected(past), 0, 'nothing is published yet')
  assert.equal((await past.work((work) => changes(work, { id: run }))).streams[0]!.before, null)
  await past.work((work) => publish(work, { id: run, note: '' }), past.flow)
  const sum = await expected(past)
  assert.ok(sum > 3_000 && sum < 5_000, `a week like the others, not ${sum}`)
  const { streams } = await past.work((work) =>
    publishedForecast(work, { from: '2026-11-17T09:00:00Z', to: '2026-11-17T10:00:00Z' }),
  )
  assert.equal(streams[0]!.handling_s[0], 300)
  assert.ok(streams[0]!.p10[0]! <= streams[0]!.mean[0]! && streams[0]!.mean[0]! <= streams[0]!.p90[0]!)
  await past.work((work) => publish(work, { id: run, note: '' }), past.flow)
  assert.equal((await past.heard(forecastPublished)).length, 1, 'asked again since the answer got lost, it is published once')
})

test('a forecast whose server is killed as it begins, after its last stream and as it ends is ended by the next server, once', async () => {
  const past = await testPast(`${monday}T05:00:00Z`)
  await past.work((work) => bringFile(work, { name: 'avant.csv', text: madeUpCalls(monday, 6), channel: 'phone', missing: 'zero' }), past.flow)
  const run = await past.work((work) => beginRun(work, { days: 14 }, true), past.flow)
  const isTold = async (): Promise<boolean> => (await past.work((work) => runStreams(work, { id: run }))).items.length > 0
  const killed = async (when: () => Promise<boolean> | boolean): Promise<void> => {
    const job: Forecasting = {
      payload: { run },
      work: async (body) => {
        const result = await past.work(body)
        if (await when()) throw new Error('killed')
        return result
      },
      finish: () => Promise.reject(new Error('killed')),
      again: () => Promise.reject(new Error('nobody stops it')),
    }
    await assert.rejects(perform(job, { opened: () => {}, stops: () => false }), /killed/)
  }
  await killed(() => true)
  await killed(isTold)
  await killed(() => false)
  await past.jobs()
  const { state, failed } = await past.work((work) => showRun(work, { id: run }))
  assert.deepEqual([state, failed, (await past.heard(forecastPublished)).length], ['done', null, 1])
}) // prettier-ignore

test('what people adjusted survives a newer forecast, is told apart, and goes when it is undone', async () => {
  const { past, run } = await withForecast()
  await past.work((work) => publish(work, { id: run, note: '' }), past.flow)
  const before = await expected(past)
  const wish = {
    stream: phone,
    from: '2026-11-17T00:00:00Z',
    to: '2026-11-18T00:00:00Z',
    of: 'arrivals',
    how: 'add',
    amount: 500,
    reason: 'Relance',
  } as const
  const made = await past.work((work) => adjustForecast(work, wish), past.flow)
  assert.equal(Math.round((await expected(past)) - before), 500)
  const half = { from: '2026-11-17T09:00:00Z', to: '2026-11-17T10:00:00Z' }
  const { streams } = await past.work((work) => publishedForecast(work, { ...half, interval_min: 60 }))
  assert.deepEqual(streams[0]!.adjusted_by, [made.id])
  assert.ok(streams[0]!.mean[0]! - streams[0]!.unadjusted[0]! < 100, 'of a day, an hour has its part')
  const second = await past.work((work) => startRun(work, { days: 14 }), past.flow)
  await past.jobs()
  await past.work((work) => publish(work, { id: second.id, note: '' }), past.flow)
  assert.equal(Math.round((await expected(past)) - before), 500)
  await past.work((work) => undoAdjustment(work, { id: made.id }), past.flow)
  assert.equal(Math.round(await expected(past)), Math.round(before))
  await assert.rejects(
    past.work((work) => undoAdjustment(work, { id: made.id }), past.flow),
    /adjustment_undone/,
  )
})

test('what had been forecast is held against what came, by how long beforehand it was said', async () => {
  const { past, run } = await withForecast()
  await past.work((work) => publish(work, { id: run, note: '' }), past.flow)
  past.clock.set('2026-11-19T06:00:00Z')
  const came = 'at;appels\n2026-11-18 09:00;30\n2026-11-18 09:30;30\n2026-11-18 10:00;30'
  await past.work((work) => bringFile(work, { name: 'après.csv', text: came, channel: 'phone', missing: 'gap' }), past.flow)
  const { leads } = await past.work((work) => accuracy(work, { ...phone, weeks: 1, interval_min: 60 }))
  const two = leads.find(({ days }) => days === 2)
  assert.ok(two && two.came === 60 && two.wape !== null && two.wape < 0.5, JSON.stringify(leads))
  assert.equal(
    leads.find(({ days }) => days === 7),
    undefined,
    'nobody had forecast it a week before',
  )
})

test('nothing is published for the past, before it is done, or twice decided on one version', async () => {
  const { past, run } = await withForecast()
  await assert.rejects(
    past.work((work) => publish(work, { id: run, from: '2026-11-01T00:00:00Z', note: '' }), past.flow),
    /too_early/,
  )
  await assert.rejects(
    past.work((work) => publish(work, { id: run, from: '2027-11-01T00:00:00Z', note: '' }), past.flow),
    /run_over/,
  )
  const empty = await testPast()
  await empty.work((work) => startRun(work, {}), empty.flow) // its past is still being counted
  await empty.jobs()
  await assert.rejects(
    empty.work((work) => startRun(work, {}), empty.flow),
    /too_little_history/,
  )
})

test('a strange day is shown, a person decides, and may take it back', async () => {
  const past = await testPast(`${monday}T05:00:00Z`)
  const text = madeUpCalls(monday, 8).replaceAll(
    /^2026-11-04 (\d\d:\d\d);(\d+)/gm,
    (_, time: string, calls: string) => `2026-11-04 ${time};${Number(calls) * 4}`,
  )
  await past.work((work) => bringFile(work, { name: 'avant.csv', text, channel: 'phone', missing: 'zero' }), past.flow)
  await past.work((work) => startRun(work, { days: 7 }), past.flow)
  await past.jobs()
  const list = () => past.work((work) => outliers(work, { limit: 10, undecided: true }))
  const [strange] = (await list()).items
  assert.equal(strange?.from.slice(0, 10), '2026-11-03', 'from midnight in Paris')
  const decided = await past.work(
    (work) => decide(work, { id: strange.id, version: strange.version, decision: 'set_aside', reason: 'Panne' }),
    past.flow,
  )
  assert.equal(decided.decided?.reason, 'Panne')
  assert.equal(
    (await list()).items.some(({ id }) => id === strange.id),
    false,
  )
  await assert.rejects(
    past.work((work) => decide(work, { id: strange.id, version: strange.version, decision: 'keep', reason: '' }), past.flow),
    Refused,
  )
  const back = await past.work((work) => takeBackDecision(work, { id: strange.id, version: decided.version }), past.flow)
  assert.deepEqual([back.decided, back.earlier.length], [null, 1])
})
