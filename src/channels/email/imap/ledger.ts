// What we remember of messages that would not come, for as long as we watch: a server's mood must not send good mail to the tray, and
// one broken message must not hold up the others.
import type { Facts } from './fetch.ts'

const REFUSED_OFTEN = 3
const LOST_OFTEN = 8 // a cut connection is more often the network's doing than the message's
const TOO_OFTEN = 10 // so often, over back-offs that add up to half an hour, that we stop asking whether the server is well

export type Entry = { refused: number; lost: number; length: number | null; reason: string; facts: Facts | null }
export type Ledger = {
  of(uid: number): Entry | undefined
  note(uid: number, change: Partial<Entry>): Entry
  refuse(uid: number, reason: string): Entry
  lose(uid: number): Entry
  close(uid: number): void
  clear(): void
  doubtfulSizes: number // messages that twice came with a length the server had not stated
}

export function openLedger(): Ledger {
  const entries = new Map<number, Entry>()
  const note = (uid: number, change: Partial<Entry>) => {
    const entry = { refused: 0, lost: 0, length: null, reason: '', facts: null, ...entries.get(uid), ...change }
    entries.set(uid, entry)
    return entry
  }
  return {
    note,
    of: (uid) => entries.get(uid),
    refuse: (uid, reason) => note(uid, { refused: (entries.get(uid)?.refused ?? 0) + 1, reason }),
    lose: (uid) => note(uid, { lost: (entries.get(uid)?.lost ?? 0) + 1, reason: 'the connection is cut at this message' }),
    close: (uid) => void entries.delete(uid),
    clear: () => entries.clear(),
    doubtfulSizes: 0,
  }
}

export const isSuspect = (entry: Entry | undefined) =>
  entry !== undefined && (entry.refused >= REFUSED_OFTEN || entry.lost >= LOST_OFTEN)
export const isHopeless = (entry: Entry | undefined) => entry !== undefined && entry.refused + entry.lost >= TOO_OFTEN
