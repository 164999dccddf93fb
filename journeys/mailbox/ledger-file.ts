// A keeper whose only store is a file that is appended to: one line is a commit, as one transaction is in the database. It survives
// kill -9, and what it says is what was held at that instant.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import type { Keeper, MailboxState } from '../../src/channels/email/imap/mailbox.ts'

export type Line = { kind: 'begun' | 'kept' | 'settled' | 'tray'; uidValidity: number; uid: number; sha: string }

export function linesOf(file: string): Line[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const whole = text.slice(0, text.lastIndexOf('\n') + 1) // a line cut off by the kill was never committed
  return whole.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : [])) // we wrote them ourselves
}

export const shaOf = (raw: string | Buffer) => createHash('sha256').update(raw).digest('hex')

export function fileKeeper(file: string): Keeper {
  const commit = (line: Line) => {
    appendFileSync(file, `\n${JSON.stringify(line)}\n`)
    return Promise.resolve()
  }
  return {
    readState() {
      const [last] = linesOf(file).filter(({ kind }) => kind !== 'settled').slice(-1)
      const state: MailboxState | null = last ? { uidValidity: last.uidValidity, lastUid: last.uid, since: null } : null
      return Promise.resolve(state)
    },
    begin: ({ uidValidity, lastUid }) => commit({ kind: 'begun', uidValidity, uid: lastUid, sha: '' }),
    async keep({ uidValidity, uid, source }) {
      const hash = createHash('sha256')
      for await (const part of source) hash.update(part)
      await commit({ kind: 'kept', uidValidity, uid, sha: hash.digest('hex') })
    },
    unfetchable: ({ uidValidity, uid }) => commit({ kind: 'tray', uidValidity, uid, sha: '' }),
    unsettled(uidValidity) {
      const lines = linesOf(file).filter((line) => line.uidValidity === uidValidity)
      const settled = new Set(lines.flatMap(({ kind, uid }) => (kind === 'settled' ? [uid] : [])))
      return Promise.resolve(lines.flatMap(({ kind, uid }) => (kind === 'kept' && !settled.has(uid) ? [uid] : [])))
    },
    async settled(uidValidity, uids) {
      for (const uid of uids) await commit({ kind: 'settled', uidValidity, uid, sha: '' })
    },
  }
} // prettier-ignore
