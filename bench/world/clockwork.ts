// The house's own job runner in a process of its own, with a kind of job that only looks at the clock.
import { wallClock } from '#base/clock'
import { openDatabase, type Addresses } from '#base/database'
import { jobKind, startJobs, worker } from '#base/jobs'
import { percentile } from '../figures.ts'
import { answerWith } from './apart.ts'

export type Ran = { p50: number; p95: number; worst: number; lost: number; twice: number }
const PATIENCE_MILLISECONDS = 90_000

answerWith(async ({ addresses, expected }: { addresses: Addresses; expected: number }): Promise<Ran> => {
  const late: number[] = []
  const times = new Map<string, number>()
  const look = worker(jobKind<object>('bench.timer'), async ({ id, due_at }) => {
    late.push(performance.timeOrigin + performance.now() - due_at.epochMilliseconds)
    times.set(id, (times.get(id) ?? 0) + 1)
  })
  const database = openDatabase(addresses)
  const jobs = startJobs({ database, clock: wallClock }, [look])
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
