// Pictures of a mail, fetched by us when a person asks to see them: the sender learns neither who reads nor from where.
import type { FastifyInstance } from 'fastify'
import { fileTypeFromBuffer } from 'file-type'
import type { Door } from '#access'
import { notFound, refuse } from '#base/refusal'
import { safeFetch } from '#base/safe-fetch'

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

export function serveImages(app: FastifyInstance, { door }: { door: Door }): void {
  app.get<{ Querystring: { url?: string } }>('/api/v1/image', async (request, reply) => {
    await door.admit(request, 'case.read')
    const url = (request.query.url ?? '').replace(/^http:/i, 'https:')
    if (!URL.canParse(url)) throw refuse(notFound, {})
    const answer = await safeFetch(url, { headers: { accept: 'image/*' } }).catch(() => null)
    const bytes = answer?.ok ? Buffer.from(await answer.arrayBuffer()) : null
    const type = bytes && (await fileTypeFromBuffer(bytes))?.mime // what it is, not what it is said to be
    if (!bytes || !type || !PICTURES.has(type)) throw refuse(notFound, {})
    return await reply.header('content-type', type).header('cache-control', 'private, max-age=86400').header('content-security-policy', "default-src 'none'; sandbox").send(bytes)
  })
}
