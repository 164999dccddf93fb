// What we remember of messages that would not come, for as long as we watch: a server's mood must not send good mail to the tray, and
// one broken message must not hold up the others.
import type { Facts } from './fetch.ts'

const REFUSED_OFTEN = 3
const LOST_OFTEN = 8 // a cut connection is more often the network's doing than the message's
const ILL_OFTEN = 7 // judged so often, over back-offs that add up to a quarter of an hour, that the message is given up all the same

export type Entry = { refused: number; lost: number; ill: number; length: number | null; reason: string; facts: Facts | null }
export type Ledger = {
  of(uid: number): Entry | undefined
  note(uid: number, change: Partial<Entry>): Entry
  refuse(uid: number, reason: string): Entry
  lose(uid: number): Entry
  /** The server gives nothing else either: one more failure of this message will be judged anew. */
  spare(uid: number): Entry
  close(uid: number): void
  clear(): void
  /** How many messages to ask about at a time: fewer after a question that failed as a whole, until it shows whose fault it was. */
  readonly batch: number
  narrow(): void
  widen(): void
  doubtfulSizes: number // messages that twice came with a length the server had not stated
}

const WHOLE_BATCH = 100

export function openLedger(): Ledger {
  let batch = WHOLE_BATCH
  const entries = new Map<number, Entry>()
  const note = (uid: number, change: Partial<Entry>) => {
    const entry = { refused: 0, lost: 0, ill: 0, length: null, reason: '', facts: null, ...entries.get(uid), ...change }
    entries.set(uid, entry)
    return entry
  }
  return {
    note,
    of: (uid) => entries.get(uid),
    refuse: (uid, reason) => note(uid, { refused: (entries.get(uid)?.refused ?? 0) + 1, reason }),
    lose: (uid) => note(uid, { lost: (entries.get(uid)?.lost ?? 0) + 1, reason: 'the connection is cut at this message' }),
    spare(uid) {
      const { refused = 0, lost = 0, ill = 0 } = entries.get(uid) ?? {}
      return note(uid, { refused: Math.min(refused, REFUSED_OFTEN - 1), lost: Math.min(lost, LOST_OFTEN - 1), ill: ill + 1 })
    },
    close: (uid) => void entries.delete(uid),
    clear: () => entries.clear(),
    get batch() {
      return batch
    },
    narrow: () => void (batch = Math.max(1, Math.floor(batch / 5))),
    widen: () => void (batch = Math.min(WHOLE_BATCH, batch * 2)),
    doubtfulSizes: 0,
  }
}

export const isSuspect = (entry: Entry | undefined) =>
  entry !== undefined && (entry.refused >= REFUSED_OFTEN || entry.lost >= LOST_OFTEN)
export const isHopeless = (entry: Entry | undefined) => entry !== undefined && entry.ill >= ILL_OFTEN
