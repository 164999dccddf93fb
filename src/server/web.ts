// The HTTP face of the house: the API, the live line, files, and the desk.
import helmet from '@fastify/helmet'
import statics from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import path from 'node:path'
import * as access from '#access'
import * as channels from '#channels'
import type { Endpoint } from '#base/contract'
import { answerErrors, answerNonsense, sendRefusal, serveRoutes, type Route } from '#base/http'
import { log } from '#base/log'
import { openApi } from '#base/openapi'
import { notFound } from '#base/refusal'
import type { Seal } from '#base/seal'
import type { Open } from '#base/work'
import { servePages } from '#page'
import type { Lookups } from './audience.ts'
import { serveEvents } from './events.ts'
import { serveFiles } from './files.ts'
import type { Hub } from './hub.ts'
import { serveImages } from './images.ts'
import type { Attendance } from './presence.ts'
import { otherEndpoints } from './other-endpoints.ts'
import { serveLive } from './live.ts'
import { keepPace } from './pace.ts'
import { acceptSockets } from './sockets.ts'
import { VERSION } from './version.ts'

const DESK = path.join(import.meta.dirname, '..', '..', 'dist', 'desk')
const MOST_BODY = 2_000_000

export type Web = Open &
  Lookups & {
    door: access.Door
    hub: Hub
    attendance: Attendance
    routes: readonly Route[]
    gate: channels.Gate
    chats: channels.ChatHub
    health: () => Promise<{ status: string }>
    https: boolean
    url: string
    seal: Seal
    requestsPerSecond: number
  }

export async function buildWeb(web: Web): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    logger: false,
    bodyLimit: MOST_BODY,
    trustProxy: 'loopback',
    requestTimeout: 60_000,
    keepAliveTimeout: 30_000,
    routerOptions: { maxParamLength: 400 },
    frameworkErrors: answerNonsense,
  })
  app.removeContentTypeParser('text/plain') // JSON or files, nothing else
  const sockets = acceptSockets(app)
  await app.register(helmet, headers(web.https))
  answerErrors(app)
  keepPace(app, web.requestsPerSecond)
  access.serveSignIn(app, web)
  serveRoutes(app, { ...web, admit: web.door.admit }, web.routes)
  serveFiles(app, web)
  serveImages(app, web)
  channels.serveWidgets(app, web)
  servePages(app, web)
  serveEvents(app, { ...web, sockets })
  serveLive(app, { ...web, sockets })
  channels.serveChat(app, { ...web, sockets })
  app.get('/api/health', async (_, reply) => {
    const health = await web.health()
    return await reply.code(health.status === 'down' ? 503 : 200).send({ ...health })
  })
  serveDescription(app, web.routes)
  await serveDesk(app)
  app.addHook('onError', async (request, _, error) => {
    if ((error as { statusCode?: number }).statusCode === 500)
      log.error({ error, url: request.routeOptions.url }, 'a request failed')
  })
  return app
}

// Made when somebody first asks for it, and once: hundreds of shapes take a quarter of the time in which the server starts.
function serveDescription(app: FastifyInstance, routes: readonly Route[]): void {
  let described: string | undefined
  app.get('/api/openapi.json', async (_, reply) => {
    described ??= JSON.stringify(
      openApi(
        [...routes.map((each) => each.endpoint), ...access.signInEndpoints, ...otherEndpoints] as Endpoint<unknown, unknown>[], // of any input and output
        VERSION,
      ),
    )
    return await reply.type('application/json; charset=utf-8').send(described)
  })
}

// One policy for every page: nothing from elsewhere, no inline script. Mail is shown in a frame with a policy of its own.
const headers = (https: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"], 'script-src': ["'self'"], 'style-src': ["'self'"], 'style-src-attr': ["'unsafe-inline'"], 'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"], 'connect-src': ["'self'"], 'frame-src': ["'self'", 'blob:', 'about:'], 'manifest-src': ["'self'"], 'base-uri': ["'none'"],
      'form-action': ["'self'"], 'frame-ancestors': ["'none'"],
    },
  },
  strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
  crossOriginEmbedderPolicy: false,
  xFrameOptions: { action: 'deny' as const },
  referrerPolicy: { policy: 'no-referrer' as const },
}) // prettier-ignore

async function serveDesk(app: FastifyInstance): Promise<void> {
  app.get('/', async (_, reply) => await reply.redirect('/desk/'))
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method === 'GET' && request.url.startsWith('/desk') && existsSync(path.join(DESK, 'index.html')))
      return await reply.header('cache-control', 'no-cache').sendFile('index.html')
    return sendRefusal(reply, notFound as never, {})
  })
  if (!existsSync(DESK)) return
  await app.register(statics, {
    root: DESK,
    prefix: '/desk/',
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply, file) => {
      if (file.endsWith('.html')) void reply.header('cache-control', 'no-cache')
    },
  })
}
