import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jobKind, type Job } from './jobs.ts'
import { oneAtATime, type Thread } from './one-at-a-time.ts'

test('one works and whoever finds it taken waits; a server that stops gives the thread up and begins nothing more', async () => {
  const told: string[] = []
  const { promise: done, resolve: finish } = Promise.withResolvers<void>()
  const thread: Thread = { stop: () => Promise.resolve(void told.push('given up')) }
  const stage = oneAtATime(jobKind<string>('test.long'), {
    taken: 'another is first',
    perform: async (job, { opened, stops }) => {
      told.push(`${job.payload} begins`)
      opened(thread)
      if (job.payload === 'first') await done
      told.push(`${job.payload} ends, ${stops() ? 'stopping' : 'going on'}`)
    },
  })
  const run = (payload: string): Promise<void> =>
    stage.workers[0]!.run({ payload, work: () => Promise.resolve(void told.push(`${payload} waits`)) } as unknown as Job<unknown>) // what is asked of a job here
  const first = run('first')
  await run('second')
  await stage.stop()
  finish()
  await first
  await run('third')
  assert.deepEqual(told, ['first begins', 'second waits', 'given up', 'first ends, stopping', 'third waits'])
})
