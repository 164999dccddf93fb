// The built-in SMTP (RFC 5321) and LMTP (RFC 2033) door. It takes mail for the house's own addresses, never passes any on, and says
// 250 only after `keep` has promised that the message is safe.
import { tmpdir } from 'node:os'
import { point } from '#base/crash-points'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { noRoom, noSuchMailbox, spoken, tooBig, tryLater, type Refusal } from './answers.ts'
import { isFull, makeSpool, receiveBody, type KeptBody, type Received, type Spool } from './body.ts'
import type { Certificate } from './certificate.ts'
import { doorLimits, type DoorLimits } from './limits.ts'
import { dismiss, hangUp, listen } from './listener.ts'
import { watchVisits, type Watch } from './watch.ts'

export type { Refusal } from './answers.ts'
export type { KeptBody } from './body.ts'
export { PortInUse } from './listener.ts'
export type Envelope = {
  remote: string // the sender's IP address
  helo: string // what it calls itself
  mailFrom: string // '' for a bounce (RFC 5321 §4.5.5)
  rcptTo: string[] // as written, domain in Unicode
  tls: boolean
  protocol: string // as for a Received line: ESMTP, ESMTPS, LMTP … (RFC 3848)
}
export type Kept = { receipt: string } | { refused: Refusal }
export type Keep = (envelope: Envelope, body: KeptBody) => Promise<Kept>
export type DoorLog = Record<'info' | 'warn' | 'error', (fields: object, sentence: string) => void>
export type DoorSettings = {
  port: number // 0 = any free one
  host: string // the address listened on
  name: string // the name it greets with
  lmtp?: boolean
  certificate?: Certificate | null // null: no STARTTLS
  spoolFolder?: string
  limits?: Partial<DoorLimits>
  recipientAllowed(address: string): boolean | Promise<boolean>
  keep: Keep
  log: DoorLog
}
export type SmtpDoor = { port: number; close(): Promise<void> }

type Door = {
  settings: DoorSettings
  limits: DoorLimits
  spool: Spool
  watch: Watch
  accepted: WeakMap<SMTPServerSession, string[]> // every RCPT said yes to, repeated ones included
  hangUp(session: SMTPServerSession): void
}

/**
 * Opens the door and resolves once it listens.
 * @throws {PortInUse} when another program holds the port
 */
export async function openSmtpDoor(settings: DoorSettings): Promise<SmtpDoor> {
  const limits = { ...doorLimits, ...settings.limits }
  const watch = watchVisits(limits, (id, why) => dismiss(server, id, why))
  const spool = makeSpool(settings.spoolFolder ?? tmpdir(), limits)
  const door: Door = { settings, limits, spool, watch, accepted: new WeakMap(), hangUp: (session) => hangUp(server, session.id) }
  const server = new SMTPServer({ ...wires(door), ...manners(door) })
  server.on('error', (error) => {
    if (server.server.listening) settings.log.warn({ error }, 'an SMTP connection failed') // else opening the door says so
  })
  server.server.maxConnections = 2 * limits.connections // beyond it not even a refusal is spoken
  const listener = await listen(server, settings.port, settings.host)
  const rounds = setInterval(() => watch.sweep(performance.now()), SWEEP_MILLISECONDS)
  rounds.unref()
  return {
    port: listener.port,
    async close() {
      watch.closeUp()
      await listener.close(limits.closeMilliseconds)
      clearInterval(rounds)
    },
  }
}

const SWEEP_MILLISECONDS = 1_000

function wires({ settings, limits }: Door) {
  const { certificate } = settings
  return {
    name: settings.name,
    lmtp: settings.lmtp ?? false,
    size: limits.messageBytes,
    maxRecipients: limits.recipients,
    maxCommandLength: limits.commandLineBytes,
    socketTimeout: limits.idleMilliseconds,
    closeTimeout: limits.closeMilliseconds,
    disableReverseLookup: true, // a name server that is slow or lies must not hold up mail
    lenientAddressParsing: true, // real people live at "name.@docomo.ne.jp"; control characters are refused all the same
    logger: false,
    disabledCommands: ['AUTH', 'XCLIENT', 'XFORWARD', 'WIZ', 'SHELL', 'KILL', ...(certificate ? [] : ['STARTTLS'])],
    ...(certificate ? { key: certificate.key, cert: certificate.cert } : {}),
  }
}

