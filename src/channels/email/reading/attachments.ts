import { hash } from 'node:crypto'
import { headerText, firstHeader } from './headers.ts'
import type { Allowance } from './limits.ts'
import { LIMITS } from './limits.ts'
import { partBytes } from './parts.ts'
import type { Part } from './parts.ts'
import type { MailAttachment } from './shapes.ts'

/** Adds a part to the attachments, decoded and with its hash. winmail.dat and everything else unknown stays as it came. */
export function addAttachment(part: Part, into: MailAttachment[], allowance: Allowance): void {
  if (into.length >= LIMITS.attachments) {
    allowance.truncated.add('attachments')
    return
  }
  const bytes = partBytes(part)
  const content_id = firstHeader(part.headers, 'content-id')?.replace(/^[\s<]+|[\s>]+$/g, '') || null
  const is_picture = part.type.startsWith('image/')
  const inline =
    part.disposition.value !== 'attachment' && (content_id !== null || (is_picture && part.disposition.value === 'inline'))
  into.push({
    name: fileName(part),
    type: part.type,
    size: bytes.length,
    sha256: hash('sha256', bytes, 'hex'),
    inline,
    content_id,
    bytes,
  })
}

/** The sender's name for a part, safe as a name: last path segment, no control or direction-changing characters, 200 characters. */
export function fileName(part: Part): string | null {
  const told = part.disposition.parameters.get('filename') ?? part.content.parameters.get('name') ?? fromDescription(part)
  if (told === null) return null
  const segment = headerText(told).split(/[/\\]/).at(-1) ?? ''
  // U+202E and its like turn "fdp.exe" into "exe.pdf" on a screen.
  const clean = segment.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim()
  if (clean === '' || /^\.+$/.test(clean)) return null
  return clean.length > 200 ? `${clean.slice(0, 180)}${clean.slice(-20)}`.toWellFormed() : clean
}

/** A forwarded mail has no name of its own. */
function fromDescription(part: Part): string | null {
  return part.type === 'message/rfc822' ? 'message.eml' : null
}
