import { isUtf8 } from 'node:buffer'
import { decodeText, latin1 } from './charset.ts'
import { decodeWords } from './encoded-words.ts'
import { LIMITS } from './limits.ts'
import type { Allowance } from './limits.ts'
import type { MailHeader } from './shapes.ts'

type Head = {
  /** Unfolded, not yet decoded (RFC 2047), names in lower case, in order. */
  headers: MailHeader[]
  /** Where the body begins. */
  body_start: number
}

const NAME = /^([!-9;-~]{1,200})[ \t]*:/

/**
 * Reads a header block (RFC 5322 section 2.2) from `start`. A first line that is no header means there is no header block at all; a
 * junk line further down is passed over. A header without end is read up to the bound.
 */
export function readHead(bytes: Uint8Array, [start, end]: [number, number], allowance: Allowance): Head {
  const body_start = findBody(bytes, start, end)
  const limit = Math.min(body_start, start + LIMITS.header_bytes)
  const lines = decodeHeaderBytes(bytes.subarray(start, limit)).split(/\r?\n/)
  const first = lines[0] ?? ''
  if (first !== '' && !NAME.test(first)) return { headers: [], body_start: start }
  if (limit < body_start) allowance.truncated.add('headers')
  return { headers: unfold(lines, allowance), body_start }
}

function findBody(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] === 0x0a) return start + 1
  if (bytes[start] === 0x0d && bytes[start + 1] === 0x0a) return start + 2
  for (let at = bytes.indexOf(0x0a, start); at !== -1 && at < end; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a) return Math.min(at + 2, end)
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return Math.min(at + 3, end)
  }
  return end
}

/** Raw 8-bit headers are UTF-8 (RFC 6532) or, in practice, somebody's local charset: then each line is judged by itself. */
function decodeHeaderBytes(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return decodeText(bytes, null)
  const lines = latin1(bytes).split('\n')
  return lines.map((line) => decodeText(Buffer.from(line, 'latin1'), null)).join('\n')
}

function unfold(lines: string[], allowance: Allowance): MailHeader[] {
  const headers: { name: string; pieces: string[] }[] = []
  for (const line of lines) {
    const name = NAME.exec(line)
    const last = headers.at(-1)
    if (/^[ \t]/.test(line)) last?.pieces.push(line)
    else if (name?.[1]) {
      if (headers.length >= LIMITS.headers) {
        allowance.truncated.add('headers')
        break
      }
      headers.push({ name: name[1].toLowerCase(), pieces: [line.slice(name[0].length)] })
    }
  }
  return headers.map(({ name, pieces }) => ({ name, value: pieces.join('').trim() }))
}

export function firstHeader(headers: MailHeader[], name: string): string | null {
  return headers.find((header) => header.name === name)?.value ?? null
}

export function allHeaders(headers: MailHeader[], name: string): string[] {
  return headers.filter((header) => header.name === name).map((header) => header.value)
}

/** Text of a header for people: words decoded, line ends and control characters taken out (nothing may start a new header). */
export function headerText(value: string): string {
  return decodeWords(value)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}
