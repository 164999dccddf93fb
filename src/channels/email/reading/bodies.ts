import { addAttachment, fileName } from './attachments.ts'
import { decodeText } from './charset.ts'
import { unflow } from './flowed.ts'
import type { Allowance } from './limits.ts'
import { LIMITS, cutText } from './limits.ts'
import { partBytes } from './parts.ts'
import type { Part } from './parts.ts'
import type { MailAttachment } from './shapes.ts'

/** One stretch of the mail as it is read from top to bottom; an alternative offers it in both forms. */
type Stretch = { plain: string | null; html: string | null }

export type Bodies = { stretches: Stretch[]; attachments: MailAttachment[] }

/**
 * Sorts the tree into what is read and what is attached. Of alternatives (RFC 2046 section 5.1.4) the plain and the HTML form are kept,
 * the rest attached (calendars). A mail within the mail, a delivery report, a part with a file name: attached, never mixed into the text.
 */
export function readBodies(root: Part, allowance: Allowance): Bodies {
  const bodies: Bodies = { stretches: [], attachments: [] }
  collect(root, bodies, allowance)
  return bodies
}

function collect(part: Part, bodies: Bodies, allowance: Allowance): void {
  if (part.type === 'multipart/alternative') collectAlternatives(part, bodies, allowance)
  else if (part.parts.length > 0) for (const child of part.parts) collect(child, bodies, allowance)
  else collectLeaf(part, bodies, allowance)
}

function collectLeaf(part: Part, bodies: Bodies, allowance: Allowance): void {
  const form = textForm(part)
  if (form === null) {
    addAttachment(part, bodies.attachments, allowance)
    return
  }
  const text = readText(part, form, allowance)
  if (text.trim() !== '') bodies.stretches.push(form === 'plain' ? { plain: text, html: null } : { plain: null, html: text })
}

function collectAlternatives(part: Part, bodies: Bodies, allowance: Allowance): void {
  const inner: Bodies = { stretches: [], attachments: bodies.attachments }
  for (const child of part.parts) collect(child, inner, allowance)
  const plain = join(
    inner.stretches.map((stretch) => stretch.plain),
    '\n',
  )
  const html = join(
    inner.stretches.map((stretch) => stretch.html),
    '\n',
  )
  if (plain !== null || html !== null) bodies.stretches.push({ plain, html })
}

function textForm(part: Part): 'plain' | 'html' | null {
  if (part.disposition.value === 'attachment') return null
  if (part.type !== 'text/plain' && part.type !== 'text/html') return null
  // Apple Mail puts text files inline: a file name makes it a file, unless it is the mail's whole body.
  return fileName(part) !== null && part.disposition.value === 'inline' ? null : part.type === 'text/html' ? 'html' : 'plain'
}

function readText(part: Part, form: 'plain' | 'html', allowance: Allowance): string {
  const declared = part.content.parameters.get('charset') ?? null
  const bytes = firstBytes(partBytes(part), form, allowance)
  const charset = form === 'html' && declared === null ? htmlCharset(bytes) : declared
  const text = decodeText(bytes, charset).replace(/\r\n?/g, '\n')
  if (form === 'html') return text
  const limited = cutText(text, LIMITS.text_characters, () => allowance.truncated.add('text'))
  const flowed = /^flowed$/i.test(part.content.parameters.get('format') ?? '')
  return flowed ? unflow(limited, /^yes$/i.test(part.content.parameters.get('delsp') ?? '')) : limited
}

/** What lies behind the bound of characters need not be decoded: none takes more than four bytes. */
function firstBytes(bytes: Uint8Array, form: 'plain' | 'html', allowance: Allowance): Uint8Array {
  const most = 4 * (form === 'html' ? LIMITS.html_characters : LIMITS.text_characters)
  if (bytes.length <= most) return bytes
  allowance.truncated.add(form === 'html' ? 'html' : 'text')
  return bytes.subarray(0, most)
}

function htmlCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2_000)).toString('latin1')
  return /<meta[^>]{0,200}charset\s*=\s*["']?([a-z0-9_:-]{2,40})/i.exec(head)?.[1] ?? null
}

function join(texts: (string | null)[], glue: string): string | null {
  const present = texts.filter((text) => text !== null)
  return present.length > 0 ? present.join(glue) : null
}
