// Tests run on a real PostgreSQL: one throw-away cluster a process, migrated once; every test gets a tenant of its own, so tests
// neither clean up nor depend on order, and row-level security is in the way of every one of them.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, afterEach, beforeEach } from 'node:test'
import pg from 'pg'
import type { Actor, EventKind, TenantId } from './contract.ts'
import { handClock } from './clock.ts'
import { openDatabase, type Addresses, type Database } from './database.ts'
import { newId } from './id.ts'
import { migrate } from './migrate.ts'
import { startPostgres } from './postgres/start.ts'
import { inWork, system, type Open, type Work } from './work.ts'
import { tenantEventsSoFar } from './store/journal.ts'

export type TestHouse = {
  open: Open
  tenant: TenantId
  clock: ReturnType<typeof handClock>
  work<Result>(body: (work: Work) => Promise<Result>, actor?: Actor): Promise<Result>
  heard<Payload>(kind: EventKind<Payload>): Promise<Payload[]>
}

type Cluster = {
  addresses: Addresses
  database: Database
  forget: () => Promise<void>
  stop: () => Promise<void>
}
let cluster: Promise<Cluster> | undefined

export async function testCluster(): Promise<Cluster> {
  cluster ??= startCluster()
  return await cluster
}

async function startCluster(): Promise<Cluster> {
  const directory = await mkdtemp(path.join(tmpdir(), 'guichet-test-'))
  const postgres = await startPostgres({
    directory,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '80' },
  })
  const addresses = {
    owner: postgres.address('guichet'),
    server: postgres.address('guichet_server'),
    dispatcher: postgres.address('guichet_dispatcher'),
  }
  await migrate(addresses.owner)
  const database = openDatabase(addresses)
  const owner = new pg.Pool({ ...addresses.owner, max: 1 })
  owner.on('error', () => {}) // some tests end every connection
  const stop = async (): Promise<void> => {
    await owner.end()
    await database.close()
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
  let isFirst = true
  const forget = async (): Promise<void> => {
    if (isFirst) {
      const { rows } = await owner.query<{ id: string }>(
        'select distinct tenant_id as id from base.event union select tenant_id from base.job',
      )
      lasting.push(...rows.map(({ id }) => id))
    } else {
      await owner.query('delete from base.job where tenant_id <> all($1)', [lasting])
      await owner.query('delete from base.event where tenant_id <> all($1)', [lasting])
    }
    isFirst = false
  }
  return { addresses, database, forget, stop }
}

// Registered while the file is loaded, so that it belongs to the whole run and not to the test that came first.
after(async () => await (await cluster)?.stop())

// What tests that are over left in the journal and among the timers would be heard and rung by every test after them: a run of all would take
// minutes more, and each test longer the later it comes. Only what was made before the first test lasts.
const lasting: string[] = []
let depth = 0
let begins = false
beforeEach(() => void (begins = ++depth === 1))
afterEach(() => void depth--)

export async function testHouse(start = '2026-11-20T09:00:00Z'): Promise<TestHouse> {
  const { database, forget } = await testCluster()
  if (begins) {
    begins = false
    await forget()
  }
  const clock = handClock(start)
  const open: Open = { database, clock }
  const tenant = newId<'tenant'>(clock.now())
  if (depth === 0) lasting.push(tenant)
  const work: TestHouse['work'] = (body, actor = system('test')) => inWork(open, { tenant, actor }, body)
  return {
    open,
    tenant,
    clock,
    work,
    heard: async (kind) => {
      const events = await work((w) => tenantEventsSoFar(w.sql, w, 10_000))
      return events.filter((event) => event.name === kind.name).map((event) => kind.shape.parse(event.payload))
    },
  }
}
