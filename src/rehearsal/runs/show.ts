import { allow } from '#access'
import * as staff from '#staff'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { Run, RunId } from '../contract.ts'
import { findRun, listRuns, type RunRow } from '../store/run.ts'

export const KEPT_DAYS = 30

export async function showRun(work: Work, { id }: { id: RunId }): Promise<Run> {
  allow(work, 'rehearsal.run', { team: null, brand: null })
  const [shown] = await showAll(work, [await needRun(work, id)])
  return shown!
}

export async function needRun(work: Work, id: RunId): Promise<RunRow> {
  const row = await findRun(work, id)
  if (!row) throw refuse(notFound, {})
  return row
}

export async function list(
  work: Work,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Run[]; next: string | null }> {
  allow(work, 'rehearsal.run', { team: null, brand: null })
  const rows = await listRuns(work, { cursor, most: limit + 1 })
  const items = await showAll(work, rows.slice(0, limit))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

async function showAll(work: Work, rows: readonly RunRow[]): Promise<Run[]> {
  const people = await staff.find(work, rows.flatMap(({ asked_by }) => asked_by ?? [])) // prettier-ignore
  return rows.map((row) => shown(row, row.asked_by ? (people.get(row.asked_by)?.name ?? '') : ''))
}

function shown(row: RunRow, by: string): Run {
  const { traffic, name: _, ...asked } = row.asked
  return {
    id: row.id,
    name: row.name,
    state: stateOf(row),
    source: row.source,
    ...(traffic.kind === 'period' ? { from: traffic.from, to: traffic.to } : { from: null, to: null }),
    asked,
    asked_by: row.asked_by ? { id: row.asked_by, name: by } : null,
    asked_at: String(row.asked_at),
    began_at: row.began_at?.toString() ?? null,
    ended_at: row.ended_at?.toString() ?? null,
    progress: row.progress,
    contacts: row.contacts,
    trust: row.trust,
    failed: row.failed,
    kept_at: row.kept_at?.toString() ?? null,
    forgotten_at: row.ended_at && !row.kept_at ? row.ended_at.add({ hours: 24 * KEPT_DAYS }).toString() : null,
    live: row.live,
    may: may(row),
  }
}

function stateOf({ ended_as, began_at, read_at, source }: RunRow): Run['state'] {
  if (ended_as) return ended_as
  if (!began_at) return 'asked'
  return read_at === null && source === 'period' ? 'reading' : 'rehearsing'
}

function may({ ended_as, asked, live }: RunRow): Run['may'] {
  if (ended_as === null) return ['cancel']
  const tried = asked.tomorrow !== null && asked.tomorrow.kind !== 'none'
  return [
    'keep', // or no longer
    'forget',
    ...(ended_as === 'done' && tried && !live ? (['put_live'] as const) : []),
  ]
}
