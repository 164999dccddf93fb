import { readAddresses } from '../addresses.ts'
import { allHeaders } from '../headers.ts'
import { LIMITS, newAllowance } from '../limits.ts'
import type { Allowance } from '../limits.ts'
import type { Part } from '../parts.ts'
import { partBytes, readParts, walk } from '../parts.ts'
import type { Bounce, BouncedRecipient, MailAddress, MailHeader } from '../shapes.ts'
import { findBareNames, findNamed } from './notice-recipients.ts'
import { readNotice } from './notice.ts'
import type { Notice } from './notice.ts'
import { findOriginal, partText } from './original.ts'
import { findReason, findStatus } from './reasons.ts'
import { bareAddress, readStatusReport } from './status-report.ts'

type BounceSource = {
  root: Part
  headers: MailHeader[]
  from: MailAddress | null
  to: MailAddress[]
  subject: string
  text: string
  mail_from: string | undefined
}

type BounceFinding = { kind: 'bounce'; bounce: Bounce } | { kind: 'report' } | null

/**
 * A notice of non-delivery: by its machine-readable part (RFC 3464) when it has a usable one, else by its sentences. A notice of success
 * or a read receipt is a report; anything else gives null.
 */
export function readBounce(source: BounceSource, allowance: Allowance): BounceFinding {
  const notice = readNotice(source, source.text)
  const reported = readReports(source.root, source.text, notice === null ? 0 : 1)
  if (reported.recipients.length > 0) return finding(reported.recipients, { source, notice, allowance })
  if (notice === null) return reported.is_receipt ? { kind: 'report' } : null
  if (reported.delivered) return { kind: 'report' }
  const named = readProse(source, notice, allowance)
  if (reported.is_receipt && named.length === 0) return { kind: 'report' }
  const strangers = named.filter((one) => one.address.toLowerCase() !== source.from?.address.toLowerCase())
  if (strangers.length === 0 && !notice.from_machine) return null
  return finding(named, { source, notice, allowance })
}

type Reported = { recipients: BouncedRecipient[]; delivered: boolean; is_receipt: boolean }

/** `wrapped`: how many mails deep a report may lie; virus gateways forward the notice of the server behind them as an attachment. */
function readReports(root: Part, notice: string, wrapped: number): Reported {
  const reported: Reported = { recipients: [], delivered: false, is_receipt: false }
  const inner: Part[] = []
  for (const part of walk(root)) {
    if (/^message\/(global-)?delivery-status$/.test(part.type)) {
      const report = readStatusReport(partText(part), notice)
      reported.recipients.push(...report.recipients)
      reported.delivered ||= report.delivered
    }
    if (/^message\/(global-)?disposition-notification$/.test(part.type)) reported.is_receipt = true
    if (part.type === 'message/rfc822' && wrapped > 0) inner.push(part)
  }
  if (reported.recipients.length > 0 || reported.delivered || inner[0] === undefined) return reported
  const bytes = partBytes(inner[0])
  const nested = readParts(bytes, newAllowance(bytes.length))
  return nested.type === 'multipart/report' ? readReports(nested, notice, wrapped - 1) : reported
}

function readProse(source: BounceSource, notice: Notice, allowance: Allowance): BouncedRecipient[] {
  const headed = allHeaders(source.headers, 'x-failed-recipients').flatMap((value) => readAddresses([value], allowance))
  if (headed.length > 0) return headed.map(({ address }) => judge({ address, words: notice.told }, notice))
  const found = findNamed(notice.told, source.to, notice.from_machine ? findBareNames(notice.told, source.from) : [])
  const titled = found.length > 0 ? found : findNamed(source.subject, source.to).map((one) => ({ ...one, words: notice.told }))
  return titled.map((one) => judge(one, notice))
}

function judge(named: { address: string; words: string }, notice: Notice): BouncedRecipient {
  const status = findStatus(named.words) ?? findStatus(notice.told) ?? findStatus(notice.title)
  const own = findReason(status, named.words)
  const reason = own === 'other' ? findReason(status, `${notice.told}\n${notice.title}`) : own
  return { address: named.address, status, permanent: !notice.is_delay, reason }
}

type Found = { source: BounceSource; notice: Notice | null; allowance: Allowance }

function finding(recipients: BouncedRecipient[], { source, notice, allowance }: Found): BounceFinding {
  const original = findOriginal(source.root, notice?.pasted ?? '')
  const answered = bareId(allHeaders(source.headers, 'in-reply-to')[0])
  const once = onePerAddress(recipients)
  if (once.length > LIMITS.recipients) allowance.truncated.add('recipients')
  const bounce = {
    recipients: once.slice(0, LIMITS.recipients),
    // Gmail and Exchange also answer the mail that bounced, as a person would.
    original_message_id: original.original_message_id ?? answered,
    original_tags: original.original_tags,
  }
  return { kind: 'bounce', bounce }
}

function onePerAddress(recipients: BouncedRecipient[]): BouncedRecipient[] {
  const once = new Map<string, BouncedRecipient>()
  for (const recipient of recipients) {
    const key = (bareAddress(recipient.address) ?? recipient.address).toLowerCase()
    const known = once.get(key)
    // A later group may repeat an address with less to say; a failure outranks a delay.
    if (!known || (known.permanent !== true && recipient.permanent === true)) once.set(key, recipient)
  }
  return [...once.values()]
}

function bareId(value: string | undefined): string | null {
  return /<([^<>\s]+)>/.exec(value ?? '')?.[1] ?? null
}
