import { latin1 } from './charset.ts'

/** Takes a Content-Transfer-Encoding off. Anything unknown is left as it is: mails carry every misspelling there. */
export function decodeTransfer(bytes: Uint8Array, encoding: string): Uint8Array {
  if (encoding.includes('base64')) return decodeBase64(bytes)
  if (encoding.includes('quoted-printable')) return decodeQuotedPrintable(bytes, false)
  if (/^x-?uu(e|encode|encoded)?$/.test(encoding)) return decodeUuencode(bytes)
  return bytes
}

function decodeBase64(bytes: Uint8Array): Uint8Array {
  const text = latin1(bytes)
  const padding = text.indexOf('=')
  // Node stops at the first "=". Lists append a second base64 text after the first one's padding.
  if (padding === -1 || /^[=\s]*$/.test(text.slice(padding))) return Buffer.from(text, 'base64')
  const pieces = text.split(/=+/)
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')))
}

const HEX = new Int8Array(256).fill(-1)
for (let digit = 0; digit < 16; digit++) {
  HEX[digit.toString(16).charCodeAt(0)] = digit
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit
}

/** RFC 2045 section 6.7; a broken "=" stands for itself. In a header word (RFC 2047) there are no soft line breaks. */
export function decodeQuotedPrintable(bytes: Uint8Array, in_word: boolean): Uint8Array {
  const out = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte !== 0x3d) {
      out[length++] = byte
      continue
    }
    const high = HEX[bytes[i + 1] ?? 0] ?? -1
    const low = HEX[bytes[i + 2] ?? 0] ?? -1
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low
      i += 2
      continue
    }
    const soft = in_word ? 0 : softBreak(bytes, i + 1)
    if (soft > 0) i += soft
    else out[length++] = byte
  }
  return out.subarray(0, length)
}

/** Length of blanks and line end after a "=", or 0 when the line goes on. */
function softBreak(bytes: Uint8Array, from: number): number {
  let at = from
  while ((bytes[at] === 0x20 || bytes[at] === 0x09) && at - from < 100) at++
  if (bytes[at] === 0x0d) at++
  if (bytes[at] === 0x0a) return at - from + 1
  return bytes[at - 1] === 0x0d ? at - from : at >= bytes.length ? at - from : 0
}

function decodeUuencode(bytes: Uint8Array): Uint8Array {
  const lines = latin1(bytes).split(/\r?\n/)
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line))
  if (begin === -1) return bytes
  const pieces: Buffer[] = []
  for (const line of lines.slice(begin + 1)) {
    if (line === 'end') break
    pieces.push(decodeUuLine(line))
  }
  return Buffer.concat(pieces)
}

function decodeUuLine(line: string): Buffer {
  const length = ((line.charCodeAt(0) || 32) - 32) & 63
  const out = Buffer.alloc(length)
  const digit = (i: number): number => ((line.charCodeAt(i) || 32) - 32) & 63
  for (let i = 0, at = 1; i < length; i += 3, at += 4) {
    const bits = (digit(at) << 18) | (digit(at + 1) << 12) | (digit(at + 2) << 6) | digit(at + 3)
    out[i] = (bits >> 16) & 255
    if (i + 1 < length) out[i + 1] = (bits >> 8) & 255
    if (i + 2 < length) out[i + 2] = bits & 255
  }
  return out
}
