// The chat widget, for other people's pages: /widget.js by its plain name, asked about again every five minutes; the rest named by its
// contents, kept for ever. Compressed once, when it is first asked for: a start does not wait for it. It is the same for everybody: no cookie, any origin.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { notFound, refuse } from '#base/refusal'

const FOLDER = path.join(import.meta.dirname, '..', '..', 'dist', 'page')
const SHORTLY = 'public, max-age=300'
const FOR_EVER = 'public, max-age=31536000, immutable'

type Encoding = 'br' | 'gzip'
type Script = { etag: string; plain: Buffer; encoded(as: Encoding): Buffer }

export function serveWidget(app: FastifyInstance): void {
  const scripts = readScripts()
  app.get('/widget.js', (request, reply) => send(scripts.get('widget.js'), { request, reply, keep: SHORTLY }))
  app.get<{ Params: { name: string } }>('/widget/:name', (request, reply) =>
    send(scripts.get(`widget/${request.params.name}`), { request, reply, keep: FOR_EVER }),
  )
}

function readScripts(): Map<string, Script> {
  if (!existsSync(FOLDER)) return new Map() // the API alone, without what is built
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
  return new Map(names.map((name) => [name.replaceAll(path.sep, '/'), script(readFileSync(path.join(FOLDER, name)))]))
}

function script(plain: Buffer): Script {
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const made = new Map<Encoding, Buffer>()
  return { etag, plain, encoded: (as) => made.get(as) ?? made.set(as, encoders[as](plain)).get(as)! } // set on this line
}

const encoders: Readonly<Record<Encoding, (plain: Buffer) => Buffer>> = {
  br: (plain) => brotliCompressSync(plain),
  gzip: (plain) => gzipSync(plain, { level: 9 }),
}

type Asked = { request: FastifyRequest; reply: FastifyReply; keep: string }

async function send(found: Script | undefined, { request, reply, keep }: Asked): Promise<FastifyReply> {
  if (!found) throw refuse(notFound, {})
  void reply
    .header('cache-control', keep)
    .header('etag', found.etag)
    .header('vary', 'accept-encoding')
    .header('access-control-allow-origin', '*') // a module is fetched as CORS has it
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('content-type', 'text/javascript; charset=utf-8')
  if (request.headers['if-none-match']?.includes(found.etag)) return await reply.code(304).send()
  const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''))
  if (encoding === 'plain') return await reply.send(found.plain)
  return await reply.header('content-encoding', encoding).send(found.encoded(encoding))
}

function encodingFor(accepted: string): Encoding | 'plain' {
  const offered = accepted.split(',').map((each) => each.trim().toLowerCase())
  const takes = (name: string): boolean => offered.some((each) => each.split(';')[0] === name && !/;\s*q=0(?:\.0+)?$/.test(each))
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : 'plain'
}
