// A file of counts is brought: kept as it came, understood, and what it says put in the place of what was known. The same file again is the first.
import { createHash } from 'node:crypto'
import { allow, audit } from '#access'
import { keepStream } from '#base/files'
import { givingWay } from '#base/give-way'
import { cleanName } from '#base/given-file'
import type { Within } from '#base/http'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { historyImported, importUnreadable, type HistoryImport, type HistoryImportId, type ImportReceipt } from '../contract.ts'
import { wake } from '../history/wake.ts'
import { byWhom, namesOf } from '../known/people.ts'
import {
  findImport,
  findSame,
  insertImport,
  listImports,
  putImported,
  recordWhole,
  recordWithdrawn,
  type ImportRow,
} from '../store/imported.ts'
import { readAside } from './read-aside.ts'
import { howOf, type Given } from './how.ts'
import type { Part, Told } from './parts.ts'
import { streamsOfKinds, type Streams } from '../history/read-counts.ts'
import { sorterOf } from '../history/streams-of.ts'
import { replacedBy } from './replaced.ts'
import { queuesSeen, type Sees } from '../whose.ts'

type Brought = Given & { name: string; text: string }
const DAYS_AT_ONCE = 100
const HASHED_AT_ONCE = 1_000_000
const everywhere = { team: null, brand: null }

export const bringFile = (work: Work, brought: Brought): Promise<ImportReceipt> => bringWithin((body) => body(work), brought)

/** Thirty megabytes take seconds to read: meanwhile nothing of the database is held, and nobody's news wait. */
export async function bringWithin(within: Within, { name, text, ...given }: Brought): Promise<ImportReceipt> {
  const how = await within((work) => {
    allow(work, 'workforce.manage', everywhere)
    return howOf(work, given)
  })
  const bytes = Buffer.from(text)
  const { sha256, ofFile } = await hashesOf(JSON.stringify(how), bytes)
  const known = await within((work) => knownAlready(work, sha256))
  if (known) return known
  return await readAside(text, how, async (read) => {
    if ('troubles' in read) throw refuse(importUnreadable, read)
    return await keepInPieces(within, { name, bytes, sha256, ofFile, zone: how.zone, file: read.file }, read.next)
  })
}

type Next = () => Promise<Part | null>
/** Queue by queue, each by its own commit: it is in force once all of them are kept. Brought again after a fall, it goes on where it was. */
async function keepInPieces(within: Within, file: Kept, next: Next): Promise<ImportReceipt> {
  const begun = await within((work) => begin(work, file))
  const replaced: HistoryImport['replaced'] = []
  if (begun.under_way)
    for (let part = await next(); part; part = await next()) {
      const own = part
      replaced.push(...(await within((work) => keepPart(work, begun, own))))
    }
  return await within((work) => end(work, begun, { ...file, replaced }))
}

type Hashes = { sha256: Buffer; ofFile: string } // of the file and how it is read; of the file alone
async function hashesOf(how: string, bytes: Buffer): Promise<Hashes> {
  const [own, file] = [createHash('sha256').update(how), createHash('sha256')]
  const wayGiven = givingWay()
  for (let at = 0; at < bytes.length; at += HASHED_AT_ONCE) {
    const some = bytes.subarray(at, at + HASHED_AT_ONCE)
    own.update(some)
    file.update(some)
    await wayGiven()
  }
  return { sha256: own.digest(), ofFile: file.digest('hex') }
}

async function knownAlready(work: Work, sha256: Buffer): Promise<ImportReceipt | null> {
  const same = await findSame(work, sha256)
  return same && !same.under_way ? { ...(await again(work, same)), known_already: true } : null
}

// One that was taken back and is brought again stands again.
async function again(work: Work, same: ImportRow): Promise<HistoryImport> {
  return same.withdrawn_at ? await withdraw(work, { id: same.id, withdrawn: false }) : await showImport(work, same)
}

type Kept = Hashes & { name: string; bytes: Buffer; zone: string; file: Told }
type Begun = { id: HistoryImportId; under_way: boolean; kinds: Streams }

