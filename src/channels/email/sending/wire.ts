// A connection to a relay: commands out, replies in, each with a time limit. It knows to the byte what has left this process, which
// is what decides between "not sent" and "uncertain"; that is why it is ours and not nodemailer's, whose final dot goes out unseen.
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { RelayAddress } from './relay-address.ts'
import { RelayFailure, type Phase, type Trouble } from './relay-failure.ts'
import { readReplies, type Reply } from './reply.ts'

export type Limits = Record<Phase, number> // milliseconds
export type Wire = {
  ask(phase: Phase, command: string): Promise<Reply>
  hear(phase: Phase): Promise<Reply>
  write(phase: Phase, bytes: Buffer | string): Promise<void> // resolves once the operating system has the bytes
  check(phase: Phase): void // throws when the relay has hung up or spoken out of turn
  secure(): Promise<void>
  isSecure(): boolean
  isOpen(): boolean
  destroy(): void
}

/** RFC 5321 §4.5.3.2, with a shorter connect and greeting: a retry is cheaper than a place in the queue. */
export const phaseLimits: Limits = {
  connect: 30_000,
  greeting: 60_000,
  hello: 60_000,
  tls: 60_000,
  'sign-in': 60_000,
  sender: 300_000,
  recipients: 300_000,
  data: 120_000,
  body: 180_000, // for each part of 256 KiB
  answer: 600_000,
  quit: 5_000,
}

/** Connects; the TLS handshake is part of it when the relay wants TLS from the start. */
export async function openWire(address: RelayAddress, limits: Limits): Promise<Wire> {
  const socket = connect({ host: address.host, port: address.port, noDelay: true, keepAlive: true })
  socket.on('error', () => {}) // every reader and writer below sees the end for itself
  await within(limits.connect, 'connect', connected(socket)).catch((error: unknown) => {
    socket.destroy()
    throw error
  })
  const wire = wireOver(socket, address, limits)
  if (address.tls === 'from the start') await wire.secure()
  return wire
}

function connected(socket: Socket): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  socket.once('connect', resolve)
  socket.once('error', (error: Error & { code?: string }) =>
    reject(new RelayFailure('connect', { kind: 'unreachable', code: error.code ?? error.message })),
  )
  return promise
}

function wireOver(plain: Socket, address: RelayAddress, limits: Limits): Wire {
  let socket = plain
  let reader = listenTo(socket)
  let secured = false
  const wire: Wire = {
    async ask(phase, command) {
      await wire.write(phase, `${command}\r\n`)
      return await wire.hear(phase)
    },
    hear: (phase) => within(limits[phase], phase, reader.next(phase)),
    async write(phase, bytes) {
      wire.check(phase)
      try {
        await within(limits[phase], phase, written(socket, phase, bytes))
      } catch (error) {
        wire.check(phase) // it may have said why before it hung up
        throw error
      }
    },
    check(phase) {
      const early = phase === 'body' ? reader.waiting() : undefined
      if (early) throw new RelayFailure(phase, { kind: 'refused', reply: early })
      if (!wire.isOpen()) throw new RelayFailure(phase, { kind: 'lost' })
    },
    async secure() {
      reader.stop() // what came in the clear after the answer to STARTTLS is forgotten (RFC 3207 §6)
      socket = await within(limits.tls, 'tls', upgraded(plain, address))
      reader = listenTo(socket)
      secured = true
    },
    isSecure: () => secured,
    isOpen: () => socket.writable && !reader.ended(),
    destroy: () => socket.destroy(),
  }
  return wire
}

type Reader = { next(phase: Phase): Promise<Reply>; waiting(): Reply | undefined; ended(): boolean; stop(): void }

function listenTo(socket: Socket): Reader {
  const replies: Reply[] = []
  const parser = readReplies()
  let end: Trouble | null = null
  let wake = () => {}
  const finish = (trouble: Trouble) => ((end ??= trouble), wake())
  const onData = (bytes: Buffer) => {
    try {
      replies.push(...parser.add(bytes))
    } catch {
      finish({ kind: 'nonsense' })
      socket.destroy()
    }
    wake()
  }
  const onEnd = () => finish({ kind: 'lost' })
  socket.on('data', onData).on('end', onEnd).on('close', onEnd)
  return {
    async next(phase) {
      for (;;) {
        const reply = replies.shift()
        if (reply) return reply
        if (end) throw new RelayFailure(phase, end)
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
    waiting: () => replies[0],
    ended: () => end !== null,
    stop: () => void socket.off('data', onData).off('end', onEnd).off('close', onEnd),
  }
}

function written(socket: Socket, phase: Phase, bytes: Buffer | string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  socket.write(bytes, (error) => (error ? reject(new RelayFailure(phase, { kind: 'lost' })) : resolve()))
  return promise
}

function upgraded(plain: Socket, { host, verify }: RelayAddress): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const socket = connectTls({
    socket: plain,
    host,
    servername: /[a-z]/i.test(host) && !host.includes(':') ? host : '',
    rejectUnauthorized: verify,
  })
  socket.once('secureConnect', () => resolve(socket))
  socket.on('error', () => reject(new RelayFailure('tls', { kind: 'unprotected' })))
  socket.once('close', () => reject(new RelayFailure('tls', { kind: 'lost' })))
  return promise
}

async function within<T>(milliseconds: number, phase: Phase, work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new RelayFailure(phase, { kind: 'late' })), milliseconds)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
