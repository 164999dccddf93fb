// The other end of a watched mailbox, for tests: a keeper that commits message and state together in memory, as the database will, and
// a watch around it that can be stopped, restarted and waited for.
import { EventEmitter, once } from 'node:events'
import { handClock } from '../../src/base/clock.ts'
import { watchMailbox } from '../../src/channels/email/imap/watch.ts'
import type { Health } from '../../src/channels/email/imap/health.ts'
import type {
  Arrival,
  Keeper,
  MailboxSettings,
  MailboxState,
  Patience,
  Unfetchable,
  Watch,
} from '../../src/channels/email/imap/mailbox.ts'
import type { ImapServer, Mutation } from '../world/imap-server.ts'

export type Held = { uidValidity: number; uid: number; raw: Buffer; arrival: Omit<Arrival, 'source'> }

/** What survives a crash of ours. */
export function shelf() {
  const held = new Map<string, Held>()
  const tray: Unfetchable[] = []
  const log: { state: MailboxState | null; owed: Set<number>; order: number[]; repeats: number; begun: MailboxState[] } = {
    state: null, owed: new Set(), order: [], repeats: 0, begun: [],
  } // prettier-ignore
  return { held, tray, log, bodies: () => [...held.values()].map(({ raw }) => raw.toString('latin1')) }
}
export type Shelf = ReturnType<typeof shelf>

export type KeeperFaults = { beforeCommit?(uid: number): void | Promise<void>; afterCommit?(uid: number): void | Promise<void> }

export function keeperOf(
  shelf: Shelf,
  { after = 'leave', faults = {} }: { after?: MailboxSettings['after']; faults?: KeeperFaults } = {},
): Keeper {
  const advance = (uidValidity: number, uid: number) => {
    const { state } = shelf.log
    if (state?.uidValidity === uidValidity) shelf.log.state = { ...state, lastUid: Math.max(state.lastUid, uid) }
  }
  return {
    readState: () => Promise.resolve(shelf.log.state),
    begin: (state) => {
      shelf.log.state = state
      shelf.log.begun.push(state)
      shelf.log.owed.clear()
      return Promise.resolve()
    },
    async keep({ source, ...arrival }) {
      const parts: Buffer[] = []
      for await (const part of source) parts.push(part)
      await faults.beforeCommit?.(arrival.uid)
      const raw = Buffer.concat(parts)
      const numbers = `${arrival.uidValidity}/${arrival.uid}`
      const before = shelf.held.get(numbers)
      const key = before && !before.raw.equals(raw) ? `${numbers} again` : numbers // the same numbers, another message
      if (shelf.held.has(key)) shelf.log.repeats++
      else {
        shelf.held.set(key, { uidValidity: arrival.uidValidity, uid: arrival.uid, raw, arrival })
        shelf.log.order.push(arrival.uid)
        if (after !== 'leave') shelf.log.owed.add(arrival.uid)
      }
      advance(arrival.uidValidity, arrival.uid)
      await faults.afterCommit?.(arrival.uid)
    },
    unfetchable: (report) => {
      if (!shelf.tray.some((one) => one.uid === report.uid && one.uidValidity === report.uidValidity)) shelf.tray.push(report)
      advance(report.uidValidity, report.uid)
      return Promise.resolve()
    },
    unsettled: () => Promise.resolve([...shelf.log.owed]),
    settled: (_uidValidity, uids) => {
      for (const uid of uids) shelf.log.owed.delete(uid)
      return Promise.resolve()
    },
  }
}

export type Watching = ReturnType<typeof startWatching>
export type WatchOptions = {
  server: ImapServer
  shelf: Shelf
  settings?: Partial<MailboxSettings>
  patience?: Partial<Patience>
  faults?: KeeperFaults
  wait?: Watch['wait']
}

export function startWatching({ server, shelf, settings = {}, patience = {}, faults = {}, wait }: WatchOptions) {
  const stop = new AbortController()
  const events = new EventEmitter()
  const healths: Health[] = []
  const logged: string[] = []
  const waits: number[] = []
  const log = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`)
  const mailbox: MailboxSettings = { ...usualSettings(server), ...settings }
  // Every wait of the back-off is cut to a millisecond; the long naps (IDLE, polling) are left to the patience given.
  const shortWait: Watch['wait'] = async (milliseconds, signal) => {
    const nap = milliseconds === (patience.idle ?? 240_000) || milliseconds === (patience.poll ?? 60_000)
    if (!nap) waits.push(milliseconds)
    await realWait(nap ? milliseconds : 1, signal)
  }
  const ended = watchMailbox({
    mailbox,
    keeper: keeperOf(shelf, { after: mailbox.after, faults }),
    onHealth(health) {
      healths.push(health)
      events.emit('health', health)
    },
    clock: handClock('2026-11-21T20:00:00Z'),
    wait: wait ?? shortWait,
    chance: () => 0.5,
    signal: stop.signal,
    log: { info: log, warn: log },
    patience: { answer: 30_000, connect: 30_000, ...patience }, // short only where it is waited out
  })
  return {
    healths, logged, waits, ended,
    health: () => healths.at(-1),
    async stop() {
      stop.abort()
      await ended
    },
    /** Resolves at the first report of health, past or coming, after which `wanted` holds. */
    async until(wanted: (health: Health) => boolean) {
      for (let last = healths.at(-1); !last || !wanted(last); last = healths.at(-1)) await once(events, 'health')
    },
  } // prettier-ignore
}

export const usualSettings = (server: Pick<ImapServer, 'port'>): MailboxSettings => ({
  host: '127.0.0.1',
  port: server.port,
  security: 'none',
  user: 'desk@example.org',
  auth: { kind: 'password', password: 'right' },
  folder: 'INBOX',
  from: 'beginning',
  after: 'leave',
})

async function realWait(milliseconds: number, signal: AbortSignal) {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  signal.addEventListener('abort', () => resolve(), { once: true })
  if (signal.aborted) resolve()
  await promise
  clearTimeout(timer)
}

export const allQuiet = (health: Health) => health.state === 'watching'

/** Records every change on the server that touches a message not yet held. */
export function watchTheServer(server: ImapServer, shelf: Shelf): Mutation[] {
  const tooSoon: Mutation[] = []
  server.events.on('mutation', (mutation: Mutation) => {
    const { uidValidity } = server.folder(mutation.folder)
    if (mutation.uids.some((uid) => !shelf.held.has(`${uidValidity}/${uid}`))) tooSoon.push(mutation)
  })
  return tooSoon
}

let counter = 0
export const letter = (subject = `letter ${++counter}`, body = 'Hello') =>
  `From: a customer <customer@example.net>\r\nSubject: ${subject}\r\nDate: Sat, 21 Nov 2026 12:00:00 +0000\r\n\r\n${body}\r\n`
