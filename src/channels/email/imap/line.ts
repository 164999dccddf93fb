// The line to a mail server. imapflow speaks the protocol; this file is about not trusting what comes back. Its traps, met here: an
// 'error' event without a listener ends the process; a command after `* BYE` answers "nothing" as if there were nothing; SEARCH and
// NOOP answer `false` on failure; a throttled answer makes it sleep for minutes; LOGIN marks every failure, even a lost connection, as
// a refused password.
import { ImapFlow } from 'imapflow'
import { authorities } from './knock.ts'
import { mishap, mishapOf, Trouble, type Mishap } from './mishap.ts'
import type { Opening } from './session.ts'

// A SEARCH answer is one line: 16 MB of it are some two million messages. A literal is bounded although we only ever ask for parts,
// because some servers ignore the part and send the whole.
const MOST_LINE = 16 * 1024 * 1024
const MOST_LITERAL = 64 * 1024 * 1024

type Overheard = { throttledFor: number; lastError: unknown; silent: boolean; fresh: boolean }

/** The client with its safety net: every way a connection can end is heard, and ends whoever is waiting for an answer. */
export function openLine(opening: Opening) {
  const overheard: Overheard = { throttledFor: 0, lastError: null, silent: false, fresh: false }
  const client = newClient(opening, (milliseconds) => {
    overheard.throttledFor = milliseconds
    client.close() // waiting is our business: inside the library nobody could see or stop it
  })
  // Sets and not promises: whoever waits on a promise that outlives him is never forgotten by it.
  const waiting = { news: new Set<() => void>(), answer: new Set<() => void>() }
  listen({ client, overheard, waiting }, opening.signal)
  const why = (error?: unknown) => reasonFor({ overheard, client, secrets: Object.values(opening.secret) }, error)
  const cut = () => new Trouble(why(), overheard.throttledFor)
  return {
    client,
    why,
    ask: asker({ client, overheard, waiting }, { patience: opening.patience.answer, cut }),
    usable: () => client.usable && !client.isClosed && client.state !== client.states.LOGOUT,
    troubleFrom: (error: unknown) => (error instanceof Trouble ? error : new Trouble(why(error), overheard.throttledFor)),
    takeNews() {
      const { fresh } = overheard
      overheard.fresh = false
      wake(waiting.news) // whoever still waits was woken by something else long ago
      return fresh
    },
    async news() {
      if (!overheard.fresh && !client.isClosed) await new Promise<void>((resolve) => waiting.news.add(resolve))
    },
    close: () => client.close(),
  }
}

type Line = { client: ImapFlow; overheard: Overheard; waiting: { news: Set<() => void>; answer: Set<() => void> } }

function wake(who: Set<() => void>) {
  for (const resolve of who) resolve()
  who.clear()
}

function listen({ client, overheard, waiting }: Line, signal: AbortSignal) {
  const hangUp = () => client.close()
  client.on('error', (error: unknown) => (overheard.lastError = error))
  client.on('exists', () => {
    overheard.fresh = true
    wake(waiting.news)
  })
  client.once('close', () => {
    signal.removeEventListener('abort', hangUp)
    wake(waiting.answer)
    wake(waiting.news)
  })
  signal.addEventListener('abort', hangUp, { once: true })
  if (signal.aborted) hangUp()
}

function asker({ client, overheard, waiting }: Line, { patience, cut }: { patience: number; cut: () => Trouble }) {
  return async function ask<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const lost = Promise.withResolvers<never>()
    const giveUp = () => lost.reject(cut())
    waiting.answer.add(giveUp)
    const watchdog = watchSilence(client, patience, () => {
      overheard.silent = true
      client.close()
    })
    try {
      return await Promise.race([answer, lost.promise])
    } finally {
      clearInterval(watchdog)
      waiting.answer.delete(giveUp)
      answer.catch(() => {}) // already told by `lost` when it comes second
    }
  }
}

function newClient({ mailbox, patience, secret }: Opening, throttled: (milliseconds: number) => void): ImapFlow {
  return new ImapFlow({
    host: mailbox.host,
    port: mailbox.port,
    secure: mailbox.security === 'tls',
    ...(mailbox.security === 'tls' ? {} : { doSTARTTLS: mailbox.security === 'starttls' }),
    ...(mailbox.trust ? { tls: { ca: authorities(mailbox.trust) } } : {}),
    auth: { user: mailbox.user, ...secret },
    clientInfo: { name: 'Guichet', version: false, vendor: false, 'support-url': false },
    logger: onlyThrottling(throttled),
    disableAutoIdle: true,
    disableCompression: true, // a compressed stream of a few kilobytes can become gigabytes before any limit sees it
    disableIMAP4rev2: true,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    socketTimeout: patience.idle + patience.answer * 2, // the library's own watchdog only breaks IDLE; ours is `ask`
    maxLineLength: MOST_LINE,
    maxLiteralSize: MOST_LITERAL,
    maxResponseSize: MOST_LITERAL + MOST_LINE,
  })
}

type Known = { overheard: Overheard; client: ImapFlow; secrets: string[] }

/** The best reason there is for a line that went wrong: what we did ourselves, what the library reported, what the server said last. */
function reasonFor({ overheard, client, secrets }: Known, error: unknown): Mishap {
  if (overheard.throttledFor) return mishap('throttled')
  if (overheard.silent) return mishap('silent')
  if (overheard.lastError) return mishapOf(overheard.lastError, secrets)
  const known = error === undefined ? mishap('disconnected') : mishapOf(error, secrets)
  return known.code === 'disconnected' && client.byeReason ? mishapOf({ reason: client.byeReason }, secrets) : known
}

// A server that sends a byte now and then is not silent, but ten patiences for one answer are enough.
const MOST_PATIENCES = 10

/** Calls `giveUp` once nothing at all has come from the server during a whole `patience`, or the answer drags on without end. */
function watchSilence(client: ImapFlow, patience: number, giveUp: () => void) {
  let received = client.stats().received
  let left = MOST_PATIENCES
  return setInterval(() => {
    const now = client.stats().received
    if (now === received || --left === 0) giveUp()
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
