// What the scripted IMAP server holds: folders, messages, and the record of everything that ever changed one of them.

export type HeldMessage = { uid: number; raw: Buffer; flags: Set<string>; internalDate: Temporal.Instant; statedSize?: number }
export type Folder = { name: string; uidValidity: number; uidNext: number; messages: HeldMessage[] }

/** Something a client did that changes the server: what "nothing is marked, moved or deleted before we hold it" is proved from. */
export type Mutation = { verb: string; folder: string; uids: number[]; line: string }

export type Delivery = { flags?: readonly string[]; internalDate?: Temporal.Instant; gap?: number; statedSize?: number }

export const newFolder = (name: string, uidValidity: number): Folder => ({ name, uidValidity, uidNext: 1, messages: [] })

/** Puts a message at the end of the folder; `gap` UIDs are burnt first, as servers do after a failed delivery. */
export function putIn(folder: Folder, raw: string | Buffer, delivery: Delivery = {}): number {
  const uid = folder.uidNext + (delivery.gap ?? 0)
  folder.uidNext = uid + 1
  folder.messages.push({
    uid,
    raw: Buffer.from(raw),
    flags: new Set(delivery.flags),
    internalDate: delivery.internalDate ?? Temporal.Instant.from('2026-11-21T12:00:00Z'),
    ...(delivery.statedSize === undefined ? {} : { statedSize: delivery.statedSize }),
  })
  return uid
}

export function takeFrom(folder: Folder, uids: readonly number[]): HeldMessage[] {
  const gone = folder.messages.filter((message) => uids.includes(message.uid))
  folder.messages = folder.messages.filter((message) => !uids.includes(message.uid))
  return gone
}

/** A new UIDVALIDITY: every message is numbered anew from 1, as after a restore on another machine (RFC 3501 §2.3.1.1). */
export function renumber(folder: Folder, uidValidity: number) {
  folder.uidValidity = uidValidity
  folder.messages.forEach((message, index) => (message.uid = index + 1))
  folder.uidNext = folder.messages.length + 1
}
