// A forecast becomes the one that others read, from a moment on. What was published before is kept: it is what had been forecast.
import { allow, audit } from '#access'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { forecastPublished, publicationTooEarly, runNotDone, runOver, type ForecastRunId, type Publication } from '../contract.ts'
import { byWhom, namesOf } from '../known/people.ts'
import { instantOf, quarterAfter, quarterOf } from '../rules/quarters.ts'
import { insertPublication, latestPublication, listPublications, type PublicationRow } from '../store/publication.ts'
import type { RunRow } from '../store/run.ts'
import { needRun } from './show.ts'

type Wish = { id: ForecastRunId; from?: string | undefined; note: string }
export async function publish(work: Work, { id, from, note }: Wish): Promise<Publication> {
  allow(work, 'workforce.manage', { team: null, brand: null })
  const run = await needRun(work, id)
  if (run.ended_as !== 'done') throw refuse(runNotDone, {})
  const latest = await latestPublication(work)
  const is_again = latest?.run_id === id && from === undefined && latest.note === note // asked twice, since the answer got lost
  if (is_again) return (await shown(work, [latest]))[0]!
  const row = await put(work, run, { from_at: from ? Temporal.Instant.from(from) : work.now, note })
  await audit(work, 'forecasting.published', { about: row.id, details: { run: id } })
  const [publication] = await shown(work, [row])
  return publication!
}

export const publishBySelf = (work: Work, run: RunRow): Promise<PublicationRow> => put(work, run, { from_at: work.now, note: '' })

// The quarter of an hour that goes on belongs to what was published before.
async function put(
  work: Work,
  run: RunRow,
  { from_at, note }: { from_at: Temporal.Instant; note: string },
): Promise<PublicationRow> {
  const first = Math.max(quarterAfter(from_at), quarterOf(run.from_at))
  if (first < quarterOf(work.now)) throw refuse(publicationTooEarly, {})
  if (first >= quarterOf(run.to_at)) throw refuse(runOver, {})
  const row = {
    id: newId<'publication'>(work.now), run_id: run.id, published_by: byWhom(work), from_at: instantOf(first), to_at: run.to_at, note,
  } // prettier-ignore
  await insertPublication(work, row)
  work.publish(forecastPublished, { id: row.id, run: run.id, from: String(row.from_at), to: String(row.to_at) })
  return { ...row, published_at: work.now }
}

type Page = { cursor?: string | undefined; limit: number }
export async function publications(work: Work, { cursor, limit }: Page): Promise<{ items: Publication[]; next: string | null }> {
  allow(work, 'workforce.read')
  const rows = await listPublications(work, { cursor, most: limit + 1 })
  const items = await shown(work, rows.slice(0, limit))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

export async function shown(work: Work, rows: readonly PublicationRow[]): Promise<Publication[]> {
  const named = await namesOf(work, rows.map(({ published_by }) => published_by)) // prettier-ignore
  return rows.map(({ id, run_id, published_at, published_by, from_at, to_at, note }) => ({
    id, run: run_id, published_at: String(published_at), published_by: named(published_by), from: String(from_at), to: String(to_at), note,
  })) // prettier-ignore
}
