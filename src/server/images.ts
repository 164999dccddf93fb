// Pictures of a mail, fetched by us when a person asks to see them: the sender learns neither who reads nor from where. Only so many at
// once: each may be slow and large, and who sends a mail chooses how many it holds.
import type { FastifyInstance } from 'fastify'
import { fileTypeFromBuffer } from 'file-type'
import type { Door } from '#access'
import { busy, notFound, refuse } from '#base/refusal'
import { safeFetch } from '#base/safe-fetch'

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])
const MOST_AT_ONCE = 24
const LONGEST_ADDRESS = 8_000
const LONGEST_MILLISECONDS = 10_000

type Served = { door: Door; fetch?: typeof globalThis.fetch }
type Picture = { type: string; bytes: Buffer }

export function serveImages(app: FastifyInstance, { door, fetch = safeFetch }: Served): void {
  let fetching = 0
  app.get<{ Querystring: { url?: string } }>('/api/v1/image', async (request, reply) => {
    await door.admit(request, 'case.read')
    const url = String(request.query.url ?? '').replace(/^http:/i, 'https:')
    if (url.length > LONGEST_ADDRESS || !URL.canParse(url)) throw refuse(notFound, {})
    if (fetching >= MOST_AT_ONCE) throw refuse(busy, {})
    fetching++
    const picture = await pictureAt(url, fetch).finally(() => fetching--)
    if (!picture) throw refuse(notFound, {})
    return await reply
      .header('content-type', picture.type)
      .header('cache-control', 'private, max-age=86400')
      .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
      .send(picture.bytes)
  })
}

async function pictureAt(url: string, fetch: typeof globalThis.fetch): Promise<Picture | null> {
  const answer = await fetch(url, { headers: { accept: 'image/*' }, signal: AbortSignal.timeout(LONGEST_MILLISECONDS) }).catch(
    () => null,
  )
  const bytes = answer?.ok ? Buffer.from(await answer.arrayBuffer()) : null
  const type = bytes && (await fileTypeFromBuffer(bytes))?.mime // what it is, not what it is said to be
  return bytes && type && PICTURES.has(type) ? { type, bytes } : null
}
