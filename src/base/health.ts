// Is the house well? Each check says what it looked at; the worst of them is the answer. Red when something needs a person.
import { statfs } from 'node:fs/promises'
import type { Open } from './work.ts'
import { answers, workload } from './store/health.ts'

export type Check = { name: string; status: 'ok' | 'degraded' | 'down'; detail: string }
export type Health = { status: 'ok' | 'degraded' | 'down'; version: string; checks: Check[] }

const LEAST_FREE_BYTES = 512 * 1024 * 1024
const LEAST_FREE_SHARE = 0.03
const LATE_SECONDS = 60

export const worst = (checks: readonly Check[]): Health['status'] =>
  checks.some((check) => check.status === 'down')
    ? 'down'
    : checks.some((check) => check.status === 'degraded')
      ? 'degraded'
      : 'ok'

export async function floorChecks(
  open: Open,
  more: { data: string; lag: () => number; late_seconds?: () => number },
): Promise<Check[]> {
  const database = await answers(open.database.dispatcher).then(
    (): Check => ({ name: 'database', status: 'ok', detail: 'answers' }),
    (): Check => ({ name: 'database', status: 'down', detail: 'does not answer' }), // where it is, is nobody's who has no key
  )
  if (database.status === 'down') return [database]
  const load = await workload(open.database.dispatcher)
  const late = load.oldest_due ? open.clock.now().since(load.oldest_due).total('seconds') : 0
  return [
    database,
    {
      name: 'parked',
      status: load.parked_events + load.parked_jobs > 0 ? 'degraded' : 'ok',
      detail: `${load.parked_events} events, ${load.parked_jobs} jobs`,
    },
    readers(more.lag(), more.late_seconds?.() ?? 0),
    {
      name: 'jobs',
      status: late > LATE_SECONDS ? 'degraded' : 'ok',
      detail: late > 0 ? `the oldest is ${Math.round(late)} s late` : 'none late',
    },
    await disk(more.data),
  ]
}

// Late without being behind: somebody's long transaction keeps the news from everybody.
const readers = (behind: number, late: number): Check => ({
  name: 'readers',
  status: behind > 5_000 || late > LATE_SECONDS ? 'degraded' : 'ok',
  detail: late > LATE_SECONDS ? `${behind} events behind, for ${Math.round(late)} s` : `${behind} events behind`,
})

async function disk(folder: string): Promise<Check> {
  const { bavail, bsize, blocks } = await statfs(folder)
  const free = bavail * bsize
  const share = bavail / blocks
  const low = free < LEAST_FREE_BYTES || share < LEAST_FREE_SHARE
  return {
    name: 'disk',
    status: low ? 'degraded' : 'ok',
    detail: `${Math.round(free / 1_048_576)} MB free (${Math.round(share * 100)} %)`,
  }
}
