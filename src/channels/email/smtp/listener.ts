// The listening socket behind the door: opening it on a port, hanging up on one visitor, closing within a limit.
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import type { SMTPServer } from 'smtp-server'
import type { Refusal } from './answers.ts'

/** The port is taken by another program. */
export class PortInUse extends Error {
  readonly port: number
  constructor(port: number) {
    super(`port ${port} is already in use`)
    this.port = port
  }
}

export type Listener = { port: number; close(milliseconds: number): Promise<void> }

/** @throws {PortInUse} when another program holds the port */
export async function listen(server: SMTPServer, port: number, host: string): Promise<Listener> {
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(port, host)
  try {
    await once(server.server, 'listening')
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? new PortInUse(port) : error
  }
  return {
    port: (server.server.address() as AddressInfo).port, // the address of a TCP server is never a path
    close: (milliseconds) => closeWithin(server, sockets, milliseconds),
  }
}

async function closeWithin(server: SMTPServer, sockets: Set<Socket>, milliseconds: number): Promise<void> {
  const timer = setTimeout(() => sockets.forEach((socket) => socket.destroy()), milliseconds)
  const closed = once(server.server, 'close')
  server.close() // stops listening; 'close' comes when the last socket is gone
  await closed
  clearTimeout(timer)
}

/** Says goodbye with a 421, in the way smtp-server itself does when it closes. */
export function dismiss(server: SMTPServer, sessionId: string, { code, enhanced, sentence }: Refusal): void {
  connectionOf(server, sessionId)?.send(code, `${enhanced} ${sentence}`)
}

export function hangUp(server: SMTPServer, sessionId: string): void {
  connectionOf(server, sessionId)?.close()
}

const connectionOf = (server: SMTPServer, sessionId: string) => [...server.connections].find(({ id }) => id === sessionId)
