// The plain tar of POSIX (ustar), so that a backup opens with tools that outlive us. Files and folders only.
// Source: POSIX.1-2017, pax utility, "ustar Interchange Format".
const BLOCK = 512
export const SUMS = 'sha256sums' // the last entry: a checksum for every file before it
const zeros = Buffer.alloc(BLOCK)

export type Entry = { name: string; kind: 'file' | 'folder'; size: number }

/** The 512 bytes before a file's contents. Names up to 255 bytes, sizes up to 8 GiB (a PostgreSQL file ends at 1 GiB). */
export function header({ name, kind, size }: Entry, seconds: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  const [prefix, rest] = split(kind === 'folder' ? `${name}/` : name)
  block.write(rest, 0, 100)
  block.write(octal(kind === 'folder' ? 0o700 : 0o600, 8), 100)
  block.write(octal(0, 8), 108)
  block.write(octal(0, 8), 116)
  block.write(octal(size, 12), 124)
  block.write(octal(seconds, 12), 136)
  block.write(kind === 'folder' ? '5' : '0', 156)
  block.write('ustar\u000000', 257, 'latin1')
  block.write(prefix, 345, 155)
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

export const padding = (size: number): Buffer => zeros.subarray(0, (BLOCK - (size % BLOCK)) % BLOCK)
export const ending = Buffer.alloc(2 * BLOCK)

/** Undefined for the empty block that ends an archive. */
export function parse(block: Buffer): Entry | undefined {
  if (block.equals(zeros)) return undefined
  const told = Number.parseInt(block.toString('latin1', 148, 156), 8)
  if (told !== checksum(block)) throw new Error('this is not a tar archive, or a damaged one')
  const [prefix, rest] = [field(block, 345, 155), field(block, 0, 100)]
  const name = (prefix ? `${prefix}/${rest}` : rest).replace(/\/$/, '')
  const type = block.toString('latin1', 156, 157)
  if (type !== '0' && type !== '5') throw new Error(`${name} is neither a file nor a folder`)
  return { name, kind: type === '5' ? 'folder' : 'file', size: Number.parseInt(field(block, 124, 12), 8) }
}

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`
const field = (block: Buffer, start: number, width: number): string => {
  const bytes = block.subarray(start, start + width)
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end === -1 ? width : end).trim()
}

// Counted as if its own eight bytes were spaces.
const checksum = (block: Buffer): number => block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)

function split(name: string): [prefix: string, rest: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name]
  const cuts = [...name.matchAll(/\//g)].map(({ index }) => index)
  const cut = cuts.find(
    (at) => Buffer.byteLength(name.slice(at + 1)) <= 100 && Buffer.byteLength(name.slice(0, at)) <= 155 && at < name.length - 1,
  )
  if (cut === undefined) throw new Error(`the name is too long for a backup: ${name}`)
  return [name.slice(0, cut), name.slice(cut + 1)]
}
