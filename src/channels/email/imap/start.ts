// Where to begin in a mailbox that we never saw, or that was numbered anew.
import { Trouble, mishap } from './mishap.ts'
import type { MailboxSettings, MailboxState } from './mailbox.ts'
import type { Session } from './session.ts'

/** First contact: from what the settings ask for. The state is to be committed before anything is fetched. */
export async function firstState(session: Session, from: MailboxSettings['from'], now: Temporal.Instant): Promise<MailboxState> {
  const { uidValidity } = session
  if (from === 'beginning') return { uidValidity, lastUid: 0, since: null }
  if (from !== 'now') return { uidValidity, lastUid: await lastUidBefore(session, from), since: from }
  return { uidValidity, lastUid: session.uidNext === null ? await highestUid(session) : session.uidNext - 1, since: now }
}

/** Numbered anew: again from what was first asked for. What we hold already comes once more and is known by its content. */
export async function stateAnew(session: Session, since: Temporal.Instant | null): Promise<MailboxState> {
  return { uidValidity: session.uidValidity, lastUid: since ? await lastUidBefore(session, since) : 0, since }
}

async function highestUid(session: Session): Promise<number> {
  return (await searched(session, { all: true })).at(-1) ?? 0
}

// SINCE knows days only, in a zone of the server's choosing (RFC 3501 §6.4.4), and a restored mailbox may carry the day of its restore
// or the day of the mail: two days of margin, and either date will do. Everything above the first match is taken, so that the error is
// always on the side of fetching too much.
async function lastUidBefore(session: Session, since: Temporal.Instant): Promise<number> {
  const day = new Date(since.subtract({ hours: 48 }).epochMilliseconds)
  const [first] = await searched(session, { or: [{ since: day }, { sentSince: day }] })
  if (first !== undefined) return first - 1
  return session.uidNext === null ? highestUid(session) : session.uidNext - 1
}

/** UIDs that match, ascending. The library says `false` for any failure, which must never be read as "none". */
export async function searched(session: Session, query: Parameters<Session['client']['search']>[0]): Promise<number[]> {
  const found = await session.ask(session.client.search(query, { uid: true }))
  if (!Array.isArray(found) || !session.usable()) throw new Trouble(mishap(session.usable() ? 'unreadable' : 'disconnected'))
  return found
}
