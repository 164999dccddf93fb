// Jobs and timers are rows: they survive a kill, are claimed by lease, and those of one line run one after the other. A lease is short
// and renewed while the job runs, however long that takes: what a killed server had claimed is free again within a minute.
// A job is deleted by the transaction that does its work (`finish`), so its effects in the database happen exactly once.
import type { TenantId } from './contract.ts'
import { newId } from './id.ts'
import { bell, ringAtCommit } from './bell.ts'
import { point } from './crash-points.ts'
import { openFinisher } from './finisher.ts'
import { log } from './log.ts'
import { Nap } from './nap.ts'
import { inCompany, type InCompany } from './together.ts'
import { inWork, system, type Open, type Work } from './work.ts'
import * as store from './store/jobs.ts'

export type JobKind<Payload> = { name: string; tries: number; most_rest_s: number; readonly payload?: Payload }
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
export type Worker = { kind: JobKind<unknown>; run: (job: Job<unknown>) => Promise<void>; company: boolean }

// `most_rest_s`: of one whose turns count as tries, since it waits for something; after one failure it would else rest for an hour.
export const jobKind = <Payload>(name: string, limits: { tries?: number; most_rest_s?: number } = {}): JobKind<Payload> => ({
  name,
  tries: limits.tries ?? 8,
  most_rest_s: limits.most_rest_s ?? 3_600,
})
// `company`: what its jobs write may share a transaction with others of the kind (together.ts).
export const worker = <Payload>(
  kind: JobKind<Payload>,
  run: (job: Job<Payload>) => Promise<void>,
  { company = false }: { company?: boolean } = {},
): Worker => ({ kind, run, company }) as unknown as Worker // a kind's payload was written by `later` with the same kind

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
const SILENT_SECONDS = 20 // a beat and some more: whoever has them has fallen

// Timers that move: each has one row, its own id, and the last time it was set counts. Set many at once.
export async function setTimers<Payload>(
  work: Work,
  kind: JobKind<Payload>,
  timers: readonly { id: string; payload: Payload; at: Temporal.Instant }[],
): Promise<void> {
  if (timers.length === 0) return
  const rows = timers.map(({ id, payload, at }) => ({ id, payload, due_at: at.toString() }))
  await store.putTimers(work.sql, { tenant: work.tenant, kind: kind.name, timers: rows })
  ringAtCommit(work)
}

export const cancelJob = (work: Work, id: string): Promise<number> => store.deleteJob(work.sql, work.tenant, id)
export const cancelJobs = (work: Work, ids: readonly string[]): Promise<number> => store.deleteJobs(work.sql, work.tenant, ids)

/** Of these jobs, those whose server has fallen silent, each with when its lease ends: then another takes it up. */
export const silentJobs = (work: Work, ids: readonly string[]): Promise<{ id: string; claimed_until: Temporal.Instant }[]> =>
  store.silentJobs(work.sql, { tenant: work.tenant, ids, below: work.now.add({ seconds: LEASE_SECONDS - SILENT_SECONDS }) })

// For a server that knows itself to be the only one: whatever is claimed was claimed by one that is no more.
export const releaseJobs = (open: Open): Promise<number> => store.releaseJobs(open.database.dispatcher)

export type Jobs = { settled(): Promise<void>; stop(): Promise<void> }

export function startJobs(open: Open, workers: Worker[], most = 16): Jobs {
  const office = new Office(open, workers, most)
  const done = office.run()
  return {
    settled: () => office.settled(),
    stop: async () => {
      office.stop()
      await done
    },
  }
}

// Claims what is due, has it done, and looks again when somebody rings.
class Office {
  #desk: Desk
  #byKind: Map<string, Worker>
  #most: number
  #running = new Map<string, Promise<void>>()
  #idle: (() => void)[] = []
  #pause = new Nap()
  #stopped = false
  #rung = false
  #looked = 0
  #gathering: NodeJS.Timeout | undefined
  #beat: NodeJS.Timeout
  #off: () => void

