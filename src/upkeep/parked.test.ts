import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { event } from '#base/contract'
import { newId } from '#base/id'
import { jobKind, later, startJobs, worker } from '#base/jobs'
import { hear, reader, startTail } from '#base/journal'
import { parkedWorker } from '#base/parked'
import { Refused } from '#base/refusal'
import { testHouse, type TestHouse } from '#base/test-database'
import { listParked, retry } from './parked.ts'

const names = async (house: TestHouse): Promise<string[]> => (await house.work(listParked)).items.map(({ name }) => name)

test('a job that failed for good is shown with its error, and is done once the cause is mended', async () => {
  const house = await testHouse()
  const kind = jobKind<object>(`test.${newId(house.clock.now())}`, { tries: 1 })
  let broken = true
  let done = 0
  await house.work((work) => later(work, kind, { payload: {} }))
  const jobs = startJobs(house.open, [
    worker(kind, async () => {
      if (broken) throw new Error('the relay has moved')
      done++
    }),
  ])
  await jobs.settled()
  const [parked] = (await house.work(listParked)).items
  assert.match(parked?.error ?? '', /the relay has moved/)

  broken = false
  assert.deepEqual(await house.work((work) => retry(work, { id: parked!.id })), { retried: 1 })
  await jobs.settled()
  assert.deepEqual([done, await names(house)], [1, []])
  await jobs.stop()
})

test('an event that a reader could not handle is handled by it later, once, and stays in the list while it fails', async () => {
  const house = await testHouse()
  const kind = event(`test.${newId(house.clock.now())}`, z.object({ word: z.string() }))
  let broken = true
  const understood: string[] = []
  const reading = reader(`test.${newId(house.clock.now())}`, [
    hear(kind, async (_work, { word }) => {
      if (broken) throw new Error('not yet')
      understood.push(word)
    }),
  ])
  const tail = await startTail(house.open, [reading])
  const jobs = startJobs(house.open, [parkedWorker([reading])])
  await house.work(async (work) => work.publish(kind, { word: 'bonjour' }))
  await tail.settled()
  assert.deepEqual(await names(house), [kind.name])

  await house.work((work) => retry(work, {}))
  await jobs.settled()
  assert.deepEqual([understood, await names(house)], [[], [kind.name]], 'it failed again, and is not lost')

  broken = false
  const [parked] = (await house.work(listParked)).items
  const both = await Promise.allSettled([1, 2].map(() => house.work((work) => retry(work, { id: parked!.id }))))
  for (const { reason } of both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[])
    assert.ok(reason instanceof Refused && reason.refusal.code === 'parked.gone', String(reason)) // the other was quicker than this one's question
  assert.ok(both.some(({ status }) => status === 'fulfilled'))
  await jobs.settled()
  assert.deepEqual([understood, await names(house)], [['bonjour'], []])
  await Promise.all([tail.stop(), jobs.stop()])
})

test('what somebody else has already had done again is told so', async () => {
  const house = await testHouse()
  await assert.rejects(
    house.work((work) => retry(work, { id: newId(work.now) })),
    (error: Error) => error instanceof Refused && error.refusal.code === 'parked.gone',
  )
})
