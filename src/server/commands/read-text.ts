// The text of a file or of standard input: bounded, and never half understood. What is neither UTF-8 nor UTF-16 is refused, or (tables, which old
// spreadsheets write) read as Windows-1252.
import { closeSync, openSync, readSync, statSync } from 'node:fs'

const MOST_BYTES = 500 * 2 ** 20 // the longest text that JavaScript holds is a little more
const PIECE = 2 ** 20
const STANDARD_INPUT = 0

/** The text of a document, of `-` that of standard input; throws in words where it cannot be read. */
export function documentText(file: string): string {
  const bytes = file === '-' ? bytesFrom(STANDARD_INPUT) : bytesOf(file)
  return utf16In(bytes) ?? decoded(bytes, 'utf-8') ?? refuseBytes(bytes)
}

/** The text of a table; throws in words where it cannot be read. */
export function tableText(file: string): string {
  const bytes = bytesOf(file)
  return utf16In(bytes) ?? decoded(bytes, 'utf-8') ?? new TextDecoder('windows-1252').decode(bytes)
}

// A device that never ends would be read for ever: it is refused.
function bytesOf(file: string): Uint8Array {
  const about = statSync(file)
  if (about.isCharacterDevice()) throw new Error('it is a device, not a file')
  if (about.isDirectory()) throw new Error('it is a folder')
  if (about.size > MOST_BYTES) throw tooLarge()
  const opened = openSync(file, 'r')
  try {
    return bytesFrom(opened)
  } finally {
    closeSync(opened)
  }
}

function bytesFrom(opened: number): Uint8Array {
  const pieces: Buffer[] = []
  for (let length = 0; ;) {
    const piece = Buffer.allocUnsafe(PIECE)
    const read = readWhenThere(opened, piece)
    if (read === 0) return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces) // one piece
    pieces.push(piece.subarray(0, read))
    length += read
    if (length > MOST_BYTES) throw tooLarge()
  }
}

const waiting = new Int32Array(new SharedArrayBuffer(4))

// Whoever writes into the pipe may be slower than we are.
function readWhenThere(opened: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(opened, piece)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      Atomics.wait(waiting, 0, 0, 10)
    }
  }
}

const tooLarge = (): Error => new Error(`it is larger than ${MOST_BYTES / 2 ** 20} MB`)

function utf16In(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le')
  return bytes[0] === 0xfe && bytes[1] === 0xff ? decoded(bytes, 'utf-16be') : null
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function refuseBytes(bytes: Uint8Array): never {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0]!.split('\n') // there is always a first part
  throw new Error(`line ${lines.length} is not UTF-8: save it as UTF-8`)
}
