// The widget's socket: /api/widget/:key/socket. Whoever may not is refused before the upgrade, as any request is.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import { busy, upgradeNeeded } from '#base/refusal'
import { refuse } from '#base/work'
import type { Gate } from '../widgets/gate.ts'
import { callerOf } from '../widgets/serve.ts'
import type { ChatHub } from './hub.ts'

type Sockets = {
  asked(request: FastifyRequest): boolean
  open(request: FastifyRequest, welcome: (socket: WebSocket) => void): void
}
const BUSY_SECONDS = 10

export function serveChat(
  app: FastifyInstance,
  { gate, chats, sockets }: { gate: Gate; chats: ChatHub; sockets: Sockets },
): void {
  app.get<{ Params: { key: string } }>('/api/widget/:key/socket', async (request, reply) => {
    const admitted = await gate.admit(callerOf(request), { originNeeded: true })
    if (!sockets.asked(request)) {
      void reply.header('upgrade', 'websocket')
      throw refuse(upgradeNeeded, {})
    }
    if (!chats.hasRoomFor(admitted)) {
      await gate.refused(admitted, busy.code)
      throw refuse(busy, { retry_after_seconds: BUSY_SECONDS })
    }
    void reply.hijack()
    sockets.open(request, (socket) => chats.enter(socket, admitted))
    return undefined
  })
}
