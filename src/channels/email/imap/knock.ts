// The first steps to a mail server, taken one by one so that the connection test can say which of them fails: reach it, encrypt, hear
// its greeting. Nothing is signed in here.
import { once } from 'node:events'
import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { connect as connectTls, getCACertificates } from 'node:tls'
import type { MailboxSettings } from './mailbox.ts'
import { mishap, Trouble } from './mishap.ts'

export type Door = Pick<MailboxSettings, 'host' | 'port' | 'trust'>

const MOST_LINE = 8_192

// Node takes a list of authorities instead of its own, not besides them.
export const authorities = (trust: string) => [...getCACertificates('default'), trust]

export async function reach({ port }: Door, address: string, patience: number): Promise<Socket> {
  const socket = connectPlain({ host: address, port })
  await happens(socket, 'connect', { patience, code: 'unreachable' })
  return socket
}

/** TLS over a connection that is there; the certificate must be good for the name, as it must for mail. */
export async function encrypt(
  socket: Socket,
  { host, trust }: Door,
  patience: number,
): Promise<{ socket: Socket; detail: string }> {
  const secured = connectTls({
    socket,
    host,
    ...(isIP(host) ? {} : { servername: host }),
    ...(trust ? { ca: authorities(trust) } : {}),
  })
  await happens(secured, 'secureConnect', { patience, code: 'encryption' })
  return { socket: secured, detail: `${secured.getProtocol()} ${secured.getCipher().standardName}` }
}

/** What the server says first; BYE is a refusal (RFC 3501 §7.1.5). */
export async function hearGreeting(socket: Socket, patience: number): Promise<string> {
  const line = await readLine(socket, patience, 'no-greeting')
  if (/^\* (OK|PREAUTH)\b/i.test(line)) return line.slice(2)
  throw new Trouble(mishap(/^\* BYE\b/i.test(line) ? 'unavailable' : 'no-greeting', line.slice(0, 200)))
}

/** RFC 3501 §6.2.1, up to the point where TLS may begin. */
export async function askForTls(socket: Socket, patience: number): Promise<void> {
  socket.write('t STARTTLS\r\n')
  const line = await readLine(socket, patience, 'encryption')
  if (!/^t OK\b/i.test(line)) throw new Trouble(mishap('encryption', line.slice(0, 200)))
}

async function readLine(socket: Socket, patience: number, code: 'no-greeting' | 'encryption'): Promise<string> {
  let held = ''
  while (!held.includes('\n') && held.length < MOST_LINE) held += await happens(socket, 'data', { patience, code })
  return held.split(/\r?\n/, 1)[0] ?? ''
}

type Expectation = { patience: number; code: 'unreachable' | 'encryption' | 'no-greeting' }

async function happens(socket: Socket, event: string, { patience, code }: Expectation): Promise<string> {
  const over = new AbortController()
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(patience)])
  const closed = once(socket, 'close', { signal }).then(() => Promise.reject(new Trouble(mishap(code))))
  try {
    const [value]: unknown[] = await Promise.race([once(socket, event, { signal }), closed])
    return Buffer.isBuffer(value) ? value.toString('latin1') : ''
  } catch (error) {
    throw signal.aborted ? new Trouble(mishap(code)) : error
  } finally {
    over.abort()
    closed.catch(() => {}) // let go by `over`, or told already
  }
}
