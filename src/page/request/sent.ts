// Reads what a form of the customer's page sent: its fields and its files, within bounds, and whether it is really one of ours.
import type { FastifyRequest } from 'fastify'
import { isOurPage } from '#access'
import { isUuid } from '#base/contract'
import { bodyUnreadable, forgedRequest } from '#base/refusal'
import { refuse } from '#base/work'
import { filesTooLarge, MOST_FILES, MOST_FILES_BYTES, pageExpired } from '#portal/contract'
import { readStamp } from '../stamp.ts'
import type { Seal } from '#base/seal'
import { purposeOf } from './shown.ts'

export type Sent = { fields: Readonly<Record<string, string>>; files: { name: string; bytes: Buffer }[] }

const LONGEST_FIELD = 400_000
const STAMP_HOURS = 24 * 7

/** `keep` gets each field as it comes, so that what was written is not lost when a file behind it is refused. */
export async function readSent(request: FastifyRequest, keep: (name: string, value: string) => void): Promise<Sent> {
  if (!request.isMultipart()) {
    const plain = readFields(request)
    for (const [name, value] of Object.entries(plain)) keep(name, value)
    return { fields: plain, files: [] }
  }
  const fields: Record<string, string> = {}
  const put = (name: string, value: unknown): void => {
    if (typeof value !== 'string') return
    fields[name] = value
    keep(name, value)
  }
  const files: Sent['files'] = []
  let bytes = 0
  const limits = { fileSize: MOST_FILES_BYTES, files: MOST_FILES + 1, fields: 20, fieldSize: LONGEST_FIELD }
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        put(part.fieldname, part.value)
        continue
      }
      const content = await part.toBuffer()
      bytes += content.length
      if (bytes > MOST_FILES_BYTES || files.length >= MOST_FILES) throw tooLarge()
      if (part.filename && content.length > 0) files.push({ name: part.filename, bytes: content })
    }
  } catch (error) {
    throw readable(error)
  }
  return { fields, files }
}

/** Of a form without files: no file is read, whatever was sent. */
export function readFields(request: FastifyRequest): Sent['fields'] {
  if (request.isMultipart()) throw refuse(bodyUnreadable, {})
  const given = Object.entries(Object(request.body) as object)
  return Object.fromEntries(given.filter((each): each is [string, string] => typeof each[1] === 'string'))
}

const tooLarge = (): Error => refuse(filesTooLarge, { limit_bytes: MOST_FILES_BYTES, most: MOST_FILES })

// The parser of multipart bodies throws bare words at a body that has no parts.
function readable(error: unknown): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (/^FST_(REQ_FILE_TOO_LARGE|FILES_LIMIT|PARTS_LIMIT|FIELDS_LIMIT)$/.test(code)) return tooLarge()
  return /^(Multipart|Unexpected end of|Part terminated)/.test(message) ? refuse(bodyUnreadable, {}) : error
}

/**
 * Refuses what another site's page sent. Our pages send no referrer, and then browsers say Origin: null (Fetch §3.2); Sec-Fetch-Site tells
 * ours from others, and the address itself is a secret that others do not know.
 */
export function needOurPage(request: FastifyRequest, url: string): void {
  const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header)
  const [origin, site] = [one(request.headers.origin), one(request.headers['sec-fetch-site'])]
  const sender = {
    origin: origin === 'null' && site === 'same-origin' ? undefined : origin,
    site,
    host: request.headers.host,
    csrf: undefined,
  }
  if (!isOurPage(sender, url)) throw refuse(forgedRequest, {})
}

/** The id that makes a second sending the same sending. */
export function needStamp(
  seal: Seal,
  fields: Sent['fields'],
  { link, now }: { link: { id: string }; now: Temporal.Instant },
): string {
  const { once = '', stamp = '' } = fields
  const given = isUuid(once) ? readStamp(seal, stamp, purposeOf(link, once)) : undefined
  if (!given || Temporal.Instant.compare(given.add({ hours: STAMP_HOURS }), now) < 0) throw refuse(pageExpired, {})
  return once
}
