import { isAscii, isUtf8 } from 'node:buffer'
import { decodeUtf7 } from './utf7.ts'

const UNTRUSTED = new Set([
  '',
  'us-ascii',
  'ascii',
  'utf-8',
  'utf8',
  'unknown-8bit',
  'x-unknown',
  'unknown',
  'default',
  'binary',
  '8bit',
])

// A short text in one of these can be valid UTF-8 by accident, so their label is believed first.
const MULTI_BYTE = /^(gb|hz|big5|shift|sjis|x-sjis|ms_kanji|windows-31j|euc|ks_c|ksc|iso-2022|utf-16|utf-32)/

const ALIASES: Record<string, string> = {
  cp932: 'shift_jis',
  'x-ms-cp932': 'shift_jis',
  ms932: 'shift_jis',
  cp936: 'gb18030',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  cp950: 'big5',
  'iso-8859-8-i': 'iso-8859-8',
  macintosh: 'macintosh',
  'x-mac-roman': 'macintosh',
  'iso-10646-ucs-2': 'utf-16be',
}

/**
 * Bytes to text, by the declared charset where it can be true. Mails lie about it: UTF-8 declared as Latin-1 (or as nothing) is
 * read as UTF-8, Latin-1 declared as UTF-8 as Windows-1252, an unknown name as what the bytes look like. Never throws.
 * NUL is dropped: it is never text, and PostgreSQL refuses it.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): string {
  const text = decode(bytes, normaliseLabel(declared))
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text
  return clean.toWellFormed()
}

function decode(bytes: Uint8Array, label: string): string {
  if (bytes.length === 0) return ''
  if (/^(unicode-1-1-)?utf-?7$/.test(label)) return decodeUtf7(latin1(bytes))
  const marked = decodeByMark(bytes)
  if (marked !== null) return marked
  const looksJapanese = bytes.includes(0x1b) && UNTRUSTED.has(label)
  if (label.startsWith('iso-2022-jp')) return decodeBy('iso-2022-jp', withoutEmptyShifts(bytes)) ?? latin1(bytes)
  if (looksJapanese) return decodeBy('iso-2022-jp', bytes) ?? latin1(bytes)
  if (MULTI_BYTE.test(label)) return decodeBy(label, bytes, true) ?? guess(bytes, label)
  if (isAscii(bytes)) return latin1(bytes)
  return guess(bytes, label)
}

/** Joined encoded words shift out and in again without a letter between, which the decoder takes for an error. */
function withoutEmptyShifts(bytes: Uint8Array): Uint8Array {
  return Buffer.from(latin1(bytes).replaceAll('\u001b(B\u001b', '\u001b'), 'latin1')
}

function guess(bytes: Uint8Array, label: string): string {
  if (isUtf8(bytes)) return utf8(bytes)
  if (!UNTRUSTED.has(label)) {
    const told = decodeBy(label, bytes)
    if (told !== null) return told
  }
  return mostlyUtf8(bytes) ?? decodeBy('windows-1252', bytes) ?? latin1(bytes)
}

/** A UTF-8 text with a few broken bytes (a cut in the middle of a letter) is still UTF-8. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const text = utf8(bytes)
  let broken = 0
  let whole = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) broken++
    else if (code > 0x7f) whole++
  }
  return whole > broken ? text : null
}

function decodeByMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeBy('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeBy('utf-16be', bytes)
  return null
}

const decoders = new Map<string, TextDecoder | null>()

function decodeBy(label: string, bytes: Uint8Array, fatal = false): string | null {
  const key = `${label}${fatal ? '!' : ''}`
  if (!decoders.has(key) && decoders.size < 200) decoders.set(key, newDecoder(label, fatal))
  const decoder = decoders.get(key)
  if (!decoder) return null
  try {
    return decoder.decode(bytes)
  } catch {
    // Only a fatal decoder throws: the label was a lie, the caller guesses.
    return null
  }
}

function newDecoder(label: string, fatal: boolean): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal })
  } catch {
    // A charset name nobody knows is the sender's mistake, and common.
    return null
  }
}

function normaliseLabel(declared: string | null): string {
  const label = (declared ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']+|["']+$/g, '')
    .replace(/^x-?gbk$/, 'gbk')
  return ALIASES[label] ?? label
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
