// Everything that waits in the folder, oldest first. A UID is passed only when its message is kept, is reported, or is gone: never
// because a higher one came.
import { factsOf, inOneGo, inParts, isReadable, NotThisOne, type Facts } from './fetch.ts'
import { isHopeless, isSuspect, type Ledger } from './ledger.ts'
import { mishap, Trouble } from './mishap.ts'
import { searched } from './start.ts'
import type { Keeper } from './mailbox.ts'
import type { Session } from './session.ts'

export type Round = {
  session: Session
  keeper: Keeper
  ledger: Ledger
  lastUid: number // moves on as messages are dealt with
  kept(uids: readonly number[]): void // told after every batch
  progress(behind: number): Promise<void>
  pause(attempt: number): Promise<void>
}

const BATCH_BYTES = 16 * 1024 * 1024
const WINDOW = 50_000 // UIDs asked about at a time when the folder is far ahead of us
const ENOUGH_LIES = 3 // messages that twice came with another length than the stated one, until we stop looking at the stated one

/** Returns when nothing waits any more. */
export async function fetchBacklog(round: Round): Promise<void> {
  for (;;) {
    let waiting = await waitingUids(round)
    await round.progress(waiting.length)
    if (waiting.length === 0) return
    while (waiting.length > 0) {
      const batch = waiting.slice(0, round.ledger.batch)
      const done = await fetchTogether(round, batch)
      waiting = waiting.slice(done)
      if (done < batch.length) {
        await fetchAlone(round, waiting)
        waiting = waiting.slice(1)
      }
      await round.progress(waiting.length)
    }
  }
}

/** The next UIDs above the last one, ascending. EXISTS is not asked: servers have been seen to miscount. */
async function waitingUids({ session, lastUid }: Round): Promise<number[]> {
  const top = (session.uidNext ?? 0) - 1
  let from = lastUid + 1
  for (let window = WINDOW; top - from > window; window *= 2) {
    const found = await searched(session, { uid: `${from}:${from + window - 1}` })
    if (found.length > 0) return found
    from += window
  }
  // `n:*` always names the highest message, even below n (RFC 3501 §6.4.8).
  return (await searched(session, { uid: `${from}:*` })).filter((uid) => uid >= from)
}

/** Keeps as many of the first of `batch` as come without trouble; the number of those. */
async function fetchTogether(round: Round, batch: readonly number[]): Promise<number> {
  const run = await smallOnes(round, batch)
  const kept: number[] = []
  try {
    if (run.length > 0) {
      for await (const { facts, raw } of inOneGo(round.session, run, { sizesLie: round.ledger.doubtfulSizes >= ENOUGH_LIES })) {
        await keepOne(round, facts, [raw])
        kept.push(facts.uid)
      }
    }
  } catch (error) {
    const next = run[kept.length]
    if (next !== undefined && isCut(error)) round.ledger.lose(next)
    throw error
  } finally {
    if (kept.length > 0) round.kept(kept)
  }
  return kept.length
}

// The UIDs at the head of the batch that may come in one command: there, small, and never in trouble before.
async function smallOnes(round: Round, batch: readonly number[]): Promise<number[]> {
  const { session, ledger } = round
  if (batch[0] === undefined || ledger.of(batch[0])) return []
  const facts = await factsOfBatch(round, batch)
  const run: number[] = []
  let bytes = 0
  for (const uid of batch) {
    const size = facts.get(uid)?.size
    bytes += size ?? 0
    if (size === undefined || size >= session.patience.part || bytes > BATCH_BYTES || ledger.of(uid)) break
    run.push(uid)
  }
  return run
}

async function factsOfBatch({ session, ledger }: Round, batch: readonly number[]): Promise<Map<number, Facts>> {
  try {
    const facts = await factsOf(session, batch)
    ledger.widen()
    return facts
  } catch (error) {
    ledger.narrow() // one of them may be what breaks the answer, every time: look at fewer until it stands alone
    if (batch.length === 1 && batch[0] !== undefined) ledger.lose(batch[0])
    if (!(error instanceof NotThisOne)) throw error
    if (!session.usable()) throw new Trouble(mishap('unreadable', error.message))
    return new Map() // refused: the first of them will be asked for alone
  }
}

