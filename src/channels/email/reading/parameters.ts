import { decodeText } from './charset.ts'
import { decodeWords } from './encoded-words.ts'

export type Structured = { value: string; parameters: Map<string, string> }

const PIECE = /;\s*([^\s=;"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"?|([^;]*))/g

/**
 * `value; name=value` headers (RFC 2045 section 5.1) with RFC 2231 continuations and charsets. The first occurrence of a parameter wins.
 */
export function readStructured(header: string | null): Structured {
  const source = (header ?? '').slice(0, 20_000)
  const semicolon = source.indexOf(';')
  const value = stripComment(semicolon === -1 ? source : source.slice(0, semicolon))
  const raw = new Map<string, string>()
  if (semicolon !== -1) {
    for (const match of source.slice(semicolon).matchAll(PIECE)) {
      const name = (match[1] ?? '').toLowerCase()
      const text = match[2] !== undefined ? match[2].replace(/\\(["\\])/g, '$1') : stripTrailingComment(match[3] ?? '')
      if (!raw.has(name) && raw.size < 200) raw.set(name, text)
    }
  }
  return { value: value.toLowerCase(), parameters: joinContinuations(raw) }
}

function stripComment(value: string): string {
  const comment = value.indexOf('(')
  return (comment === -1 ? value : value.slice(0, comment)).trim()
}

/** `us-ascii (plain text)`: a comment needs a blank before it; `Invoice(1).pdf` is a name. */
function stripTrailingComment(value: string): string {
  const comment = value.search(/\s\(/)
  return (comment === -1 ? value : value.slice(0, comment)).trim()
}

function joinContinuations(raw: Map<string, string>): Map<string, string> {
  const joined = new Map<string, string>()
  for (const [name, text] of raw) {
    const [base = '', section] = name.split('*')
    if (!name.includes('*')) joined.set(name, decodeWords(text))
    else if (!raw.has(base) && (section === '' || section === '0') && !joined.has(base)) joined.set(base, readSections(raw, base))
  }
  return joined
}

/** RFC 2231 section 3 and 4: `filename*0*=utf-8''caf%C3; filename*1*=%A9`. Decoded as one run of bytes: letters are cut in two. */
function readSections(raw: Map<string, string>, base: string): string {
  const pieces: Buffer[] = []
  let charset = ''
  const whole = raw.get(`${base}*`)
  const sections = whole === undefined ? numbered(raw, base) : [{ text: whole, extended: true }]
  sections.forEach(({ text, extended }, index) => {
    let rest = text
    const lead = index === 0 && extended ? /^([^']*)'[^']*'/.exec(text) : null
    if (lead) {
      charset = lead[1] ?? ''
      rest = text.slice(lead[0].length)
    }
    pieces.push(extended ? percentBytes(rest) : Buffer.from(rest))
  })
  return decodeText(Buffer.concat(pieces), charset || null)
}

function numbered(raw: Map<string, string>, base: string): { text: string; extended: boolean }[] {
  const sections: { text: string; extended: boolean }[] = []
  for (let i = 0; i < 200; i++) {
    const extended = raw.get(`${base}*${i}*`)
    const plain = raw.get(`${base}*${i}`)
    if (extended !== undefined) sections.push({ text: extended, extended: true })
    else if (plain !== undefined) sections.push({ text: plain, extended: false })
    else break
  }
  return sections
}

function percentBytes(text: string): Buffer {
  const latin = Buffer.from(text).toString('latin1')
  return Buffer.from(
    latin.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
