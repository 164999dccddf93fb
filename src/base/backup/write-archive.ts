// One compressed file: everything kept and, last, the SHA-256 of each file. What has no last entry was cut short; what differs from it
// was damaged.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { createZstdCompress } from 'node:zlib'
import { ending, header, padding, SUMS, type Entry } from './tar.ts'

const PIECE = 1024 * 1024

export type Archive = {
  folder(name: string): Promise<void>
  text(name: string, words: string): Promise<void>
  /** Copies the size the file has now: one that shrinks meanwhile is filled with zeros, one that grows is cut. */
  file(name: string, from: FileHandle): Promise<void>
  /** Bytes taken in so far, before compression. */
  readonly taken: number
}

/** Writes aside and gives the name when all is on the disk; a failure leaves nothing. */
export async function writeArchive(file: string, fill: (archive: Archive) => Promise<void>): Promise<void> {
  const aside = `${file}.partial`
  const handle = await open(aside, 'wx', 0o600)
  try {
    const packed = createZstdCompress()
    const filled = fillArchive(packed, fill).then(
      () => packed.end(),
      (error: Error) => packed.destroy(error),
    )
    await Promise.all([keep(packed, handle), filled])
    await handle.sync()
    await handle.close()
    await rename(aside, file)
  } catch (error) {
    await handle.close()
    await rm(aside, { force: true })
    throw error
  }
}

async function keep(packed: AsyncIterable<Buffer>, handle: FileHandle): Promise<void> {
  for await (const piece of packed) await handle.writeFile(piece) // from where it stands; a full disk ends the filling too
}

async function fillArchive(to: Writable, fill: (archive: Archive) => Promise<void>): Promise<void> {
  const seconds = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000)
  const sums: string[] = []
  const closed = once(to, 'close').then(() => Promise.reject(new Error('the backup could not be written to its end')))
  closed.catch(() => {}) // at the end it is closed too, and nobody waits any more
  let taken = 0
  const put = async (bytes: Buffer): Promise<void> => {
    taken += bytes.length
    if (!to.write(bytes)) await Promise.race([once(to, 'drain'), closed])
  }
  const entry = async (about: Entry, contents: AsyncIterable<Buffer>): Promise<void> => {
    const hash = createHash('sha256')
    await put(header(about, seconds))
    for await (const piece of contents) {
      hash.update(piece)
      await put(piece)
    }
    await put(padding(about.size))
    if (about.kind === 'file') sums.push(`${hash.digest('hex')}  ${about.name}`)
  }
  const text = (name: string, words: string) =>
    entry({ name, kind: 'file', size: Buffer.byteLength(words) }, one(Buffer.from(words)))
  await fill({
    folder: (name) => entry({ name, kind: 'folder', size: 0 }, none()),
    text,
    file: async (name, from) => {
      const { size } = await from.stat()
      await entry({ name, kind: 'file', size }, exactly(from, size))
    },
    get taken() {
      return taken
    },
  })
  await text(SUMS, `${sums.join('\n')}\n`)
  await put(ending)
}

async function* none(): AsyncGenerator<Buffer> {}
async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

async function* exactly(from: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size;) {
    const piece = Buffer.alloc(Math.min(PIECE, size - at)) // its own: the stream may still hold the one before
    const { bytesRead } = await from.read(piece, 0, piece.length, at)
    at += bytesRead || piece.length
    yield bytesRead ? piece.subarray(0, bytesRead) : piece
  }
}
