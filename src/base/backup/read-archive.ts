// Reads what write-archive.ts wrote, and notices what is not as it was written.
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createZstdDecompress } from 'node:zlib'
import { padding, parse, SUMS, type Entry } from './tar.ts'

export type Visitor = {
  folder(name: string): Promise<void>
  file(name: string, size: number, contents: AsyncIterable<Buffer>): Promise<void>
}

/** Walks through a whole archive and throws when anything in it is not what was written. */
export async function readArchive(file: string, visitor: Visitor): Promise<void> {
  const source = createReadStream(file)
  const unpacked = createZstdDecompress()
  source.on('error', (error) => unpacked.destroy(error))
  const bytes = blocks(source.pipe(unpacked))
  const sums: string[] = []
  for (let last = false; !last;) {
    const found = parse(await bytes.take(512))
    if (!found) throw new Error('it ends before its list of checksums')
    last = found.name === SUMS
    if (last) await compare(bytes, found, sums)
    else if (found.kind === 'folder') await visitor.folder(found.name)
    else sums.push(await visitFile(bytes, found, visitor))
  }
  source.destroy()
}

async function visitFile(bytes: Blocks, { name, size }: Entry, visitor: Visitor): Promise<string> {
  const hash = createHash('sha256')
  await visitor.file(name, size, hashed(bytes.stream(size), hash))
  await bytes.take(padding(size).length)
  return `${hash.digest('hex')}  ${name}`
}

async function* hashed(pieces: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
}

async function compare(bytes: Blocks, { size }: Entry, sums: string[]): Promise<void> {
  const told = (await bytes.take(size)).toString('utf8').trimEnd().split('\n')
  const wrong = sums.find((sum, at) => told[at] !== sum)
  if (wrong) throw new Error(`${wrong.split('  ')[1]} is not what was written`)
  if (told.length !== sums.length) throw new Error('files are missing in it')
}

type Blocks = { take(count: number): Promise<Buffer>; stream(count: number): AsyncGenerator<Buffer> }

// Cuts a stream into the lengths asked for.
function blocks(source: AsyncIterable<Buffer>): Blocks {
  const pieces = source[Symbol.asyncIterator]()
  let left = Buffer.alloc(0)
  async function* stream(count: number): AsyncGenerator<Buffer> {
    for (let wanted = count; wanted > 0;) {
      if (left.length === 0) {
        const next = await pieces.next()
        if (next.done) throw new Error('it ends too early')
        left = Buffer.from(next.value)
      }
      const piece = left.subarray(0, wanted)
      left = left.subarray(piece.length)
      wanted -= piece.length
      yield piece
    }
  }
  return { stream, take: async (count) => Buffer.concat(await Array.fromAsync(stream(count))) }
}
