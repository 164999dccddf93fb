// What the watcher of a mailbox hands over is kept as any other mail: raw copy, receipt and the place in the mailbox in one commit.
import { point } from '#base/crash-points'
import { keepStream } from '#base/files'
import { newId, sha256 } from '#base/id'
import type { TenantId } from '#base/contract'
import { inWork, system, type Open, type Work } from '#base/work'
import { mailInTray, mailReceived, type MailboxId, type ReceiptId, type Wire } from '../contract.ts'
import type { Filer } from './filer.ts'
import type { Arrival, Keeper } from './imap/mailbox.ts'
import type { HasRoom } from './room-left.ts'
import * as store from './store/mailbox.ts'
import { insertReceipt, putInTray } from './store/receipt.ts'

export type Watched = {
  tenant: TenantId
  mailbox: MailboxId
  entry_point: string
  user: string
  authserv_id: string | null
  settles: boolean
}

export type Means = { open: Open; filer: Filer; hasRoom: HasRoom }

export function makeKeeper({ open, filer, hasRoom }: Means, watched: Watched): Keeper {
  const { tenant, mailbox } = watched
  const at = <Result>(body: (work: Work) => Promise<Result>): Promise<Result> =>
    inWork(open, { tenant, actor: system('channels.imap') }, body)
  const keeper: Keeper = {
    readState: () =>
      at(async (work) => {
        const found = await store.findMailbox(work, mailbox)
        if (found?.uid_validity == null) return null
        return { uidValidity: found.uid_validity, lastUid: found.last_uid ?? 0, since: found.since }
      }),
    begin: (state) => at(async (work) => void (await store.beginMailbox(work, { id: mailbox, ...state }))),
    keep: async (arrival) => {
      const raw = await collect(arrival.source)
      if (!(await hasRoom(raw.length))) throw new Error('there is no room left on the disk') // it stays in the mailbox
      const receipt = await at((work) => keepOne(work, watched, { arrival, raw }))
      point('mailbox.after_commit')
      if (receipt) filer.take({ tenant, receipt, raw: raw.length <= 1_048_576 ? raw : null })
    },
    unfetchable: (report) =>
      at(async (work) => {
        const receipt = newId<'receipt'>(work.now)
        if (await store.isHeld(work, { mailbox, ...report })) return
        await insertReceipt(work, {
          id: receipt,
          door: door(mailbox),
          entry_point: watched.entry_point,
          file: null,
          size: report.size ?? 0,
          envelope: wire(watched, report.internalDate),
        })
        await putInTray(work, { id: receipt, why: 'unfetchable', detail: report.reason })
        await store.claimUid(work, { mailbox, ...report, receipt, sha256: '' })
        await store.advanceMailbox(work, { id: mailbox, ...report })
        work.publish(mailInTray, { receipt_id: receipt, why: 'unfetchable' })
      }),
  }
  if (!watched.settles) return keeper
  return {
    ...keeper,
    unsettled: (uidValidity) =>
      at(async (work) => (await store.unsettledUids(work, { mailbox, uidValidity })).map(({ uid }) => uid)),
    settled: async (uidValidity, uids) => {
      point('mailbox.before_settled')
      await at((work) => store.settleUids(work, { mailbox, uidValidity, uids }))
      point('mailbox.after_settled')
    },
  }
}

const door = (mailbox: MailboxId): string => `imap:${mailbox}`
const wire = ({ user, authserv_id }: Watched, at: Temporal.Instant | null): Wire => ({
  to: user.includes('@') ? [user] : [], more: 0, protocol: 'IMAP', internal_date: at?.toString() ?? null, authserv_id,
}) // prettier-ignore

async function keepOne(
  work: Work,
  watched: Watched,
  { arrival, raw }: { arrival: Arrival; raw: Buffer },
): Promise<ReceiptId | null> {
  const place = { mailbox: watched.mailbox, uidValidity: arrival.uidValidity, uid: arrival.uid }
  const hash = sha256(raw)
  if ((await store.isHeld(work, place))?.sha256 === hash) {
    await store.advanceMailbox(work, { id: watched.mailbox, ...place })
    return null
  }
  const receipt = newId<'receipt'>(work.now)
  const file = await keepStream(work, { pieces: [raw], size: raw.length, sha256: hash })
  await insertReceipt(work, {
    id: receipt,
    door: door(watched.mailbox),
    entry_point: watched.entry_point,
    file: file.id,
    size: raw.length,
    envelope: wire(watched, arrival.internalDate),
  })
  await store.claimUid(work, { ...place, receipt, sha256: hash })
  await store.advanceMailbox(work, { id: watched.mailbox, ...place })
  work.publish(mailReceived, { receipt_id: receipt, entry_point: watched.entry_point, door: door(watched.mailbox) })
  point('mailbox.before_commit')
  return receipt
}

// The watcher fetches in parts and refuses what is beyond its bound, so this stays bounded too.
async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}
