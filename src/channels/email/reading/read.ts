import { readAddresses, readSender } from './addresses.ts'
import { readAutomatic } from './automatic.ts'
import type { Arrival } from './automatic.ts'
import { readBodies } from './bodies.ts'
import { readBounce } from './bounces/read-bounce.ts'
import { readDate } from './dates.ts'
import { allHeaders, firstHeader, headerText } from './headers.ts'
import { guessLanguage } from './language.ts'
import { newAllowance } from './limits.ts'
import type { Allowance } from './limits.ts'
import { readParts } from './parts.ts'

import type { MailAddress, MailHeader, MailKind, ReadMail } from './shapes.ts'
import { normaliseSubject } from './subjects.ts'
import { joinBodies } from './texts.ts'
import { readTags, readThread } from './threads.ts'
import { visibleText } from './visible/visible-text.ts'

export type { Arrival }

/**
 * Raw bytes of a mail to understood facts. Whatever is missing or broken is left empty; nothing in the bytes makes it throw. Pure: no
 * clock, no network, no database. `arrival` is what the door knows beyond the bytes (envelope, our own hosts).
 */
export async function readMail(raw: Uint8Array, arrival: Arrival = {}): Promise<ReadMail> {
  const allowance = newAllowance(raw.length)
  const root = readParts(tidy(raw), allowance)
  const head = readHeadFacts(root.headers, allowance)
  const bodies = readBodies(root, allowance)
  const texts = joinBodies(bodies, allowance)
  const { automatic, kind: told_kind } = readAutomatic({ ...head, headers: root.headers, arrival })
  const found = readBounce({ ...head, root, headers: root.headers, text: texts.text, mail_from: arrival.mail_from }, allowance)
  const kind = found?.kind ?? told_kind
  const is_forward = /^\s*(tr|fw|fwd|wg|enc|rv|i|vs|doorst|pd|転送|转发)\s*:/i.test(head.subject)
  const visible_text = visibleText(texts.lines, is_forward)
  return {
    kind,
    automatic: ofKind(kind, automatic),
    ...readThread(root.headers, allowance),
    tags: readTags(root.headers, [...head.to, ...head.cc], arrival.recipients ?? []),
    date: readDate(firstHeader(root.headers, 'date')),
    from: head.from,
    sender: head.sender,
    reply_to: head.reply_to,
    to: head.to,
    cc: head.cc,
    subject: head.subject,
    subject_normalised: normaliseSubject(head.subject),
    text: texts.text,
    visible_text,
    html: texts.html,
    remote: texts.remote,
    language: guessLanguage(visible_text) ?? guessLanguage(texts.text),
    attachments: bodies.attachments,
    bounce: found?.kind === 'bounce' ? found.bounce : null,
    headers: root.headers.map(({ name, value }) => ({ name, value: headerText(value) })),
    truncated: [...allowance.truncated],
  }
}

type HeadFacts = {
  message_id: string | null
  subject: string
  from: MailAddress | null
  sender: MailAddress | null
  reply_to: MailAddress[]
  to: MailAddress[]
  cc: MailAddress[]
}

function readHeadFacts(headers: MailHeader[], allowance: Allowance): HeadFacts {
  const list = (name: string): MailAddress[] => readAddresses(allHeaders(headers, name), allowance)
  return {
    message_id: readThread(headers, allowance).message_id,
    subject: headerText(firstHeader(headers, 'subject') ?? ''),
    from: readSender(allHeaders(headers, 'from'), allowance),
    sender: readSender(allHeaders(headers, 'sender'), allowance),
    reply_to: list('reply-to'),
    to: list('to'),
    cc: list('cc'),
  }
}

function ofKind(kind: MailKind, automatic: ReadMail['automatic']): ReadMail['automatic'] {
  if (kind !== 'bounce' && kind !== 'report') return automatic
  return { is_automatic: true, may_acknowledge: false, signs: automatic.signs.length > 0 ? automatic.signs : [kind] }
}

/**
 * Takes off what transports put around a mail: blank lines before it, the "From " line of an mbox (RFC 4155). A mail with carriage
 * returns only (old Macintosh) gets line feeds.
 */
function tidy(raw: Uint8Array): Uint8Array {
  let start = 0
  while (start < raw.length && (raw[start] === 0x0a || raw[start] === 0x0d)) start++
  const opening = Buffer.from(raw.buffer, raw.byteOffset + start, Math.min(7, raw.length - start)).toString('latin1')
  if (/^>?From [^:\s]/.test(opening)) {
    const end = raw.indexOf(0x0a, start)
    start = end === -1 ? raw.length : end + 1
  }
  const mail = raw.subarray(start)
  if (mail.length > 50_000_000 || mail.includes(0x0a) || !mail.includes(0x0d)) return mail
  return mail.map((byte) => (byte === 0x0d ? 0x0a : byte))
}
