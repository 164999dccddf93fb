import { allow } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { ForecastRun, ForecastRunId, ForecastStream } from '../contract.ts'
import { sorterOf } from '../history/streams-of.ts'
import { namesOf } from '../known/people.ts'
import { publicationsOfRuns } from '../store/publication.ts'
import { findRun, listRuns, streamsOf, type RunRow } from '../store/run.ts'
import { queuesSeen } from '../whose.ts'

export async function showRun(work: Work, { id }: { id: ForecastRunId }): Promise<ForecastRun> {
  allow(work, 'workforce.read')
  const [run] = await showAll(work, [await needRun(work, id)])
  return run!
}

export async function needRun(work: Work, id: ForecastRunId): Promise<RunRow> {
  const row = await findRun(work, id)
  if (!row) throw refuse(notFound, {})
  return row
}

type Page = { cursor?: string | undefined; limit: number }
export async function runs(work: Work, { cursor, limit }: Page): Promise<{ items: ForecastRun[]; next: string | null }> {
  allow(work, 'workforce.read')
  const rows = await listRuns(work, { cursor, most: limit + 1 })
  const items = await showAll(work, rows.slice(0, limit))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

export async function runStreams(work: Work, { id }: { id: ForecastRunId }): Promise<{ items: ForecastStream[] }> {
  allow(work, 'workforce.read')
  await needRun(work, id)
  const sorter = await sorterOf(work)
  const sees = await queuesSeen(work)
  const rows = (await streamsOf(work, id)).filter(({ queue }) => sees(queue))
  return {
    items: rows.map(({ queue, channel, told, spread }) => ({
      stream: { queue, channel },
      label: sorter.labelOf(queue),
      ...told,
      spread,
    })),
  }
}

async function showAll(work: Work, rows: readonly RunRow[]): Promise<ForecastRun[]> {
  const named = await namesOf(work, rows.map(({ asked_by }) => asked_by)) // prettier-ignore
  const published = Map.groupBy(await publicationsOfRuns(work, rows.map(({ id }) => id)), ({ run_id }) => run_id) // prettier-ignore
  return rows.map((row) => {
    const publications = (published.get(row.id) ?? []).map(({ id }) => id)
    return {
      id: row.id,
      state: stateOf(row),
      asked_at: String(row.asked_at),
      asked_by: named(row.asked_by),
      began_at: row.began_at?.toString() ?? null,
      ended_at: row.ended_at?.toString() ?? null,
      from: String(row.from_at),
      to: String(row.to_at),
      weeks: row.weeks,
      progress: row.progress,
      streams: row.streams,
      left_out: row.left_out,
      failed: row.failed,
      publications,
      may: may(work, row, publications.length > 0),
    }
  })
}

const stateOf = ({ ended_as, began_at, streams, progress }: RunRow): ForecastRun['state'] =>
  ended_as ?? (began_at === null ? 'asked' : streams > 0 || progress >= READ_SHARE ? 'forecasting' : 'reading')
export const READ_SHARE = 0.2

function may(work: Work, { ended_as, to_at }: RunRow, published: boolean): ForecastRun['may'] {
  if (ended_as === null) return ['cancel']
  const isAhead = Temporal.Instant.compare(to_at, work.now) > 0
  return [...(ended_as === 'done' && isAhead ? (['publish'] as const) : []), ...(published ? [] : (['forget'] as const))]
}
