// Files are kept in the database in pieces of 256 KiB: the commit that names a file is the commit that keeps it, one backup holds
// everything, and row-level security guards contents as it guards rows.
import { createHash } from 'node:crypto'
import { newId } from './id.ts'
import { notFound, refuse } from './refusal.ts'
import { inWork, type As, type Open, type Work } from './work.ts'
import * as store from './store/files.ts'

const PIECE = 256 * 1024
export type KeptFile = { id: string; size: number; sha256: string }
type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export async function keepFile(work: Work, content: Uint8Array, id: string = newId(work.now)): Promise<KeptFile> {
  const hash = createHash('sha256').update(content).digest()
  const kept = { id, size: content.length, sha256: hash.toString('hex') }
  if (content.length > 0 && content.length <= PIECE) {
    await store.insertWhole(work.sql, work, { id, sha256: hash, bytes: content })
    return kept
  }
  const written = [store.insertFile(work.sql, work, { id, size: content.length, sha256: hash })]
  for (let start = 0, position = 0; start < content.length; start += PIECE, position++) {
    written.push(store.insertPiece(work.sql, work, { file: id, position, bytes: content.subarray(start, start + PIECE) }))
    if (written.length % 8 === 0) await Promise.all(written) // a bound on what waits in memory
  }
  await Promise.all(written)
  return kept
}

// For what is larger than memory should hold. The size and hash are known beforehand: whoever spooled it counted.
type Streamed = { pieces: Pieces; size: number; sha256: string }
export async function keepStream(work: Work, content: Streamed, id: string = newId(work.now)): Promise<KeptFile> {
  await store.insertFile(work.sql, work, { id, size: content.size, sha256: Buffer.from(content.sha256, 'hex') })
  let position = 0
  for await (const piece of content.pieces)
    for (let start = 0; start < piece.length; start += PIECE)
      await store.insertPiece(work.sql, work, { file: id, position: position++, bytes: piece.subarray(start, start + PIECE) })
  return { id, size: content.size, sha256: content.sha256 }
}

export async function readFile(work: Work, id: string): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of filePieces(work, id)) pieces.push(piece)
  return Buffer.concat(pieces)
}

export async function* filePieces(work: Work, id: string): AsyncGenerator<Buffer> {
  const file = await store.findFile(work.sql, work, id)
  if (!file) throw refuse(notFound, {})
  for (let from = 0, sent = 0; sent < file.size;) {
    const pieces = await store.findPieces(work.sql, work, { file: id, from, most: 8 })
    if (pieces.length === 0) throw new Error(`the file ${id} lacks pieces`)
    for (const piece of pieces) {
      sent += piece.bytes.length
      yield piece.bytes
    }
    from = pieces.at(-1)!.position + 1
  }
}

// For whoever may take long to read it: a short unit of work for every two megabytes, and none while they are being read. What a file holds
// never changes.
export async function* streamFile(open: Open, as: As, { id, size }: { id: string; size: number }): AsyncGenerator<Buffer> {
  for (let from = 0, sent = 0; sent < size;) {
    const pieces = await inWork(open, as, (work) => store.findPieces(work.sql, work, { file: id, from, most: 8 }))
    if (pieces.length === 0) throw new Error(`the file ${id} lacks pieces`)
    for (const { bytes } of pieces) {
      sent += bytes.length
      yield bytes
    }
    from = pieces.at(-1)!.position + 1
  }
}

export const forgetFiles = async (work: Work, ids: readonly string[]): Promise<number> =>
  ids.length === 0 ? 0 : await store.deleteFiles(work.sql, work, ids)

export const fileFacts = (work: Work, id: string) => store.findFile(work.sql, work, id)
