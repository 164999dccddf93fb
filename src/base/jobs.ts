// Jobs and timers are rows: they survive a kill, are claimed by lease, and those of one line run one after the other. A lease is short
// and renewed while the job runs, however long that takes: what a killed server had claimed is free again within a minute.
// A job is deleted by the transaction that does its work (`finish`), so its effects in the database happen exactly once.
import type { TenantId } from './contract.ts'
import { newId } from './id.ts'
import { bell, ringAtCommit } from './bell.ts'
import { point } from './crash-points.ts'
import { openFinisher } from './finisher.ts'
import { log } from './log.ts'
import { inWork, system, type Open, type Work } from './work.ts'
import * as store from './store/jobs.ts'

export type JobKind<Payload> = { name: string; tries: number; readonly payload?: Payload }
export type Job<Payload> = {
  id: string
  tenant: TenantId
  payload: Payload
  attempts: number
  due_at: Temporal.Instant
  work<Result>(body: (work: Work) => Promise<Result>): Promise<Result>
  finish(work: Work): Promise<void>
  again(work: Work, at: Temporal.Instant, why: string): Promise<void>
}
export type Worker = { kind: JobKind<unknown>; run: (job: Job<unknown>) => Promise<void> }

export const jobKind = <Payload>(name: string, limits: { tries?: number } = {}): JobKind<Payload> => ({
  name,
  tries: limits.tries ?? 8,
})
export const worker = <Payload>(kind: JobKind<Payload>, run: (job: Job<Payload>) => Promise<void>): Worker =>
  ({ kind, run }) as unknown as Worker // a kind's payload was written by `later` with the same kind

type Later<Payload> = { payload: Payload; at?: Temporal.Instant; line?: string; id?: string }

export async function later<Payload>(
  work: Work,
  kind: JobKind<Payload>,
  { payload, at, line, id: given }: Later<Payload>,
): Promise<string> {
  const id = given ?? newId(work.now)
  await store.insertJob(work.sql, {
    tenant: work.tenant,
    id,
    kind: kind.name,
    line: line ?? null,
    payload,
    due_at: at ?? work.now,
  })
  ringAtCommit(work)
  return id
}
// The bell is rung by every commit that left a job; this is for timers, and for what other processes committed.
const LOOK_MILLISECONDS = 250
const GATHER_MILLISECONDS = 4 // so long after one look, what rings is looked at together
const LEASE_SECONDS = 60
const BEAT_MILLISECONDS = 15_000

export const cancelJob = (work: Work, id: string): Promise<number> => store.deleteJob(work.sql, work.tenant, id)

// For a server that knows itself to be the only one: whatever is claimed was claimed by one that is no more.
export const releaseJobs = (open: Open): Promise<number> => store.releaseJobs(open.database.dispatcher)

export type Jobs = { settled(): Promise<void>; stop(): Promise<void> }

export function startJobs(open: Open, workers: Worker[], most = 16): Jobs {
  const byKind = new Map(workers.map((each) => [each.kind.name, each]))
  const kinds = [...byKind.keys()]
  const running = new Map<string, Promise<void>>()
  const finish = openFinisher(open)
  const idle: (() => void)[] = []
  let stopped = false
  let wake = (): void => {}
  let rung = false
  let looked = 0
  let gathering: NodeJS.Timeout | undefined
  const soon = (): void => {
    gathering ??= setTimeout(
      () => {
        gathering = undefined
        rung = true
        wake()
      },
      Math.max(0, looked + GATHER_MILLISECONDS - performance.now()),
    )
  }
  const off = bell.hear(soon)

  const claim = (): Promise<store.JobRow[]> => {
    const now = open.clock.now()
    return store.claimJobs(open.database.dispatcher, {
      now,
      until: now.add({ seconds: LEASE_SECONDS }),
      kinds,
      running: [...running.keys()],
      most: most - running.size,
    })
  }
  const renew = async (): Promise<void> => {
    if (running.size > 0)
      await store.renewJobs(open.database.dispatcher, {
        ids: [...running.keys()],
        until: open.clock.now().add({ seconds: LEASE_SECONDS }),
      })
  }
  const beat = setInterval(() => void renew().catch(complain), BEAT_MILLISECONDS)
  beat.unref()
  const start = (row: store.JobRow): void => {
    const done = runOne({ open, finish }, byKind.get(row.kind)!, row).finally(() => {
      if (running.get(row.id) === done) running.delete(row.id)
      soon() // the next of its line may be claimed now
    })
    running.set(row.id, done)
  }
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_MILLISECONDS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const loop = (async () => {
    while (!stopped) {
      rung = false
      looked = performance.now()
      const room = most - running.size
      const claimed = room > 0 ? await claim().catch(complain) : []
      claimed.forEach(start)
      if ((room > 0 && claimed.length === room) || rung) continue
      if (running.size === 0) for (const done of idle.splice(0)) done()
      await pause()
    }
    await Promise.allSettled(running.values())
    clearInterval(beat)
  })()

  return {
    settled: () =>
      new Promise((resolve) => {
        idle.push(resolve)
        wake()
      }),
    stop: async () => {
      stopped = true
      off()
      wake()
      await loop
    },
  }
}

function complain(error: Error): store.JobRow[] {
  log.error({ error }, 'jobs could not be claimed')
  return []
}

type Desk = { open: Open; finish: ReturnType<typeof openFinisher> }

async function runOne({ open, finish }: Desk, { kind, run }: Worker, row: store.JobRow): Promise<void> {
  const as = { tenant: row.tenant_id, actor: system(kind.name) }
  let settled = false
  const job: Job<unknown> = {
    id: row.id, tenant: row.tenant_id, payload: row.payload, attempts: row.attempts, due_at: row.due_at,
    work: (body) => inWork(open, as, body),
    finish: async (work) => {
      settled = true
      await store.deleteJob(work.sql, row.tenant_id, row.id)
      point('jobs.before_finish_commits')
    },
    again: async (work, at, why) => {
      settled = true
      const kept = await store.postponeJob(work.sql, { tenant: row.tenant_id, id: row.id, due_at: at, error: why })
      if (kept === 0) await store.insertJob(work.sql, { ...row, tenant: row.tenant_id, due_at: at }) // a server that took us for dead ended it
    },
  } // prettier-ignore
  point('jobs.claimed')
  try {
    await run(job)
    if (!settled) await finish({ tenant: row.tenant_id, id: row.id })
  } catch (error) {
    await putBack(open, { kind, row }, error)
  }
}

// 1 s, 4 s, 16 s … at most an hour apart; then it is parked, where health shows it.
async function putBack(open: Open, { kind, row }: { kind: JobKind<unknown>; row: store.JobRow }, error: unknown): Promise<void> {
  const why = String(error).slice(0, 2_000)
  const settle = (work: Work): Promise<number> =>
    row.attempts >= kind.tries
      ? store.parkJob(work.sql, { tenant: row.tenant_id, id: row.id, at: work.now, error: why })
      : store.postponeJob(work.sql, {
          tenant: row.tenant_id,
          id: row.id,
          due_at: work.now.add({ seconds: Math.min(3_600, 4 ** (row.attempts - 1)) }),
          error: why,
        })
  log.warn({ error, kind: row.kind, job: row.id, attempts: row.attempts }, 'a job failed')
  await inWork(open, { tenant: row.tenant_id, actor: system(kind.name) }, settle).catch((lost: Error) =>
    log.error({ error: lost, job: row.id }, 'a failed job could not be put back; its lease will bring it back'),
  )
}
