// Where to begin in a mailbox that we never saw, or that was numbered anew.
import { Trouble, mishap } from './mishap.ts'
import type { MailboxSettings, MailboxState } from './mailbox.ts'
import type { Session } from './session.ts'

/** First contact: from what the settings ask for. The state is to be committed before anything is fetched. */
export async function firstState(session: Session, from: MailboxSettings['from'], now: Temporal.Instant): Promise<MailboxState> {
  const { uidValidity } = session
  if (from === 'beginning') return { uidValidity, lastUid: 0, since: null }
  if (from !== 'now') return { uidValidity, lastUid: await lastUidBefore(session, from), since: from }
  return { uidValidity, lastUid: await highestUid(session), since: now }
}

/** Numbered anew: again from what was first asked for. What we hold already comes once more and is known by its content. */
export async function stateAnew(session: Session, since: Temporal.Instant | null): Promise<MailboxState> {
  return { uidValidity: session.uidValidity, lastUid: since ? await lastUidBefore(session, since) : 0, since }
}

// Not UIDNEXT − 1: a server that states it too high would hide everything that comes until it gets there. In an empty folder `*` names
// nothing, and some servers refuse it.
async function highestUid(session: Session): Promise<number> {
  return session.messages === 0 ? 0 : ((await searched(session, { uid: '*' })).at(-1) ?? 0)
}

// SINCE knows days only, in a zone of the server's choosing (RFC 3501 §6.4.4), and a restored mailbox may carry the day of its restore
// or the day of the mail: two days of margin, and either date will do. Everything above the first match is taken, so that the error is
// always on the side of fetching too much.
async function lastUidBefore(session: Session, since: Temporal.Instant): Promise<number> {
  const day = new Date(since.subtract({ hours: 48 }).epochMilliseconds)
  const [first] = await searched(session, { or: [{ since: day }, { sentSince: day }] })
  return first === undefined ? highestUid(session) : first - 1
}

/** UIDs that match, ascending. The library says `false` for any failure, which must never be read as "none". */
export async function searched(session: Session, query: Parameters<Session['client']['search']>[0]): Promise<number[]> {
  const found = await session.ask(session.client.search(query, { uid: true }))
  if (!Array.isArray(found) || !session.usable()) throw new Trouble(mishap(session.usable() ? 'unreadable' : 'disconnected'))
  return found
}