/** The first of `waiting`, until it is kept, gone, or given up as not to be had. */
async function fetchAlone(round: Round, waiting: readonly number[]): Promise<void> {
  const [uid = 0, ...others] = waiting
  const { session, ledger } = round
  for (;;) {
    if (isSuspect(ledger.of(uid)) && (await isItsOwnFault(round, uid, others))) return report(round, uid)
    try {
      await fetchOne(round, uid)
      ledger.close(uid)
      return
    } catch (error) {
      if (isCut(error)) ledger.lose(uid)
      if (!(error instanceof NotThisOne)) throw error
      const { refused } = ledger.refuse(uid, error.message)
      if (!session.usable()) throw new Trouble(mishap('unreadable', error.message))
      if (refused > 1 || ledger.of(uid)?.length === null) await round.pause(refused)
    }
  }
}

async function fetchOne(round: Round, uid: number): Promise<void> {
  const { session, ledger } = round
  const facts = (await factsOf(session, [uid])).get(uid)
  if (!facts) {
    if ((await searched(session, { uid: String(uid) })).includes(uid))
      throw new NotThisOne('the server names the message but does not give it')
    round.lastUid = uid // gone: deleted or moved by somebody between two of our questions
    return
  }
  ledger.note(uid, { facts })
  if (facts.size > session.patience.most) throw new NotThisOne(`the message has ${facts.size} bytes, more than we take`)
  await keepOne(round, facts, checked(inParts(session, uid), facts, ledger))
  round.kept([uid])
}

// A length other than the stated one is a broken literal or a server that cannot count. What comes twice the same is believed.
async function* checked(parts: AsyncIterable<Buffer>, { uid, size }: Facts, ledger: Ledger): AsyncGenerator<Buffer> {
  let length = 0
  for await (const part of parts) {
    length += part.length
    yield part
  }
  if (length === size || ledger.doubtfulSizes >= ENOUGH_LIES) return
  const before = ledger.of(uid)?.length
  ledger.note(uid, { length })
  if (before !== length) throw new NotThisOne(`the message came with ${length} bytes, announced with ${size}`)
  ledger.doubtfulSizes++
}

async function keepOne(round: Round, facts: Facts, parts: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
  let failed: { error: unknown } | null = null
  async function* source() {
    try {
      yield* parts
    } catch (error) {
      failed = { error }
      throw error
    }
  }
  try {
    await round.keeper.keep({ ...facts, uidValidity: round.session.uidValidity, source: source() })
  } catch (error) {
    throw causeOf(failed, error)
  }
  if (failed) throw causeOf(failed, null) // kept although it broke off: it must come again, whole
  round.lastUid = facts.uid
}

// The keeper fails because the message broke off (say so), or by itself (the message is good and must come again).
function causeOf(failed: { error: unknown } | null, error: unknown): unknown {
  return failed ? failed.error : Object.assign(new Trouble(mishap('not-kept')), { cause: error })
}

// Three refusals are the message's own fault only if the server gives others. Where it gives none, it is the server that is ill, and
// sending its whole mailbox to the tray would help nobody.
async function isItsOwnFault({ session, ledger }: Round, uid: number, others: readonly number[]): Promise<boolean> {
  if (others.length === 0 || isHopeless(ledger.of(uid))) return true
  const { reason } = ledger.spare(uid) // before asking, which may cost us the connection
  for (const other of others.slice(0, 3)) if (await isReadable(session, other)) return true
  throw new Trouble(mishap('unavailable', reason))
}

async function report(round: Round, uid: number): Promise<void> {
  const entry = round.ledger.of(uid)
  await round.keeper
    .unfetchable({
      uidValidity: round.session.uidValidity,
      uid,
      size: entry?.facts?.size ?? null,
      internalDate: entry?.facts?.internalDate ?? null,
      reason: entry?.reason ?? '',
    })
    .catch((error: unknown) => Promise.reject(causeOf(null, error)))
  round.lastUid = uid
  round.ledger.close(uid)
}

const isCut = (error: unknown) =>
  error instanceof Trouble && ['disconnected', 'silent', 'unreadable', 'encryption'].includes(error.mishap.code)
