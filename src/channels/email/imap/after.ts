// What becomes of a message on the server once we hold it. Done only then, again if nobody can say whether it was done, and never a
// reason to fetch anything again.
import type { After } from './mailbox.ts'
import { searched } from './start.ts'
import type { Session } from './session.ts'

const AT_ONCE = 100

export type Afterwards = {
  owe(uids: readonly number[]): void
  /** Does what is owed; 'refused' when the server would not, in which case it is still owed. Throws Trouble when the connection is lost. */
  settle(session: Session): Promise<'done' | 'refused'>
  forget(): void
}

export function afterwards(after: After, settled: (uids: readonly number[]) => Promise<void>): Afterwards {
  const owed = new Set<number>()
  const copied = new Set<number>() // where there is no MOVE: copied already, still to be deleted
  const clear = async (uids: readonly number[]) => {
    await settled(uids)
    for (const uid of uids) {
      owed.delete(uid)
      copied.delete(uid)
    }
  }
  return {
    owe: (uids) => after !== 'leave' && uids.forEach((uid) => owed.add(uid)),
    forget() {
      owed.clear()
      copied.clear()
    },
    async settle(session) {
      const uids = [...owed].sort((a, b) => a - b)
      for (let at = 0; at < uids.length; at += AT_ONCE) {
        const some = uids.slice(at, at + AT_ONCE)
        const done = await apply(session, after, { uids: some, copied })
        const still = done ? [] : await searched(session, { uid: some.join(',') }) // some servers refuse what is already gone
        await clear(some.filter((uid) => !still.includes(uid)))
        if (still.length > 0) return 'refused'
      }
      return 'done'
    },
  }
}

type Batch = { uids: readonly number[]; copied: Set<number> }

async function apply(session: Session, after: After, batch: Batch): Promise<boolean> {
  const set = batch.uids.join(',')
  if (after === 'leave') return true
  if (after === 'seen') return flag(session, set, '\\Seen')
  if (after === 'delete') return discard(session, set)
  if (session.client.capabilities.has('MOVE'))
    return answered(session, session.client.messageMove(set, after.move, { uid: true }))
  return copyAndDiscard(session, after.move, batch)
}

// A UID that is gone by now makes none of these fail: a STORE, MOVE or EXPUNGE of a missing UID is a success without effect
// (RFC 3501 §6.4.8), which is what makes them safe to repeat. A COPY is not, so it is remembered.
async function copyAndDiscard(session: Session, folder: string, { uids, copied }: Batch): Promise<boolean> {
  const missing = uids.filter((uid) => !copied.has(uid))
  if (missing.length > 0 && !(await answered(session, session.client.messageCopy(missing.join(','), folder, { uid: true }))))
    return false
  for (const uid of missing) copied.add(uid)
  return discard(session, uids.join(','))
}

// Without UIDPLUS an EXPUNGE takes everything anybody marked as deleted, so there we only mark and leave the sweeping to the owner.
async function discard(session: Session, set: string): Promise<boolean> {
  const { client } = session
  if (!client.capabilities.has('UIDPLUS')) return flag(session, set, '\\Deleted')
  return answered(session, client.messageDelete(set, { uid: true }))
}

const flag = (session: Session, set: string, name: string) =>
  answered(session, session.client.messageFlagsAdd(set, [name], { uid: true, silent: true }))

// The library answers `false` or nothing both when refused and when the line is gone; only the first is the server's word.
async function answered(session: Session, answer: Promise<unknown>): Promise<boolean> {
  const done = await session.ask(answer)
  if (!session.usable()) throw session.troubleFrom(new Error('the line went dead'))
  return Boolean(done)
}
