// A step in the log, and a snapshot now and then.
import { randomUUID } from 'node:crypto'
import { nextWake } from '../engine/index.ts'
import type { Work } from '#base/work'
import * as store from '../store/router.ts'
import { open, snapshotOf } from './build.ts'
import { setClock, wakeInstant } from './clock.ts'
import { fingerprint, type Held } from './hold.ts'
import type { Input } from './input.ts'
import { decidedAtFirst, type Applied } from './machine.ts'

/** When the clock changes something at the seats or the queues next, where it was looked at. */
export type Looks = { seats_at?: Temporal.Instant | null; hours_at?: Temporal.Instant | null }
export type Written = { at: Temporal.Instant; inputs: readonly Input[]; applied: Applied; looks: Looks }

/** Gives the row as it is now, for whoever goes on in the same unit of work. */
export async function writeDown(work: Work, held: Held, { at, inputs, applied, looks }: Written): Promise<store.RouterRow> {
  const row: store.RouterRow = {
    ...held.row,
    ...looks,
    seq: held.row.seq + 1,
    stamp: randomUUID(),
    stepped_at: at,
    wakes_at: wakeInstant(nextWake(held.machine.state)),
  }
  await Promise.all([
    store.insertLog(work, { seq: row.seq, stamp: row.stamp, at, inputs, decided: fingerprint(applied.outcomes) }),
    store.recordStep(work, row),
    setClock(work, held.row, row),
  ])
  return row
}

/** The state after the step that was just written, kept whole; this server goes on from it as every other will. */
export async function snap(work: Work, held: Held): Promise<Held> {
  const snapshot = snapshotOf(held)
  const row = { ...held.row, snapshot_seq: held.row.seq }
  await Promise.all([
    store.recordStep(work, row),
    store.replaceSnapshot(work, { seq: row.seq, at: row.stepped_at, body: snapshot }),
  ])
  const machine = open(snapshot)
  const set_free = decidedAtFirst(machine).outcomes.flat()
  if (set_free.length > 0)
    throw new Error(`routing: an engine built again decides otherwise: ${JSON.stringify(set_free.slice(0, 3))}`)
  return { ...held, row, snapshot_seq: row.seq, machine }
}
