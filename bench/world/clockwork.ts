// The house's own job runner in a process of its own. Each timer does what the clocks of the house do: it says in the journal, in the transaction
// that ends it, that its moment has come.
import { wallClock } from '#base/clock'
import { openDatabase, type Addresses } from '#base/database'
import { event } from '#base/contract'
import { jobKind, startJobs, worker } from '#base/jobs'
import { z } from 'zod'
import { percentile } from '../figures.ts'
import { answerWith } from './apart.ts'

export type Ran = { p50: number; p95: number; worst: number; lost: number; twice: number }
const rang = event('bench.rang', z.object({ timer: z.string() }))
const PATIENCE_MILLISECONDS = 90_000

answerWith(async ({ addresses, expected }: { addresses: Addresses; expected: number }): Promise<Ran> => {
  const late: number[] = []
  const times = new Map<string, number>()
  const ring = worker(
    jobKind<object>('bench.timer'),
    async (job) => {
      await job.work(async (work) => {
        work.publish(rang, { timer: job.id })
        await job.finish(work)
      })
      late.push(performance.timeOrigin + performance.now() - job.due_at.epochMilliseconds)
      times.set(job.id, (times.get(job.id) ?? 0) + 1)
    },
    { company: true },
  )
  const database = openDatabase(addresses)
  const jobs = startJobs({ database, clock: wallClock }, [ring])
  for (const end = Date.now() + PATIENCE_MILLISECONDS; Date.now() < end && times.size < expected;)
    await new Promise((resolve) => setTimeout(resolve, 100))
  await jobs.stop()
  await database.close()
  const twice = [...times.values()].filter((each) => each > 1).length
  return {
    p50: percentile(late, 0.5),
    p95: percentile(late, 0.95),
    worst: percentile(late, 1),
    lost: expected - times.size,
    twice,
  }
})
