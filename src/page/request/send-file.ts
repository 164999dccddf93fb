// A file through a link: sent as it is read, always a download unless it is the face of one of ours.
import { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import type { FastifyReply } from 'fastify'
import * as portal from '#portal'
import { fileFacts, readFile, streamFile } from '#base/files'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { House } from '../all.ts'

type Sending = { reply: FastifyReply; inline: boolean; find: (work: Work, link: portal.LinkRow) => Promise<portal.Fetched> }
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const MOST_PHOTO_BYTES = 5_000_000

export async function sendFile(house: House, token: string, { reply, inline, find }: Sending): Promise<FastifyReply> {
  const found = await portal.throughLink(house, token, async (work, link) => {
    const fetched = await find(work, link)
    const facts = await fileFacts(work, fetched.file)
    if (!facts || (inline && facts.size > MOST_PHOTO_BYTES)) throw refuse(notFound, {})
    return { ...fetched, size: facts.size, bytes: inline ? await readFile(work, fetched.file) : null, tenant: work.tenant }
  })
  const headers = { 'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'", 'cache-control': 'private, max-age=3600', 'referrer-policy': 'no-referrer' } // prettier-ignore
  if (found.bytes) {
    const type = (await fileTypeFromBuffer(found.bytes))?.mime ?? ''
    if (!PICTURES.has(type)) throw refuse(notFound, {})
    return await reply.headers(headers).header('content-type', type).send(found.bytes)
  }
  const name = encodeURIComponent(found.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  const as = { tenant: found.tenant, actor: portal.asVisitor }
  return await reply
    .headers({
      ...headers,
      'content-type': 'application/octet-stream',
      'content-length': found.size,
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    }) // prettier-ignore
    .send(Readable.from(streamFile(house, as, { id: found.file, size: found.size }), { highWaterMark: 2 }))
}
