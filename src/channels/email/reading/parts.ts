import { latin1 } from './charset.ts'
import { firstHeader, readHead } from './headers.ts'
import type { Allowance } from './limits.ts'
import { LIMITS } from './limits.ts'
import { readStructured } from './parameters.ts'
import type { Structured } from './parameters.ts'
import type { MailHeader } from './shapes.ts'
import { decodeTransfer } from './transfer.ts'

/** A node of the MIME tree (RFC 2045, 2046). `body` is still transfer-encoded; leaves have no `parts`. */
export type Part = {
  headers: MailHeader[]
  type: string
  content: Structured
  disposition: Structured
  encoding: string
  body: Uint8Array
  parts: Part[]
}

type Range = [start: number, end: number]

/**
 * Reads bytes into a tree of parts. Linear in size times depth, both bounded. Broken structure loses nothing: a multipart whose
 * boundary never comes is text, one that is nested too deep stays one undivided part.
 */
export function readParts(bytes: Uint8Array, allowance: Allowance): Part {
  return readPart({ bytes, range: [0, bytes.length], depth: 0, fallback_type: 'text/plain' }, allowance)
}

type Place = { bytes: Uint8Array; range: Range; depth: number; fallback_type: string }

function readPart({ bytes, range, depth, fallback_type }: Place, allowance: Allowance): Part {
  allowance.parts--
  const head = readHead(bytes, range, allowance)
  const content = readStructured(firstHeader(head.headers, 'content-type'))
  const part: Part = {
    headers: head.headers,
    type: mediaType(content.value, fallback_type),
    content,
    disposition: readStructured(firstHeader(head.headers, 'content-disposition')),
    encoding: (firstHeader(head.headers, 'content-transfer-encoding') ?? '').toLowerCase().trim(),
    body: bytes.subarray(head.body_start, range[1]),
    parts: [],
  }
  if (!part.type.startsWith('multipart/')) return part
  allowance.search_bytes -= part.body.length
  if (depth >= LIMITS.depth || allowance.search_bytes < 0) {
    allowance.truncated.add('depth')
    return part
  }
  divide(part, depth, allowance)
  return part
}

function divide(part: Part, depth: number, allowance: Allowance): void {
  // RFC 2046 section 5.1.1 forbids encoding a multipart; some gateways do it all the same.
  const body =
    /base64|quoted-printable/.test(part.encoding) && !hasDelimiter(part) ? decodeTransfer(part.body, part.encoding) : part.body
  const fallback_type = part.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  for (const range of findRanges(body, part.content.parameters.get('boundary') ?? null)) {
    if (allowance.parts <= 0) {
      allowance.truncated.add('parts')
      return
    }
    part.parts.push(readPart({ bytes: body, range, depth: depth + 1, fallback_type }, allowance))
  }
  if (part.parts.length === 0) part.type = 'text/plain'
}

function hasDelimiter(part: Part): boolean {
  return findRanges(part.body, part.content.parameters.get('boundary') ?? null).length > 0
}

function findRanges(body: Uint8Array, boundary: string | null): Range[] {
  const declared = boundary ? splitAt(body, boundary.trimEnd()) : []
  if (declared.length > 0) return declared
  const seen = guessBoundary(body)
  return seen === null ? [] : splitAt(body, seen)
}

/** The declared boundary is missing or wrong: the first line that starts with "--" and is there to close too will do. */
function guessBoundary(body: Uint8Array): string | null {
  const beginning = latin1(body.subarray(0, 20_000))
  const line = /(?:^|\n)--([^\s-][^\r\n]{2,100}?|-+[=_A-Za-z0-9][^\r\n]{2,100}?)[ \t]*\r?\n(?:content-|\r?\n)/i.exec(beginning)
  const candidate = line?.[1]
  if (!candidate) return null
  const closing = Buffer.from(body.buffer, body.byteOffset, body.byteLength).includes(`\n--${candidate}--`, 0, 'latin1')
  return closing ? candidate : null
}

function splitAt(body: Uint8Array, boundary: string): Range[] {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const marker = Buffer.from(`--${boundary}`)
  const ranges: Range[] = []
  let open = -1
  for (let at = buffer.indexOf(marker); at !== -1; at = buffer.indexOf(marker, at + marker.length)) {
    if (at > 0 && buffer[at - 1] !== 0x0a && buffer[at - 1] !== 0x0d) continue
    const line = readDelimiter(buffer, at + marker.length)
    if (line === null) continue
    if (open !== -1) ranges.push([open, endOfLineBefore(buffer, at, open)])
    open = line.closes ? -1 : line.next
    if (ranges.length > LIMITS.parts) break
  }
  if (open !== -1 && open < buffer.length) ranges.push([open, buffer.length])
  return ranges
}

/** After the boundary only "--" and blanks may follow: `--abc` is no delimiter of the boundary `ab`. */
function readDelimiter(buffer: Buffer, after: number): { closes: boolean; next: number } | null {
  const closes = buffer[after] === 0x2d && buffer[after + 1] === 0x2d
  let at = closes ? after + 2 : after
  while (buffer[at] === 0x20 || buffer[at] === 0x09) at++
  if (at >= buffer.length) return { closes, next: at }
  if (buffer[at] === 0x0d) return { closes, next: buffer[at + 1] === 0x0a ? at + 2 : at + 1 }
  if (buffer[at] === 0x0a) return { closes, next: at + 1 }
  // Text glued to the closing delimiter: it does close.
  return closes ? { closes, next: at } : null
}

/** The line end before a delimiter belongs to the delimiter (RFC 2046 section 5.1.1). */
function endOfLineBefore(buffer: Buffer, at: number, open: number): number {
  let end = at
  if (end > open && buffer[end - 1] === 0x0a) end--
  if (end > open && buffer[end - 1] === 0x0d) end--
  return end
}

function mediaType(value: string, fallback_type: string): string {
  const clean = value.replace(/\s+/g, '')
  if (clean === 'text') return 'text/plain'
  return /^[^/\s]+\/[^/\s]+$/.test(clean) ? clean : fallback_type
}

export function partBytes(part: Part): Uint8Array {
  return decodeTransfer(part.body, part.encoding)
}

export function* walk(part: Part): Generator<Part> {
  yield part
  for (const child of part.parts) yield* walk(child)
}
