// Two ways to hear the journal as it happens: Server-Sent Events, or a WebSocket with one event a message. Telling waits until what was told
// has left, so that a slow listener makes us wait and not grow.
import type { ServerResponse } from 'node:http'
import type { WebSocket } from 'ws'
import { placeText, type Event } from '#base/journal'
import { eventText } from './hub.ts'

export type Listener = { tell(events: readonly Event[]): Promise<void>; onceGone(listener: () => void): void; end(): void }

const PING_MILLISECONDS = 25_000

export function overStream(out: ServerResponse): Listener {
  out.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  })
  return {
    tell: async (events) => {
      const text = events.map((event) => `id: ${placeText(event)}\ndata: ${eventText(event)}\n\n`).join('')
      if (out.write(text === '' ? ':\n\n' : text) || out.closed) return
      await new Promise<void>((resolve) => void out.once('drain', resolve).once('close', resolve))
    },
    onceGone: (listener) => void out.once('close', listener),
    end: () => void out.end(),
  }
}

export function overSocket(socket: WebSocket): Listener {
  const heartbeat = setInterval(() => socket.ping(), PING_MILLISECONDS)
  socket.on('error', () => socket.terminate())
  socket.on('close', () => clearInterval(heartbeat))
  return {
    tell: async (events) => {
      for (const event of events) await new Promise<void>((resolve) => socket.send(eventText(event), () => resolve())) // also called when it is gone
    },
    onceGone: (listener) => void socket.once('close', listener),
    end: () => socket.close(1000),
  }
}
