// Timers: a million that are not yet due, and five hundred a second that are. Lateness is from the moment one was due until what it does was committed.
import { rmSync } from 'node:fs'
import pg from 'pg'
import { migrate } from '#base/migrate'
import { startPostgres } from '#base/postgres/start'
import type { Measure } from './figures.ts'
import { startHelper } from './world/apart.ts'
import { newFolder } from './world/house.ts'
import type { Ran } from './world/clockwork.ts'

const PENDING = 1_000_000
const PER_SECOND = 500
const SECONDS = 20
const TENANT = '018f0000-0000-7000-8000-000000000001'

export const timers: Measure = {
  name: 'timers',
  title: 'timers',
  run: async ({ say }) => {
    const folder = newFolder()
    const postgres = await startPostgres({ directory: folder })
    const clockwork = startHelper('clockwork.ts')
    try {
      const [owner, server, dispatcher] = ['guichet', 'guichet_server', 'guichet_dispatcher'].map((role) =>
        postgres.address(role),
      )
      await migrate(owner!)
      say(`  ${PENDING} timers are being set`)
      await fill(owner!)
      const ran = await clockwork.ask<Ran>({ addresses: { owner, server, dispatcher }, expected: PER_SECOND * SECONDS })
      return [
        {
          what: 'lateness, p95',
          value: ran.p95,
          unit: 'ms',
          goal: { most: 1_000 },
          note: `${PENDING / 1e6} M pending, ${PER_SECOND} due a second; p50 ${ran.p50.toFixed(0)}, worst ${ran.worst.toFixed(0)}`,
        },
        { what: 'timers lost', value: ran.lost, unit: '', goal: { most: 0 } },
        { what: 'timers run twice', value: ran.twice, unit: '', goal: { most: 0 } },
      ]
    } finally {
      clockwork.stop()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function fill(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(`insert into base.job (tenant_id, id, kind, payload, due_at)
    select '${TENANT}', gen_random_uuid(), 'bench.timer', '{}', now() + interval '1 day' + n * interval '1 second' from generate_series(1, ${PENDING}) n`)
  await client.query('vacuum analyze base.job')
  await client.query(`insert into base.job (tenant_id, id, kind, payload, due_at)
    select '${TENANT}', gen_random_uuid(), 'bench.timer', '{}', now() + interval '3 seconds' + n * interval '${1_000 / PER_SECOND} milliseconds'
    from generate_series(1, ${PER_SECOND * SECONDS}) n`)
  await client.end()
}
