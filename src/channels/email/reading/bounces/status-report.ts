import type { BouncedRecipient } from '../shapes.ts'
import { findReason, findStatus } from './reasons.ts'

type StatusReport = {
  recipients: BouncedRecipient[]
  /** Some recipient was reached, or the mail went on to a place that sends no notices: nobody bounced. */
  delivered: boolean
}

type Fields = Map<string, string>

/**
 * The machine-readable part of a notice, message/delivery-status (RFC 3464). Groups of fields parted by blank lines; a group that
 * names a recipient tells that recipient's fate. Senders also write everything in one group: a second Final-Recipient begins a new one.
 */
export function readStatusReport(text: string, notice: string): StatusReport {
  const report: StatusReport = { recipients: [], delivered: false }
  for (const fields of readGroups(text)) {
    const action = (fields.get('action') ?? '').toLowerCase().match(/[a-z]+/)?.[0] ?? ''
    if (/^(delivered|relayed|expanded)$/.test(action)) {
      report.delivered = true
      continue
    }
    const address = recipientOf(fields)
    if (address) report.recipients.push(describe(address, { action, fields, notice }))
  }
  return report
}

type Fate = { action: string; fields: Fields; notice: string }

function describe(address: string, { action, fields, notice }: Fate): BouncedRecipient {
  const diagnostic = fields.get('diagnostic-code') ?? ''
  const told = findStatus(fields.get('status') ?? '')
  const vague = told === null || /^[245]\.0\.0$/.test(told)
  const status = vague ? (findStatus(diagnostic) ?? told) : told
  const words = `${diagnostic} ${fields.get('status') ?? ''}`
  const reason = findReason(status, words)
  return {
    address,
    status,
    permanent: permanence(action, status),
    reason: reason === 'other' ? findReason(null, notice) : reason,
  }
}

/** "failed" is final even with a 4.x.x code: the server has given up (RFC 3464 section 2.3.3). */
function permanence(action: string, status: string | null): boolean | null {
  if (/^(failed|failure|error|fail)$/.test(action)) return true
  if (action === 'delayed') return false
  if (status?.startsWith('5')) return true
  if (status?.startsWith('4')) return false
  return null
}

/** What the sender wrote, before aliases and forwards changed it: Original-Recipient first. */
function recipientOf(fields: Fields): string | null {
  for (const name of ['original-recipient', 'final-recipient', 'x-actual-recipient']) {
    const address = bareAddress(fields.get(name) ?? '')
    if (address) return address
  }
  return null
}

/** `rfc822; <a@b>` and `a@b` to `a@b`; X.400 and other address types give null, as do abbreviations ("dav...@gmail.com"). */
export function bareAddress(value: string): string | null {
  const rest = value.slice(0, 2_000).replace(/^\s*[a-z0-9-]+\s*;/i, '')
  const found = /[^\s<>()[\]",;:]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/i.exec(decodeXtext(rest))?.[0]
  return found && !found.includes('..') ? found.replace(/^'|'$/g, '') : null
}

/** RFC 3461 section 4: "+2B" is a plus sign. Only taken off where it hides the address. */
function decodeXtext(value: string): string {
  // RFC 6533 section 3: a letter beyond ASCII comes as \x{E9}.
  const whole = value.replace(/\\x\{([0-9A-F]{2,5})\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
  return whole.includes('@')
    ? whole
    : whole.replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function readGroups(text: string): Fields[] {
  const groups: Fields[] = []
  let fields: Fields = new Map()
  let last = ''
  const close = (): void => {
    if (fields.size > 0) groups.push(fields)
    fields = new Map()
  }
  for (const line of text.slice(0, 2_000_000).split(/\r?\n/)) {
    const field = /^([A-Za-z][A-Za-z0-9-]{1,60})[ \t]*:[ \t]*(.*)$/.exec(line)
    if (line.trim() === '') close()
    else if (/^[ \t]/.test(line) && last) fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`)
    else if (field) {
      last = (field[1] ?? '').toLowerCase()
      if (last === 'final-recipient' && fields.has(last)) close()
      if (!fields.has(last)) fields.set(last, field[2] ?? '')
    }
  }
  close()
  return groups
}