  constructor(open: Open, workers: Worker[], most: number) {
    this.#desk = { open, finish: openFinisher(open), together: inCompany(open) }
    this.#byKind = new Map(workers.map((each) => [each.kind.name, each]))
    this.#most = most
    this.#off = bell.hear(() => this.#soon())
    this.#beat = setInterval(() => void this.#renew().catch(complain), BEAT_MILLISECONDS)
    this.#beat.unref()
  }

  async settled(): Promise<void> {
    const settled = new Promise<void>((resolve) => this.#idle.push(resolve))
    this.#pause.end()
    await settled
  }

  stop(): void {
    this.#stopped = true
    this.#off()
    this.#pause.end()
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      this.#rung = false
      this.#looked = performance.now()
      const room = this.#most - this.#running.size
      const claimed = room > 0 ? await this.#claim(room).catch(complain) : []
      for (const row of claimed) this.#start(row)
      if ((room > 0 && claimed.length === room) || this.#rung) continue
      // Rung meanwhile, this look may have come too early to see what was committed: the one that follows tells.
      if (this.#running.size === 0 && this.#gathering === undefined) for (const done of this.#idle.splice(0)) done()
      await this.#pause.take(LOOK_MILLISECONDS)
    }
    await Promise.allSettled(this.#running.values())
    clearInterval(this.#beat)
  }

  // Several rings at once are one look.
  #soon(): void {
    if (this.#gathering) return
    const wait = Math.max(0, this.#looked + GATHER_MILLISECONDS - performance.now())
    this.#gathering = setTimeout(() => {
      this.#gathering = undefined
      this.#rung = true
      this.#pause.end()
    }, wait)
  }

  #claim(room: number): Promise<store.JobRow[]> {
    const { open } = this.#desk
    const now = open.clock.now()
    const until = now.add({ seconds: LEASE_SECONDS })
    return store.claimJobs(open.database.dispatcher, {
      now, until, kinds: [...this.#byKind.keys()], running: [...this.#running.keys()], most: room,
    }) // prettier-ignore
  }

  async #renew(): Promise<void> {
    if (this.#running.size === 0) return
    const { open } = this.#desk
    const until = open.clock.now().add({ seconds: LEASE_SECONDS })
    await store.renewJobs(open.database.dispatcher, { ids: [...this.#running.keys()], until })
  }

  #start(row: store.JobRow): void {
    const done = runOne(this.#desk, this.#byKind.get(row.kind)!, row).finally(() => {
      if (this.#running.get(row.id) === done) this.#running.delete(row.id)
      this.#soon() // the next of its line may be claimed now
    })
    this.#running.set(row.id, done)
  }
}

function complain(error: Error): store.JobRow[] {
  log.error({ error }, 'jobs could not be claimed')
  return []
}

type Desk = { open: Open; finish: ReturnType<typeof openFinisher>; together: InCompany }

async function runOne({ open, finish, together }: Desk, { kind, run, company }: Worker, row: store.JobRow): Promise<void> {
  const as = { tenant: row.tenant_id, actor: system(kind.name) }
  let settled = false
  const job: Job<unknown> = {
    id: row.id, tenant: row.tenant_id, payload: row.payload, attempts: row.attempts, due_at: row.due_at,
    work: (body) => (company ? together(as, body) : inWork(open, as, body)),
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

// 1 s, 4 s, 16 s … at most an hour apart, or what its kind says; then it is parked, where health shows it.
async function putBack(open: Open, { kind, row }: { kind: JobKind<unknown>; row: store.JobRow }, error: unknown): Promise<void> {
  const why = String(error).slice(0, 2_000)
  const settle = (work: Work): Promise<number> =>
    row.attempts >= kind.tries
      ? store.parkJob(work.sql, { tenant: row.tenant_id, id: row.id, at: work.now, error: why })
      : store.postponeJob(work.sql, {
          tenant: row.tenant_id,
          id: row.id,
          due_at: work.now.add({ seconds: Math.min(kind.most_rest_s, 4 ** (row.attempts - 1)) }),
          error: why,
        })
  log.warn({ error, kind: row.kind, job: row.id, attempts: row.attempts }, 'a job failed')
  await inWork(open, { tenant: row.tenant_id, actor: system(kind.name) }, settle).catch((lost: Error) =>
    log.error({ error: lost, job: row.id }, 'a failed job could not be put back; its lease will bring it back'),
  )
}
