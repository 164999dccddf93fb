import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as routing from '#routing'
import { startTail, type Tail } from '#base/journal'
import { itemArrived, rulebookShape } from '#routing/contract'
import { brokenCounting } from './broken-counting.ts'
import { countDays } from './history/count-days.ts'
import { historyOf } from './history/history-of.ts'
import { overview, recount } from './history/overview.ts'
import { wake } from './history/wake.ts'
import { slowReaders } from './listen.ts'
import { daysToCount, markDays } from './store/counting.ts'
import { testPast, type TestPast } from './test-past.ts'

const monday = { from: '2026-11-16T08:00:00Z', to: '2026-11-16T12:00:00Z' }
const counted = async (past: TestPast): Promise<void> => {
  while ((await countDays((body) => past.work(body), 8)) > 0);
}
const seen = (past: TestPast, span = monday) => past.work((work) => historyOf(work, { ...span, interval_min: 60 }))

test('who wrote is counted in the quarter of an hour they wrote in, with what became of it, and once however often it is counted', async () => {
  const past = await testPast()
  const first = await past.write('alice')
  await past.write('basile')
  past.clock.advance({ minutes: 75 })
  await past.write('chloe')
  await past.answer(first)
  past.clock.advance({ hours: 3 })
  await past.work(wake)
  await counted(past)
  const once = await seen(past)
  assert.deepEqual(once.streams[0]!.stream, { queue: '', channel: 'email' })
  assert.deepEqual(once.streams[0]!.arrived, [2, 1, 0, 0])
  assert.deepEqual(once.streams[0]!.answered, [1, 0, 0, 0])
  assert.equal(once.streams[0]!.waited_s[0], 75 * 60)
  await past.work((work) => markDays(work, ['2026-11-16']))
  await counted(past)
  assert.deepEqual(await seen(past), once)
})

test('nobody knows what came in hours that are not over, nor before anything ever came', async () => {
  const past = await testPast()
  await past.write('alice')
  past.clock.advance({ minutes: 100 })
  await past.work(wake)
  await counted(past)
  const known = await seen(past, { from: '2026-11-15T20:00:00Z', to: '2026-11-16T12:00:00Z' })
  assert.deepEqual(known.streams[0]!.arrived.slice(0, 5), [null, null, null, null, 0], 'yesterday nobody was there to count')
  assert.deepEqual(known.streams[0]!.arrived.slice(-4), [1, null, null, null])
})

test('what is heard late is counted in its own day, and a house that never looked hears nothing', async () => {
  const past = await testPast()
  const tail = await startTail(past.open, slowReaders)
  await past.write('alice')
  await tail.settled()
  assert.deepEqual(await past.work((work) => daysToCount(work, 9)), [], 'nobody looked yet')
  await past.work(wake)
  await counted(past)
  past.clock.set('2026-11-17T09:00:00Z')
  await past.write('basile')
  past.clock.set('2026-11-16T09:30:00Z') // brought in later
  await past.write('chloe')
  await tail.settled()
  past.clock.set('2026-11-17T10:00:00Z')
  assert.deepEqual((await past.work((work) => daysToCount(work, 9))).map(({ day }) => day), ['2026-11-17', '2026-11-16']) // prettier-ignore
  await past.jobs()
  await tail.stop()
  assert.deepEqual((await seen(past)).streams[0]!.arrived, [1, 1, 0, 0])
})

test('the doctor finds a past that waits for hours to be counted, or that nothing will count', async () => {
  const past = await testPast()
  const doctor = () => past.work(brokenCounting)
  await past.write('alice')
  past.clock.advance({ hours: 5 })
  assert.deepEqual(await doctor(), [], 'a house that never looked has nothing to count')
  await past.work(wake)
  assert.deepEqual(await doctor(), [], 'it has just been asked for')
  past.clock.advance({ hours: 3 })
  assert.match((await doctor()).join(), /waited over 2 hours/)
  await past.jobs()
  assert.deepEqual(await doctor(), [])
  await past.work((work) => markDays(work, ['2026-11-16'])) // by whom the timer was forgotten
  assert.match((await doctor()).join(), /no timer is set/)
})

const onlyQueue = rulebookShape.parse({ queues: [{ key: 'all', name: 'Tout' }] })
const rulesInForce = (past: TestPast) =>
  past.work((work) => routing.makeVersion(work, { title: 'Règles', in_force: true, document: onlyQueue }))
const routed = async (past: TestPast): Promise<number> => (await past.heard(itemArrived)).length
// A transaction elsewhere may hold the reader back for a while.
const untilRouted = async (past: TestPast, tail: Tail, items: number): Promise<void> => {
  while ((await routed(past)) < items) await tail.settled()
}
const cameToAll = async (past: TestPast): Promise<unknown[]> => {
  past.clock.advance({ hours: 5 })
  await past.work(wake)
  await counted(past)
  return (await seen(past)).streams.map(({ stream, arrived }) => [stream.queue, arrived.slice(0, 2)])
}

test('two cases that turn out to be one came twice, also where work is routed', async () => {
  const past = await testPast()
  await rulesInForce(past)
  const tail = await startTail(past.open, routing.readers)
  const one = await past.write('alice')
  await untilRouted(past, tail, 1)
  past.clock.advance({ minutes: 20 })
  const other = await past.write('alix')
  await untilRouted(past, tail, 2)
  await past.work((work) => cases.merge(work, { id: one.case, merged: other.case }), past.flow)
  await tail.settled()
  await tail.stop()
  assert.deepEqual(await cameToAll(past), [['all', [2, 0]]])
})

test('what routing hears late, because it was down or had no rules yet, came once and when it came', async () => {
  const past = await testPast()
  await past.write('alice')
  await rulesInForce(past)
  past.clock.advance({ minutes: 70 })
  const tail = await startTail(past.open, routing.readers)
  await untilRouted(past, tail, 1)
  await past.write('alix')
  await untilRouted(past, tail, 2)
  await tail.stop()
  assert.deepEqual(await cameToAll(past), [['all', [1, 1]]])
})

test('the past belongs to the queues of the rules in force now, whatever the rules were when it came', async () => {
  const past = await testPast()
  await past.write('alice')
  past.clock.advance({ hours: 5 })
  await past.work(wake)
  await counted(past)
  await past.work((work) =>
    routing.makeVersion(work, {
      title: 'Règles',
      in_force: true,
      document: rulebookShape.parse({ queues: [{ key: 'mail', name: 'Courrier', takes: { channels: ['email'] } }] }),
    }),
  )
  assert.deepEqual((await seen(past)).streams[0]!.stream, { queue: 'mail', channel: 'email' })
  assert.equal((await past.work(overview)).streams[0]!.label, 'Courrier')
})

test('a day of 25 hours has its hundred quarters, and recounting everything changes nothing', async () => {
  const past = await testPast('2026-10-25T00:10:00Z') // the hour from two to three comes twice in Paris
  for (let hour = 0; hour < 3; hour++) {
    await past.write(`guest${hour}`)
    past.clock.advance({ hours: 1 })
  }
  past.clock.set('2026-10-26T12:00:00Z')
  await past.work(wake)
  await counted(past)
  const day = { from: '2026-10-24T22:00:00Z', to: '2026-10-25T23:00:00Z' }
  const before = await seen(past, day)
  assert.equal(before.streams[0]!.arrived.length, 25)
  assert.equal(
    before.streams[0]!.arrived.reduce((sum: number, value) => sum + (value ?? 0), 0),
    3,
  )
  await past.work(recount)
  await counted(past)
  assert.deepEqual((await seen(past, day)).streams, before.streams)
})