type Answer = (error?: Error | null) => void

function manners(door: Door) {
  const { settings, watch, accepted } = door
  return {
    onConnect(session: SMTPServerSession, answer: Answer) {
      const refusal = watch.enter(session)
      answer(refusal && spoken(refusal))
    },
    onMailFrom(_sender: unknown, session: SMTPServerSession, answer: Answer) {
      accepted.set(session, [])
      answer()
    },
    onRcptTo({ address }: { address: string }, session: SMTPServerSession, answer: Answer) {
      void judgeRecipient(door, address).then((refusal) => {
        if (!refusal) accepted.get(session)?.push(address)
        answer(refusal && spoken(refusal))
      })
    },
    onData(
      stream: SMTPServerDataStream,
      session: SMTPServerSession,
      answer: (error?: Error | null, said?: string | (string | Error)[]) => void,
    ) {
      watch.phase(session, 'data', () => stream.byteLength)
      void take(door, session, stream).then((kept) => {
        watch.phase(session, 'commands')
        point('door.before_250')
        const said = 'refused' in kept ? spoken(kept.refused) : `2.0.0 kept as ${kept.receipt}`
        // One answer for each RCPT that was accepted, repeated ones included (RFC 2033 §4.2).
        if (settings.lmtp)
          answer(
            null,
            (accepted.get(session) ?? []).map(() => said),
          )
        else if (typeof said === 'string') answer(null, said)
        else answer(said)
        point('door.after_250')
      })
    },
    onClose: (session: SMTPServerSession) => watch.leave(session),
  }
}

async function judgeRecipient({ settings }: Door, address: string): Promise<Refusal | null> {
  try {
    return (await settings.recipientAllowed(address)) ? null : noSuchMailbox(address)
  } catch (error) {
    settings.log.error({ error }, 'could not tell whether a recipient is ours')
    return tryLater
  }
}

// From the first byte of DATA to the answer. Nothing here throws: whatever goes wrong on our side is "try again later".
async function take(door: Door, session: SMTPServerSession, stream: SMTPServerDataStream): Promise<Kept> {
  const { settings } = door
  const envelope = envelopeOf(session) // before the body: the session is reused
  try {
    const received = await receiveBody(stream, door.spool)
    door.watch.phase(session, 'ours')
    if (received.state === 'endless') setImmediate(() => door.hangUp(session)) // after the answer
    return await keepReceived(door, envelope, received)
  } catch (error) {
    settings.log.error({ error, remote: envelope.remote }, 'a message could not be kept; the sender will try again')
    return { refused: isFull(error) ? noRoom : tryLater }
  }
}

async function keepReceived({ settings, limits }: Door, envelope: Envelope, received: Received): Promise<Kept> {
  switch (received.state) {
    case 'whole':
      return await inTime(keepThenDiscard(settings.keep(envelope, received.body), received), limits.keepMilliseconds)
    case 'too big':
    case 'endless':
      return { refused: tooBig(limits.messageBytes) }
    case 'no room':
      return { refused: noRoom }
    case 'broken off':
      return { refused: tryLater } // nobody is there to hear it
  }
}

async function keepThenDiscard(keeping: Promise<Kept>, { discard }: { discard: () => Promise<void> }): Promise<Kept> {
  try {
    return await keeping
  } finally {
    await discard() // also when the answer was given up waiting for
  }
}

function envelopeOf(session: SMTPServerSession): Envelope {
  const { mailFrom, rcptTo } = session.envelope
  return {
    remote: session.remoteAddress,
    helo: session.hostNameAppearsAs,
    mailFrom: mailFrom ? mailFrom.address : '',
    rcptTo: rcptTo.map(({ address }) => address),
    tls: session.secure,
    protocol: session.transmissionType,
  }
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`keeping took longer than ${milliseconds} ms`)), milliseconds)
  timer.unref() // must not hold up the end of the process
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