async function begin(work: Work, { name, bytes, sha256, ofFile, zone, file }: Kept): Promise<Begun> {
  allow(work, 'workforce.manage', everywhere)
  await wake(work)
  const kinds = await streamsOfKinds(work, await sorterOf(work))
  if (!(await findSame(work, sha256))) {
    const kept = await keepStream(work, { pieces: [bytes], size: bytes.length, sha256: ofFile })
    await insertImport(work, { ...file, id: newId<'history_import'>(work.now), file_id: kept.id, name: cleanName(name), size: kept.size, sha256, by: byWhom(work), zone, replaced: [] })
  }
  const same = await findSame(work, sha256) // of somebody who brings it this very moment, perhaps
  if (!same) throw refuse(notFound, {})
  return { id: same.id, under_way: same.under_way, kinds }
} // prettier-ignore

async function keepPart(work: Work, { id, kinds }: Begun, part: Part): Promise<HistoryImport['replaced']> {
  const replaced = await replacedBy(work, part, kinds)
  for (let from = 0; from < part.days.length; from += DAYS_AT_ONCE)
    await putImported(work, id, part.days.slice(from, from + DAYS_AT_ONCE))
  return replaced
}

type Ending = Pick<Kept, 'name' | 'file'> & Pick<HistoryImport, 'replaced'>
async function end(work: Work, { id, under_way }: Begun, { name, file, replaced }: Ending): Promise<ImportReceipt> {
  const isFirst = under_way && (await recordWhole(work, id, replaced)) > 0
  if (isFirst) {
    await audit(work, 'forecasting.history_imported', { about: id, details: { name, intervals: file.intervals } })
    work.publish(historyImported, { id, withdrawn: false })
  }
  return { ...(await showImport(work, { id })), known_already: !isFirst }
}

export async function showImport(work: Work, { id }: { id: HistoryImportId }): Promise<HistoryImport> {
  allow(work, 'workforce.read')
  const row = await findImport(work, id)
  if (!row) throw refuse(notFound, {})
  const [shown] = await showAll(work, [row])
  if (!shown || !isSeen(shown, await queuesSeen(work))) throw refuse(notFound, {})
  return shown
}

// A file is shown whole or not at all: its sums are of all its queues.
const isSeen = ({ streams }: HistoryImport, sees: Sees): boolean => streams.every(({ stream }) => sees(stream.queue))

type Page = { cursor?: string | undefined; limit: number }
export async function importsBrought(
  work: Work,
  { cursor, limit }: Page,
): Promise<{ items: HistoryImport[]; next: string | null }> {
  allow(work, 'workforce.read')
  const rows = await listImports(work, { cursor, most: limit + 1 })
  const page = rows.slice(0, limit)
  const sees = await queuesSeen(work)
  const items = (await showAll(work, page)).filter((each) => isSeen(each, sees))
  return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

export async function withdraw(
  work: Work,
  { id, withdrawn }: { id: HistoryImportId; withdrawn: boolean },
): Promise<HistoryImport> {
  allow(work, 'workforce.manage', everywhere)
  const row = await findImport(work, id)
  if (!row || row.under_way) throw refuse(notFound, {})
  if ((row.withdrawn_at !== null) !== withdrawn) {
    await recordWithdrawn(work, id, { at: withdrawn ? work.now : null, person: byWhom(work) })
    await audit(work, 'forecasting.import_withdrawn', { about: id, details: { withdrawn } })
    work.publish(historyImported, { id, withdrawn })
  }
  return await showImport(work, { id })
}

async function showAll(work: Work, rows: readonly ImportRow[]): Promise<HistoryImport[]> {
  const named = await namesOf(work, rows.map(({ by }) => by)) // prettier-ignore
  return rows.map(({ id, name, size, sha256, at, by, interval_min, zone, missing, dates, decimal, lines, intervals, arrived, streams, replaced, withdrawn_at }) => ({
    id, name, size, interval_min, zone, missing, dates, decimal, lines, intervals, arrived, streams, replaced,
    sha256: sha256.toString('hex'), at: String(at), by: named(by), withdrawn_at: withdrawn_at?.toString() ?? null,
  })) // prettier-ignore
}
