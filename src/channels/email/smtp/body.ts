// A message on its way in: in memory while it is small, then in a file that has no name any more, so that a slow sender holds
// neither a database connection nor much memory, and a killed process leaves nothing behind.
import { createHash, randomUUID, type Hash } from 'node:crypto'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { DoorLimits } from './limits.ts'

export type KeptBody = {
  readonly length: number // bytes, dot-stuffing undone, otherwise exactly as sent
  readonly sha256: string // hex
  bytes(): Promise<Buffer>
  stream(): Readable
}

export type Spool = {
  folder: string
  limits: Pick<DoorLimits, 'messageBytes' | 'memoryBytesPerMessage' | 'memoryBytes' | 'spoolBytes'>
  inMemory: number // bytes of all messages under way
  onDisk: number
  openFile(path: string): Promise<FileHandle>
}

export type Received =
  | { state: 'whole'; body: KeptBody; discard: () => Promise<void> }
  | { state: 'too big' } // more than messageBytes
  | { state: 'endless' } // more than twice messageBytes: no longer a mistake
  | { state: 'no room' } // the disk or the spool's own bound is full
  | { state: 'broken off' } // the sender went away before the final dot

type Draft = { hash: Hash; length: number; chunks: Buffer[]; inMemory: number; file: FileHandle | null; onDisk: number }

export function makeSpool(folder: string, limits: Spool['limits']): Spool {
  return { folder, limits, inMemory: 0, onDisk: 0, openFile: openNameless }
}

/**
 * Reads a message to its end, within the spool's bounds.
 * A message that cannot be kept is read on and thrown away, because the sender hears our answer only after its final dot; one that
 * goes on for twice the announced size is cut off instead.
 */
export async function receiveBody(incoming: Readable, spool: Spool): Promise<Received> {
  const draft: Draft = { hash: createHash('sha256'), length: 0, chunks: [], inMemory: 0, file: null, onDisk: 0 }
  let failed: 'too big' | 'no room' | null = null
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      draft.length += chunk.length
      if (draft.length > 2 * spool.limits.messageBytes) return { state: 'endless' }
      failed ??= draft.length > spool.limits.messageBytes ? 'too big' : await add(spool, draft, chunk)
      if (failed) await release(spool, draft)
    }
  } catch (error) {
    await release(spool, draft)
    if (isBrokenOff(error)) return { state: 'broken off' }
    throw error
  }
  if (failed) return { state: failed }
  return { state: 'whole', body: keptBody(draft), discard: () => release(spool, draft) }
}

async function add(spool: Spool, draft: Draft, chunk: Buffer): Promise<'no room' | null> {
  draft.hash.update(chunk)
  if (!draft.file && fitsInMemory(spool, draft, chunk.length)) {
    draft.chunks.push(chunk)
    draft.inMemory += chunk.length
    spool.inMemory += chunk.length
    return null
  }
  return toFile(spool, draft, chunk)
}

function fitsInMemory({ limits, inMemory }: Spool, draft: Draft, more: number): boolean {
  return draft.inMemory + more <= limits.memoryBytesPerMessage && inMemory + more <= limits.memoryBytes
}

async function toFile(spool: Spool, draft: Draft, chunk: Buffer): Promise<'no room' | null> {
  if (spool.onDisk + draft.inMemory + chunk.length > spool.limits.spoolBytes) return 'no room'
  try {
    draft.file ??= await spool.openFile(join(spool.folder, `mail-${randomUUID()}`))
    for (const part of [...draft.chunks, chunk]) await append(spool, draft, part)
  } catch (error) {
    if (isFull(error)) return 'no room'
    throw error
  }
  spool.inMemory -= draft.inMemory
  draft.inMemory = 0
  draft.chunks = []
  return null
}

async function append(spool: Spool, draft: Draft, part: Buffer): Promise<void> {
  if (!draft.file) throw new Error('no file to append to')
  await draft.file.appendFile(part)
  draft.onDisk += part.length
  spool.onDisk += part.length
}

async function release(spool: Spool, draft: Draft): Promise<void> {
  spool.inMemory -= draft.inMemory
  spool.onDisk -= draft.onDisk
  const { file } = draft
  Object.assign(draft, { chunks: [], inMemory: 0, onDisk: 0, file: null })
  await file?.close()
}

function keptBody(draft: Draft): KeptBody {
  const { length, file } = draft
  const sha256 = draft.hash.digest('hex')
  if (!file) return { length, sha256, bytes: async () => Buffer.concat(draft.chunks), stream: () => Readable.from(draft.chunks) }
  return { length, sha256, bytes: () => readWhole(file, length), stream: () => Readable.from(readParts(file, length)) }
}

async function readWhole(file: FileHandle, length: number): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of readParts(file, length)) parts.push(part)
  return Buffer.concat(parts, length)
}

async function* readParts(file: FileHandle, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(256 * 1024), 0, 256 * 1024, at)
    if (bytesRead === 0) throw new Error(`the spool file ended at ${at} of ${length} bytes`)
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

// The name is taken away at once: the file lives as long as it is open, and no longer.
async function openNameless(path: string): Promise<FileHandle> {
  const file = await open(path, 'wx+', 0o600)
  await rm(path)
  return file
}

const isBrokenOff = (error: unknown) =>
  error instanceof Error && 'code' in error && ['ECONNECTION', 'ERR_STREAM_PREMATURE_CLOSE'].includes(String(error.code))

/** Whether an error means that there is no room left: file system (ENOSPC, EDQUOT) or PostgreSQL (53100 disk_full). */
export function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['ENOSPC', 'EDQUOT', '53100'].includes(code)
}
