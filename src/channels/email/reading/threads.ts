import type { Allowance } from './limits.ts'
import { LIMITS } from './limits.ts'
import type { MailAddress, MailHeader } from './shapes.ts'
import { allHeaders, firstHeader } from './headers.ts'

type Thread = { message_id: string | null; in_reply_to: string | null; references: string[] }

/**
 * Which mails this one names (RFC 5322 section 3.6.4). Ids come without angle brackets, each once, oldest first; comments, phrases
 * and words around them (old In-Reply-To: "your message of Monday") are passed over. Too many: the first and the newest are kept,
 * as section 3.6.4 of RFC 5537 does for news.
 */
export function readThread(headers: MailHeader[], allowance: Allowance): Thread {
  const answered = readIds(allHeaders(headers, 'in-reply-to').join(' '))
  const all = [...new Set([...readIds(allHeaders(headers, 'references').join(' ')), ...answered])]
  if (all.length > LIMITS.references) allowance.truncated.add('references')
  const references = all.length > LIMITS.references ? [...all.slice(0, 1), ...all.slice(1 - LIMITS.references)] : all
  return { message_id: readMessageId(firstHeader(headers, 'message-id')), in_reply_to: answered[0] ?? null, references }
}

function readIds(value: string): string[] {
  return [...value.slice(0, 1_000_000).matchAll(/<([^<>]{1,998})>/g)]
    .map((match) => cleanId(match[1] ?? ''))
    .filter((id) => id !== '')
}

export function readMessageId(value: string | null): string | null {
  if (value === null) return null
  const bracketed = readIds(value)[0]
  if (bracketed) return bracketed
  const bare = /^[^\s<>"]{1,998}$/.exec(value.trim())
  return bare ? cleanId(bare[0]) : null
}

function cleanId(id: string): string {
  return id.replace(/[\s\p{Cc}]+/gu, '')
}

const RECIPIENT_HEADERS = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-delivered-to',
  'original-recipient',
  'x-forwarded-to',
]

/** The part after the "+" of every address this mail went to (RFC 5233), envelope first, each once. */
export function readTags(headers: MailHeader[], shown: MailAddress[], envelope: string[]): string[] {
  const delivered = headers.filter((header) => RECIPIENT_HEADERS.includes(header.name)).map((header) => header.value)
  const texts = [...envelope, ...delivered, ...shown.map((one) => one.address)]
  return tagsOf(texts)
}

export function tagsOf(texts: string[]): string[] {
  const tags = new Set<string>()
  for (const text of texts) {
    for (const match of text.slice(0, 2_000).matchAll(/\+([^\s@<>"+,;]{1,200})@/g)) {
      if (match[1]) tags.add(match[1])
      if (tags.size >= LIMITS.tags) return [...tags]
    }
  }
  return [...tags]
}
