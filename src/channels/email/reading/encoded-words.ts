import { decodeText } from './charset.ts'
import { decodeQuotedPrintable } from './transfer.ts'

const WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?\r\n]*)\?=/gi

type Word = { charset: string; bytes: Uint8Array }

/**
 * RFC 2047 words in a header value to text. Words that follow each other in the same charset are joined as bytes before they are
 * decoded: senders cut in the middle of a letter although section 5 (3) forbids it. Blanks between words vanish (section 6.2).
 */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value
  const out: string[] = []
  let run: Word[] = []
  let end = 0
  for (const match of value.matchAll(WORD)) {
    const between = value.slice(end, match.index)
    if (run.length === 0 || !/^[ \t\r\n]*$/.test(between)) {
      out.push(decodeRun(run), between)
      run = []
    }
    run.push(readWord(match))
    end = match.index + match[0].length
  }
  out.push(decodeRun(run), value.slice(end))
  return out.join('')
}

function readWord(match: RegExpMatchArray): Word {
  const [, charset = '', encoding = '', payload = ''] = match
  // RFC 2231 section 5: "charset*language".
  const name = charset.split('*')[0]?.toLowerCase() ?? ''
  const bytes =
    encoding.toLowerCase() === 'b'
      ? Buffer.from(payload, 'base64')
      : decodeQuotedPrintable(Buffer.from(payload.replaceAll('_', ' '), 'latin1'), true)
  return { charset: name, bytes }
}

function decodeRun(run: Word[]): string {
  let text = ''
  for (let i = 0; i < run.length;) {
    const first = run[i]
    if (!first) break
    let next = i + 1
    while (run[next]?.charset === first.charset) next++
    text += decodeText(Buffer.concat(run.slice(i, next).map((word) => word.bytes)), first.charset)
    i = next
  }
  return text
}
