// The files of our pages: style sheets, scripts and the mark, each under an address that changes with its content, so that a browser may
// keep it for ever. Read once, when the house opens.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { notFound, refuse } from '#base/refusal'
import { colourSheet } from './rules/colour.ts'

const FOLDER = path.join(import.meta.dirname, 'assets')
const KINDS: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const FOR_EVER = 'public, max-age=31536000, immutable'

type Asset = { hash: string; kind: string; bytes: Buffer }
const assets = new Map<string, Asset>()
// Style sheets last: they name the others.
for (const file of [path.join(import.meta.dirname, '../ui/fonts/figtree-latin.woff2'), ...ours()]) {
  const [name, kind] = [path.basename(file), path.extname(file)]
  const bytes = kind === '.css' ? Buffer.from(linked(readFileSync(file, 'utf8'))) : readFileSync(file)
  assets.set(name, { hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16), kind: KINDS[kind]!, bytes }) // only such are read
}

function ours(): string[] {
  const names = readdirSync(FOLDER).filter((name) => path.extname(name) in KINDS)
  const isSheet = (name: string): number => (name.endsWith('.css') ? 1 : 0)
  return names.toSorted((a, b) => isSheet(a) - isSheet(b)).map((name) => path.join(FOLDER, name))
}

function linked(css: string): string {
  return css.replace(/url\('\.\/([\w.-]+)'\)/g, (_, name: string) => `url('${addressOf(name)}')`)
}

/** Where `assets/<name>` is served. Throws when there is no such file: that is our mistake, never a visitor's. */
export function addressOf(name: string): string {
  const found = assets.get(name)
  if (!found) throw new Error(`there is no page/assets/${name}`)
  return `/page/${found.hash}/${name}`
}

/** The style sheet of a brand's colour, #rrggbb. */
export const colourAddress = (colour: string): string => `/page/colour/${colour.slice(1)}.css`

export function serveAssets(app: FastifyInstance): void {
  app.get<{ Params: { colour: string } }>('/page/colour/:colour', async (request, reply) => {
    const hex = /^([0-9a-f]{6})\.css$/.exec(request.params.colour)?.[1]
    if (!hex) throw refuse(notFound, {})
    return await reply
      .header('content-type', KINDS['.css'])
      .header('cache-control', FOR_EVER)
      .send(colourSheet(`#${hex}`))
  })
  app.get<{ Params: { hash: string; name: string } }>('/page/:hash/:name', async (request, reply) => {
    const found = assets.get(request.params.name)
    if (!found) throw refuse(notFound, {})
    const isThis = found.hash === request.params.hash // else a page made before the house was renewed: what there is now serves it
    return await reply
      .header('content-type', found.kind)
      .header('cache-control', isThis ? FOR_EVER : 'no-cache')
      .header('cross-origin-resource-policy', 'same-origin')
      .send(found.bytes)
  })
}
