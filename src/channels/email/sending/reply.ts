// One answer of an SMTP server (RFC 5321 §4.2): a three-digit code, one or more lines, perhaps an enhanced code (RFC 2034, 3463).
export type Reply = {
  code: number // 200–599
  enhanced: string | null // '5.1.1'
  text: string // as sent, codes included, lines joined by a space
  lines: string[] // without the codes
}

const LINE = /^([2-5]\d\d)([ -]?)(.*)$/s
const MAX_REPLY_BYTES = 256 * 1024 // an honest one has a few hundred

export type ReplyReader = { add(bytes: Buffer): Reply[] }

/** Reads replies from a stream of bytes. `add` throws on what is no SMTP reply or has no end. */
export function readReplies(): ReplyReader {
  let rest = ''
  let lines: string[] = []
  let size = 0
  return {
    add(bytes) {
      const parts = (rest + bytes.toString('latin1')).split('\n')
      rest = parts.pop() ?? ''
      size += bytes.length
      const done: Reply[] = []
      for (const part of parts) {
        const line = part.replace(/\r$/, '')
        const match = LINE.exec(line)
        if (!match) throw new Error('not an SMTP reply')
        lines.push(line)
        if (match[2] === '-') continue
        done.push(replyOf(lines))
        lines = []
        size = rest.length
      }
      if (size > MAX_REPLY_BYTES) throw new Error('an SMTP reply without end')
      return done
    },
  }
}

function replyOf(raw: string[]): Reply {
  const shown = raw.map((line) => readable(line))
  const [first = ''] = shown
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(first)?.[1] ?? null
  return {
    code: Number(first.slice(0, 3)),
    enhanced,
    text: shown
      .map((line, n) => (n === 0 ? line : line.slice(4)))
      .join(' ')
      .slice(0, 1_000),
    lines: shown.map((line) => line.slice(4)),
  }
}

// No charset is defined for replies; UTF-8 when it is that (RFC 6531 §3.7.4.3), else Latin-1. Control characters are for nobody.
function readable(line: string): string {
  const utf8 = Buffer.from(line, 'latin1').toString('utf8')
  return (utf8.includes('\ufffd') ? line : utf8).replace(/\p{Cc}/gu, ' ')
}
