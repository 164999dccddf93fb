import { firstHeader } from '../headers.ts'
import type { MailAddress, MailHeader } from '../shapes.ts'
import { DAEMON_ADDRESS, DAEMON_NAME, DELAY_WORDS, FAILURE_WORDS, NOTICE_SUBJECT, ORIGINAL_MARK } from './notice-words.ts'

export type Notice = {
  /** The subject, without reply marks. */
  title: string
  /** What the server says itself. */
  told: string
  /** The returned mail, when it is pasted below. */
  pasted: string
  /** true: the sender is a mail system, not merely somebody who writes about undelivered mail. */
  from_machine: boolean
  /** Only a delay: the server goes on trying. */
  is_delay: boolean
}

const READ_AT_MOST = 200_000

type Envelope = { headers: MailHeader[]; from: MailAddress | null; subject: string; mail_from: string | undefined }

/**
 * Is this the notice of a mail system about a mail that did not arrive? It must both come from a machine (or be titled like a notice)
 * and say so in its body. Null when it is not: a customer who writes about a mail that came back is a customer.
 */
export function readNotice(envelope: Envelope, text: string): Notice | null {
  const { told, pasted } = cutOriginal(text.slice(0, READ_AT_MOST))
  const title = envelope.subject.replace(/^\s*(re|tr|fw|fwd|aw)\s*:\s*/i, '').replace(/^[[*(][^\])]{1,30}[\])*]\s*/, '')
  const titled = NOTICE_SUBJECT.test(title)
  const from_machine = isMailSystem(envelope) || (hasNullPath(envelope) && (titled || isTechnicalNotice(envelope.headers, told)))
  const answers = /^\s*(re|aw|sv|antw)\s*:/i.test(envelope.subject) && !/non remis/i.test(envelope.subject)
  if (!from_machine && (!titled || answers || !TECHNICAL.test(told) || soundsHuman(envelope.headers, told))) return null
  if (!titled && !FAILURE_WORDS.test(told)) return null
  return { title, told, pasted, from_machine, is_delay: DELAY_WORDS.test(told) || DELAY_WORDS.test(title) }
}

// A parcel that could not be delivered makes the same titles: without a machine as sender, the words of mail servers must be there.
const TECHNICAL =
  /\b(smtp|rcpt|postmaster|mail ?box|non-delivery|undeliver\w*|user unknown|no such user|recipient\(?s?\)?:?|[45]\.\d\.\d{1,3})(?!\w)|(your|votre|ihre|su|vostro) (message|mail|e-?mail|nachricht|mensaje|messaggio)[^.]{0,120}(could not|cannot|was not|n['’]a pas pu|n['’]a pas été|konnte nicht|no (se )?pudo|non)/i

/** A title alone is weak: people write "mail not delivered" too. They answer, greet and thank; gateways do not. */
function soundsHuman(headers: MailHeader[], told: string): boolean {
  if (firstHeader(headers, 'in-reply-to') !== null || firstHeader(headers, 'references') !== null) return true
  const greets =
    /^\s*(bonjour|bonsoir|hello|hi|dear|madame|monsieur|hallo|guten tag|sehr geehrte|hola|buenos|buongiorno|salut)(?!\p{L})/iu
  const thanks =
    /^\s*(merci|cordialement|bien à vous|thanks|thank you|(best|kind) regards|regards|cheers|danke|mit freundlichen|gracias|saludos|grazie)(?!\p{L})/imu
  return greets.test(told) || thanks.test(told)
}

function hasNullPath({ headers, mail_from }: Envelope): boolean {
  return mail_from === '' || /^<\s*>$/.test(firstHeader(headers, 'return-path') ?? '')
}

/** Absence notices have a null return path too, and may name a colleague's address: they say that they are replies (RFC 3834). */
function isTechnicalNotice(headers: MailHeader[], told: string): boolean {
  return TECHNICAL.test(told) && !/auto-replied/i.test(firstHeader(headers, 'auto-submitted') ?? '')
}

function isMailSystem({ headers, from }: Envelope): boolean {
  if (firstHeader(headers, 'x-failed-recipients') !== null) return true
  if (/^multipart\/report[^]*delivery-status/i.test(firstHeader(headers, 'content-type') ?? '')) return true
  const raw = firstHeader(headers, 'from') ?? ''
  return DAEMON_ADDRESS.test(from?.address ?? raw) || DAEMON_NAME.test(from?.name ?? '') || /<\s*>\s*$/.test(raw)
}

function cutOriginal(text: string): { told: string; pasted: string } {
  const lines = text.split('\n')
  const mark = lines.findIndex((line, index) => index > 0 && line.length < 300 && ORIGINAL_MARK.test(line))
  if (mark === -1) return { told: text, pasted: '' }
  return { told: lines.slice(0, mark).join('\n'), pasted: lines.slice(mark + 1).join('\n') }
}
