import { decodeText } from '../charset.ts'
import { allHeaders, readHead } from '../headers.ts'
import { newAllowance } from '../limits.ts'
import { partBytes, walk } from '../parts.ts'
import type { Part } from '../parts.ts'
import type { MailHeader } from '../shapes.ts'
import { readMessageId, tagsOf } from '../threads.ts'

export type Original = { original_message_id: string | null; original_tags: string[] }

const HOLDERS = /^(message\/(rfc822|global|rfc822-headers|global-headers|partial)|text\/rfc822-headers?)$/

/** The mail that came back, as far as the notice carries it: as a part, or pasted under the notice's own words. */
export function findOriginal(root: Part, pasted: string): Original {
  for (const part of walk(root)) {
    if (part === root || !HOLDERS.test(part.type)) continue
    const bytes = partBytes(part)
    const original = describe(readHead(bytes, [0, bytes.length], newAllowance(bytes.length)).headers)
    if (original.original_message_id || original.original_tags.length > 0) return original
  }
  return describe(pastedHeaders(pasted))
}

function describe(headers: MailHeader[]): Original {
  const message_id = headers.find((header) => header.name === 'message-id')?.value ?? null
  const senders = ['from', 'reply-to', 'return-path', 'sender'].flatMap((name) => allHeaders(headers, name))
  return { original_message_id: readMessageId(message_id), original_tags: tagsOf(senders) }
}

function pastedHeaders(pasted: string): MailHeader[] {
  const unquoted = pasted.slice(0, 100_000).replace(/^[>|] ?/gm, '')
  const headers: MailHeader[] = []
  for (const match of unquoted.matchAll(
    /^[ \t]{0,8}(message-id|from|reply-to|return-path|sender):[ \t]*((?:[^\n]|\n[ \t]+(?=\S))*)/gim,
  )) {
    headers.push({ name: (match[1] ?? '').toLowerCase(), value: match[2] ?? '' })
    if (headers.length > 50) break
  }
  return headers
}

export function partText(part: Part): string {
  return decodeText(partBytes(part), part.content.parameters.get('charset') ?? null).replace(/\r\n?/g, '\n')
}
