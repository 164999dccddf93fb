// WebSockets among the routes: an upgrade is a request like any other, admitted or refused by its route, and only then becomes a socket.
import { ServerResponse, type IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { WebSocketServer, type WebSocket } from 'ws'

export type Sockets = {
  asked(request: FastifyRequest): boolean
  open(request: FastifyRequest, welcome: (socket: WebSocket) => void): void
}
type Upgrade = { socket: Duplex; head: Buffer }

const FAREWELL_MILLISECONDS = 1_000
const SILENT_MILLISECONDS = 100_000 // whoever lives answers pings

export function acceptSockets(app: FastifyInstance): Sockets {
  const upgrades = new WeakMap<IncomingMessage, Upgrade>()
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 16_384, perMessageDeflate: false })
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgrades.set(request, { socket, head })
    hold(socket)
    const answer = new ServerResponse(request)
    answer.assignSocket(socket as never) // a refused upgrade is answered as any request
    answer.shouldKeepAlive = false // nobody reads a second request from it
    answer.once('finish', () => socket.end())
    app.routing(request, answer)
  })
  app.addHook('preClose', async () => {
    for (const socket of sockets.clients) socket.close(1001, 'the server stops')
    setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate() // who does not say goodbye does not keep us
    }, FAREWELL_MILLISECONDS).unref()
  })
  return {
    asked: ({ raw }) => upgrades.has(raw),
    open: ({ raw }, welcome) => {
      const upgrade = upgrades.get(raw)
      if (upgrade) sockets.handleUpgrade(raw, upgrade.socket, upgrade.head, welcome)
    },
  }
}

// Node lets go of a socket that asks for an upgrade: from here on its errors and its silence are ours. Without a listener a connection reset
// by a stranger while the door looks at it would end the whole process.
function hold(socket: Duplex): void {
  socket.on('error', () => socket.destroy())
  if (socket instanceof Socket) socket.setTimeout(SILENT_MILLISECONDS, () => socket.destroy())
}
