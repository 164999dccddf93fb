// One connection to a mailbox with its folder open.
import type { ImapFlow } from 'imapflow'
import { openLine } from './line.ts'
import { mishap, Trouble } from './mishap.ts'
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
