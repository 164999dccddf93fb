// How far each reader has heard each tenant. What a reader does not listen for is passed over in memory and written down now and then, so
// that a restart begins near the end of the journal, however rarely a reader has something to hear.
import type { TenantId } from './contract.ts'
import { log } from './log.ts'
import { inWork, system, type Open } from './work.ts'
import { isAfter, START } from './place.ts'
import * as store from './store/journal.ts'
import type { Event, Place } from './store/journal.ts'

export type HeardSoFar = {
  start: Place // nobody lacks anything before it
  has(reader: string, event: Event): boolean
  passed(reader: string, batch: readonly Event[]): void
  writeDown(): Promise<void>
}

export async function readHeardSoFar(open: Open, readers: readonly string[]): Promise<HeardSoFar> {
  const sql = open.database.dispatcher
  const last = (await store.lastPlace(sql)) ?? START // first: what appears while we look lies behind it
  const first = await store.firstUnheard(sql, readers)
  const before = first && { xid: first.xid, seq: first.seq - 1 }
  const known = new Map(
    (await store.cursorsOf(sql, readers)).map((c): [string, Place] => [`${c.tenant_id} ${c.reader}`, { xid: c.xid, seq: c.seq }]),
  )
  const unwritten = new Map<TenantId, Map<string, Place>>()
  return {
    start: before && isAfter(last, before) ? before : last,
    has: (reader, event) => !isAfter(event, known.get(`${event.tenant_id} ${reader}`) ?? START),
    passed: (reader, batch) => {
      const { tenant_id: tenant, xid, seq } = batch.at(-1)!
      const of = unwritten.get(tenant) ?? new Map<string, Place>()
      unwritten.set(tenant, of.set(reader, { xid, seq }))
    },
    writeDown: async () => {
      const all = [...unwritten]
      unwritten.clear()
      for (const [tenant, places] of all) await write(open, tenant, places)
    },
  }
}

// Forgetting it costs a restart some time and harms nobody.
async function write(open: Open, tenant: TenantId, places: Map<string, Place>): Promise<void> {
  const readers = [...places.keys()].toSorted() // two servers write in the same order
  try {
    await inWork(open, { tenant, actor: system('journal') }, async (work) => {
      for (const reader of readers) await store.passCursor(work.sql, { tenant, reader, ...places.get(reader)! })
    })
  } catch (error) {
    log.debug({ error, tenant }, 'how far the readers are could not be written down')
  }
}
