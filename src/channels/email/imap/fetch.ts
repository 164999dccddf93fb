// Getting messages out of an open folder: always by PEEK, always in parts, so that nothing is marked and memory stays bounded.
import type { FetchMessageObject } from 'imapflow'
import { mishap, Trouble } from './mishap.ts'
import type { Arrival } from './mailbox.ts'
import type { Session } from './session.ts'

export type Facts = Pick<Arrival, 'uid' | 'size' | 'flags' | 'internalDate'>

export type Small = { facts: Facts; raw: Buffer }

/** This message, and not the connection, is what the server failed at. */
export class NotThisOne extends Error {}

/** What the server says about each of these UIDs, those that are gone left out. */
export async function factsOf(session: Session, uids: readonly number[]): Promise<Map<number, Facts>> {
  const found = await fetched(session, uids, {})
  return new Map(found.map((message) => [message.uid, factsFrom(message)]))
}

/**
 * Small messages in one command, as they come. Stops at the first that is not the next of `uids`, came incomplete or not at all: what
 * comes after it would otherwise overtake it. The caller asks for that one alone.
 */
export async function* inOneGo(
  session: Session,
  uids: readonly number[],
  { sizesLie }: { sizesLie: boolean },
): AsyncGenerator<Small> {
  const { part } = session.patience
  const stream = session.client.fetch(uids.join(','), { ...FACTS, source: { start: 0, maxLength: part } }, { uid: true })
  let next = 0
  try {
    for (;;) {
      const { value: message, done } = await session.ask(stream.next())
      if (done || next === uids.length) return
      if (!message.source || !uids.includes(message.uid)) continue // flags that changed meanwhile, told unasked
      if (message.uid !== uids[next]) return
      if (message.source.length >= part || (!sizesLie && message.source.length !== message.size)) return
      next++
      yield { facts: factsFrom(message), raw: message.source }
    }
  } catch (error) {
    if (!session.usable()) throw session.troubleFrom(error)
    // Answered NO, or in words nobody understands: the message asked for alone will show which one it is about.
  } finally {
    await stream.return(undefined).catch(() => {})
  }
}

/** One message, part after part (RFC 3501 §6.4.5, `BODY.PEEK[]<start.length>`), until a part comes short: the stated size may lie. */
export async function* inParts(session: Session, uid: number): AsyncGenerator<Buffer> {
  const { part, most } = session.patience
  for (let start = 0; ;) {
    const found = (await fetched(session, [uid], { source: { start, maxLength: part } })).find((message) => message.source)
    const bytes = found?.source
    if (!bytes && start === 0) throw new NotThisOne('the server answered without the message')
    if (!bytes || bytes.length === 0) return
    if (bytes.length > part && start > 0) throw new NotThisOne('the server sent more than the part asked for')
    if (start + bytes.length > most) throw new NotThisOne(`the message is bigger than ${most} bytes`)
    yield bytes
    if (bytes.length !== part) return // shorter: the end; longer: a server that sends the whole whatever is asked
    start += bytes.length
  }
}

/** The first bytes only, to learn whether the server can give any message at all. */
export async function isReadable(session: Session, uid: number): Promise<boolean> {
  try {
    const found = await fetched(session, [uid], { source: { start: 0, maxLength: 64 } })
    return found.some((message) => message.source)
  } catch (error) {
    if (error instanceof NotThisOne) return false
    throw error
  }
}

const FACTS = { uid: true, size: true, flags: true, internalDate: true } as const

type Asked = { source?: { start: number; maxLength: number } }

async function fetched(session: Session, uids: readonly number[], asked: Asked): Promise<FetchMessageObject[]> {
  let found: FetchMessageObject[]
  try {
    found = await session.ask(session.client.fetchAll(uids.join(','), { ...FACTS, ...asked }, { uid: true }))
  } catch (error) {
    const trouble = session.troubleFrom(error)
    // Still connected: the server refused this message. Cut off in the middle of nonsense or silence: it choked on this message.
    if (session.usable() || ['unreadable', 'silent'].includes(trouble.mishap.code)) throw new NotThisOne(saidIn(trouble))
    throw trouble
  }
  if (!session.usable()) throw new Trouble(mishap('disconnected')) // after BYE the library answers "nothing" instead of failing
  return found.filter((message) => uids.includes(message.uid))
}

const saidIn = ({ mishap: { said, en } }: Trouble) => said ?? en

function factsFrom(message: FetchMessageObject): Facts {
  const date = message.internalDate instanceof Date ? message.internalDate.getTime() : NaN
  return {
    uid: message.uid,
    size: message.size ?? 0,
    flags: [...(message.flags ?? [])],
    internalDate: Number.isFinite(date) ? Temporal.Instant.fromEpochMilliseconds(date) : null,
  }
}
