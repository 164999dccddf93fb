// What a watched mailbox is: how to reach it, where we are in it, and who keeps what it holds. No database here: the keeper is the
// caller's, and everything that must survive a crash goes through it.
import type { Clock } from '#base/clock'
import type { Health } from './health.ts'

export type MailboxSettings = {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  user: string
  auth: { kind: 'password'; password: string } | { kind: 'oauth2'; accessToken: AccessToken }
  folder: string
  from: 'now' | 'beginning' | Temporal.Instant // where to start the very first time
  after: After // what becomes of a message on the server once we hold it
  trust?: string // PEM of an authority to trust besides the usual ones (a company's own)
}
export type After = 'leave' | 'seen' | 'delete' | { move: string }
/** Gives a token that should work; `renew` says that the last one was refused by the server although it had not expired. */
export type AccessToken = (wish: { renew: boolean; signal: AbortSignal }) => Promise<string>

/**
 * Where we are: every message of this UIDVALIDITY with a UID up to `lastUid` is held, or was reported, or was gone (RFC 3501 §2.3.1.1:
 * UIDs only ever grow, and mean nothing under another UIDVALIDITY). `since` is what the mailbox was first asked for; null = all of it.
 */
export type MailboxState = { uidValidity: number; lastUid: number; since: Temporal.Instant | null }

export type Arrival = {
  uidValidity: number
  uid: number
  internalDate: Temporal.Instant | null // null when the server's date cannot be read
  flags: readonly string[]
  size: number // bytes, as the server states it: believe the source, not this
  source: AsyncIterable<Buffer> // the raw message in order, to be read once; throws when the server fails in the middle
}
export type Unfetchable = {
  uidValidity: number
  uid: number
  size: number | null
  internalDate: Temporal.Instant | null
  reason: string // the server's last words, or what was wrong with them
}

/**
 * All four resolve only when what they were given is committed; all tolerate being called again with the same (uidValidity, uid). The
 * same numbers with other bytes are another message: a server that was restored from a backup may give a number twice.
 */
export type Keeper = {
  readState(): Promise<MailboxState | null>
  /** First contact, or the server numbered everything anew: from here on this is the state. */
  begin(state: MailboxState): Promise<void>
  /** Raw message and `lastUid = uid` (never lower than it is), in one transaction. If `source` throws: reject, and leave nothing. */
  keep(arrival: Arrival): Promise<void>
  /** A line in the tray and `lastUid = uid`, in one transaction. */
  unfetchable(report: Unfetchable): Promise<void>
  /** Held messages whose `after` was never confirmed, so that it is repeated after a restart. Without it: repeated while we run. */
  unsettled?(uidValidity: number): Promise<readonly number[]>
  settled?(uidValidity: number, uids: readonly number[]): Promise<void>
}

export type Log = { info(fields: object, message: string): void; warn(fields: object, message: string): void }

export type Patience = {
  answer: number // ms without a byte while we wait for an answer
  connect: number // ms to reach the server, and again to be greeted
  idle: number // ms of IDLE before we look for ourselves: far under the 29 minutes of RFC 2177, and under the 10 that make a mailbox dead
  poll: number // ms between looks where IDLE is not offered
  part: number // bytes fetched at a time: what a message costs in memory
  most: number // bytes of one message, beyond which it is reported instead of kept
}
export const usualPatience: Patience = {
  answer: 60_000,
  connect: 30_000,
  idle: 240_000,
  poll: 60_000,
  part: 1_048_576,
  most: 268_435_456,
}

export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>

export type Watch = {
  mailbox: MailboxSettings
  keeper: Keeper
  onHealth: (health: Health) => void
  clock: Clock
  wait?: Wait
  chance?: () => number // 0 ≤ x < 1, for the jitter of the back-off
  signal: AbortSignal
  log: Log
  patience?: Partial<Patience>
}
