// Holding a house's engine: its row is locked until the commit, and the state in memory is brought to where the database is. Whoever comes next,
// here or on another server, waits and then begins from what was committed.
import { createHash } from 'node:crypto'
import { log } from '#base/log'
import type { Work } from '#base/work'
import * as store from '../store/router.ts'
import { open, type Snapshot } from './build.ts'
import { compiledOf } from './in-force.ts'
import type { Input, Outcome } from './input.ts'
import { apply } from './machine.ts'
import { forget, recall, remember, type Remembered } from './memory.ts'

export type Held = Remembered & { row: store.RouterRow; astray: boolean } // astray: what is read again does not lead to where the tables are

/** A snapshot follows at the latest after so many steps, so that reading them again is bounded. */
export const MOST_STEPS = 400

/** Undefined: this house routes nothing. */
export async function hold(work: Work): Promise<Held | undefined> {
  const row = await store.lockRouter(work)
  if (!row || row.ended_at) return undefined
  const known = recall(work.tenant)
  if (known && known.seq === row.seq && known.stamp === row.stamp) return { ...known, row, astray: false }
  forget(work.tenant) // whatever goes wrong from here on, it is read again
  const caught = known && (await caughtUp(work, known, row))
  const { found, astray } = caught ? { found: caught, astray: false } : await readAgain(work, row)
  remember(work.tenant, found)
  return { ...found, row, astray }
}

// Another server went on from a step that we know: what it put in is put in here too. A step of ours that was rolled back has another stamp.
async function caughtUp(work: Work, known: Remembered, row: store.RouterRow): Promise<Remembered | undefined> {
  if (known.snapshot_seq !== row.snapshot_seq || known.seq >= row.seq) return undefined
  const [own, ...news] = await store.logFrom(work, known.seq, MOST_STEPS + 10)
  if (own?.seq !== known.seq || own.stamp !== known.stamp) return undefined
  return play(known, news, row) ? { ...known, seq: row.seq, stamp: row.stamp } : undefined
}

async function readAgain(work: Work, row: store.RouterRow): Promise<{ found: Remembered; astray: boolean }> {
  const kept = await store.findSnapshot(work, row.snapshot_seq)
  if (!kept) throw new Error(`routing: the snapshot ${row.snapshot_seq} is gone`)
  const snapshot = kept.body as Snapshot // written by build.ts
  const compiled = await compiledOf(work, snapshot.inForce)
  const entries = await store.logFrom(work, row.snapshot_seq + 1, MOST_STEPS + 10)
  const found: Remembered = {
    seq: row.seq,
    stamp: row.stamp,
    snapshot_seq: row.snapshot_seq,
    machine: open(snapshot),
    inForce: snapshot.inForce,
    compiled,
  }
  const astray = !play(found, entries, row)
  if (astray)
    log.error(
      { tenant: work.tenant, seq: row.seq },
      'routing: the log does not lead to where the tables are; the engine is built anew',
    )
  return { found, astray }
}

type Entry = Awaited<ReturnType<typeof store.logFrom>>[number]
function play({ machine }: Remembered, entries: readonly Entry[], row: store.RouterRow): boolean {
  let good = true
  for (const entry of entries) {
    const { outcomes } = apply(machine, entry.at, entry.inputs as Input[]) // written by step.ts
    good &&= fingerprint(outcomes) === entry.decided
  }
  return good && (entries.at(-1)?.seq ?? row.snapshot_seq) === row.seq
}

/** The same decisions have the same fingerprint; receipts explain, they decide nothing. */
export const fingerprint = (outcomes: readonly (readonly Outcome[])[]): string =>
  createHash('sha1')
    .update(JSON.stringify(outcomes.flat().map((each) => ('receipt' in each ? { ...each, receipt: null } : each))))
    .digest('base64url')
