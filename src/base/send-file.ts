// A kept file on its way to a browser: a download unless it is a picture that was asked to be shown, never a page of ours.
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { fileFacts, streamFile } from './files.ts'
import { notFound } from './refusal.ts'
import { inWork, refuse, type As, type Open, type Work } from './work.ts'

const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

type Sending = {
  reply: FastifyReply
  show: boolean
  find: (work: Work) => Promise<{ name: string; type: string; file: string }>
}

// Sent as it is read, a little at a time: a slow reader holds no transaction, and many of them no memory.
export async function sendKeptFile(open: Open, as: As, { reply, show, find }: Sending): Promise<FastifyReply> {
  const file = await inWork(open, as, async (work) => {
    const found = await find(work)
    const facts = await fileFacts(work, found.file)
    if (!facts) throw refuse(notFound, {})
    return { ...found, size: facts.size }
  })
  const inline = show && SHOWN.has(file.type)
  return await reply
    .header('content-type', inline ? file.type : 'application/octet-stream')
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(file.name || 'file')}`)
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .header('cache-control', 'private, max-age=3600')
    .header('content-length', file.size)
    .send(Readable.from(streamFile(open, as, { id: file.file, size: file.size }), { highWaterMark: 2 }))
}

// RFC 8187 §3.2.1 leaves out what encodeURIComponent lets through.
const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
