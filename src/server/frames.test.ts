import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { WebSocket, WebSocketServer } from 'ws'
import { frameOf } from './frames.ts'

// Short, longer than a byte can count, longer than two can; and several at once.
test('texts of every length arrive whole, also several in one piece', async () => {
  const texts = ['é', 'a'.repeat(125), 'b'.repeat(126), 'c'.repeat(65_535), 'd'.repeat(70_000)]
  const server = new WebSocketServer({ port: 0, perMessageDeflate: false })
  server.on('connection', (socket, request) => {
    request.socket.write(Buffer.concat(texts.map(frameOf)))
    socket.close()
  })
  await once(server, 'listening')
  const heard: string[] = []
  const { port } = server.address() as { port: number } // listening on TCP, so never a path
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  socket.on('message', (data) => heard.push((data as Buffer).toString())) // texts come as one buffer
  await once(socket, 'close')
  server.close()
  assert.deepEqual(heard, texts)
})
