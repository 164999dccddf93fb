// One connection to a mailbox with its folder open. imapflow speaks the protocol; this file is about not trusting what comes back.
// Its traps, met here: an 'error' event without a listener ends the process; a command after `* BYE` answers "nothing" as if there
// were nothing; SEARCH and NOOP answer `false` on failure; a throttled answer makes it sleep for minutes; LOGIN marks every failure,
// even a lost connection, as a refused password.
import { ImapFlow } from 'imapflow'
import { mishap, mishapOf, Trouble, type Mishap } from './mishap.ts'
import type { MailboxSettings, Patience } from './mailbox.ts'

export type Session = {
  client: ImapFlow
  uidValidity: number
  uidNext: number | null
  messages: number
  patience: Patience
  /** Waits for an answer; throws Trouble when the connection is lost or stays silent for too long. */
  ask<Answer>(answer: Promise<Answer>): Promise<Answer>
  /** Has the server announced anything since this was last called? */
  takeNews(): boolean
  /** Resolves at the next announcement, or when the connection is gone. */
  news(): Promise<void>
  usable(): boolean
  troubleFrom(error: unknown): Trouble
  close(): void
}
export type Opening = { mailbox: MailboxSettings; patience: Patience; signal: AbortSignal; secret: Secret; readOnly: boolean }
export type Secret = { pass: string } | { accessToken: string }

// A SEARCH answer is one line: 16 MB of it are some two million messages. A literal is bounded although we only ever ask for parts,
// because some servers ignore the part and send the whole.
const MOST_LINE = 16 * 1024 * 1024
const MOST_LITERAL = 64 * 1024 * 1024

export async function openSession(opening: Opening): Promise<Session> {
  const line = openLine(opening)
  try {
    await line.ask(line.client.connect())
    const { path, patience } = { path: opening.mailbox.folder, patience: opening.patience }
    const folder = await line.ask(line.client.mailboxOpen(path, { readOnly: opening.readOnly }))
    if (!folder) throw new Trouble(line.why())
    const uidValidity = Number(folder.uidValidity ?? 0)
    if (!(uidValidity > 0)) throw new Trouble(mishap('folder-unsuitable'))
    return { ...line, uidValidity, uidNext: folder.uidNext || null, messages: folder.exists || 0, patience }
  } catch (error) {
    line.close()
    throw line.troubleFrom(error)
  }
}

/** The client with its safety net: every way a connection can end is heard, and ends whoever is waiting for an answer. */
export function openLine(opening: Opening) {
  const { mailbox, patience, signal, secret } = opening
  const secrets = Object.values(secret)
  const line: { throttledFor: number; lastError: unknown; silent: boolean; fresh: boolean } = {
    throttledFor: 0, lastError: null, silent: false, fresh: false,
  } // prettier-ignore
  const announced = new Set<() => void>()
  const wake = () => {
    for (const resolve of announced) resolve()
    announced.clear()
  }
  const client = new ImapFlow({
    host: mailbox.host,
    port: mailbox.port,
    secure: mailbox.security === 'tls',
    ...(mailbox.security === 'tls' ? {} : { doSTARTTLS: mailbox.security === 'starttls' }),
    ...(mailbox.trust ? { tls: { ca: mailbox.trust } } : {}),
    auth: { user: mailbox.user, ...secret },
    clientInfo: { name: 'Guichet' },
    logger: onlyThrottling((milliseconds) => {
      line.throttledFor = milliseconds
      client.close() // waiting is our business: inside the library nobody could see or stop it
    }),
    disableAutoIdle: true,
    disableCompression: true, // a compressed stream of a few kilobytes can become gigabytes before any limit sees it
    disableIMAP4rev2: true,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    socketTimeout: patience.idle * 2, // the library's own watchdog only breaks IDLE; ours is `ask`
    maxLineLength: MOST_LINE,
    maxLiteralSize: MOST_LITERAL,
    maxResponseSize: MOST_LITERAL + MOST_LINE,
  })
  client.on('error', (error: unknown) => (line.lastError = error))
  client.on('exists', () => {
    line.fresh = true
    wake()
  })
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
  void closed.then(wake)
  const hangUp = () => client.close()
  signal.addEventListener('abort', hangUp, { once: true })
  void closed.then(() => signal.removeEventListener('abort', hangUp))

  const why = (error?: unknown): Mishap => {
    if (line.throttledFor) return mishap('throttled')
    if (line.silent) return mishap('silent')
    if (line.lastError) return mishapOf(line.lastError, secrets)
    const known = error === undefined ? mishap('disconnected') : mishapOf(error, secrets)
    return known.code === 'disconnected' && client.byeReason ? mishapOf({ reason: client.byeReason }, secrets) : known
  }
  const usable = () => client.usable && !client.isClosed && client.state !== client.states.LOGOUT

  async function ask<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const watchdog = watchSilence(client, patience.answer, () => {
      line.silent = true
      client.close()
    })
    try {
      return await Promise.race([answer, closed.then(() => Promise.reject(new Trouble(why(), line.throttledFor)))])
    } finally {
      clearInterval(watchdog)
      answer.catch(() => {}) // already reported through `closed` when it comes second
    }
  }
  return {
    client, ask, why, usable,
    troubleFrom: (error: unknown) => (error instanceof Trouble ? error : new Trouble(why(error), line.throttledFor)),
    takeNews() {
      const fresh = line.fresh
      line.fresh = false
      return fresh
    },
    news: () => (line.fresh || client.isClosed ? Promise.resolve() : new Promise<void>((resolve) => announced.add(resolve))),
    close: () => client.close(),
  } // prettier-ignore
}

/** Calls `giveUp` once nothing at all has come from the server during a whole `patience`. */
function watchSilence(client: ImapFlow, patience: number, giveUp: () => void) {
  let received = client.stats().received
  return setInterval(() => {
    const now = client.stats().received
    if (now === received) giveUp()
    received = now
  }, patience)
}

// The library's log is not ours: it quotes folders, addresses and the server's words. We listen to it for one thing only.
function onlyThrottling(heard: (milliseconds: number) => void) {
  const nothing = () => {}
  const warn = (entry: { throttleDelay?: unknown }) => {
    if (typeof entry.throttleDelay === 'number') heard(Math.max(1, entry.throttleDelay))
  }
  return { trace: nothing, debug: nothing, info: nothing, warn, error: nothing, fatal: nothing }
}
