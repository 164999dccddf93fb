// The moment a mail becomes ours: raw copy and receipt in one commit, then the 250, then reading. One mail to two of our mailboxes is
// two receipts; the same mail to two tenants is kept in each, apart.
import * as brands from '#brands'
import type { TenantId } from '#base/contract'
import { point } from '#base/crash-points'
import { isDiskFull } from '#base/database'
import { keepFile, keepStream } from '#base/files'
import { newId } from '#base/id'
import { log } from '#base/log'
import { inWork, system, type Open, type Work } from '#base/work'
import { mailReceived, type ReceiptId, type Wire } from '../contract.ts'
import type { Filer } from './filer.ts'
import { noRoom, noSuchMailbox, tryLater } from './smtp/answers.ts'
import type { Envelope, Kept, KeptBody } from './smtp/open-door.ts'
import { insertReceipt } from './store/receipt.ts'

const IN_MEMORY = 1_048_576
const MOST_NAMED = 200 // recipients written on a receipt; the raw copy has them all
type Place = { tenant: TenantId; entryPoint: string; address: string }

export function makeKeep(open: Open, filer: Filer): (envelope: Envelope, body: KeptBody) => Promise<Kept> {
  return async (envelope, body) => {
    try {
      const places = await placesFor(open, envelope.rcptTo)
      if (places.length === 0) return { refused: noSuchMailbox(envelope.rcptTo[0] ?? '') }
      const raw = body.length <= IN_MEMORY ? await body.bytes() : null
      const receipts: ReceiptId[] = []
      for (const [tenant, ours] of Map.groupBy(places, (place) => place.tenant)) {
        const kept = await inWork(open, { tenant, actor: system('channels.smtp') }, (work) => keepAll(work, { ours, envelope, body, raw }))
        point('intake.after_commit')
        for (const receipt of kept) filer.take({ tenant, receipt, raw })
        receipts.push(...kept)
      }
      return { receipt: receipts[0]! }
    } catch (error) {
      log.error({ error }, 'a mail could not be kept; the sender was asked to come back')
      return { refused: isDiskFull(error) ? noRoom : tryLater }
    }
  }
}

type Keeping = { ours: Place[]; envelope: Envelope; body: KeptBody; raw: Buffer | null }

async function keepAll(work: Work, { ours, envelope, body, raw }: Keeping): Promise<ReceiptId[]> {
  const file = raw ? await keepFile(work, raw) : await keepStream(work, { pieces: body.stream(), size: body.length, sha256: body.sha256 })
  const door = envelope.protocol.startsWith('LMTP') ? 'lmtp' : 'smtp'
  const made: ReceiptId[] = []
  for (const [entry_point, places] of Map.groupBy(ours, (place) => place.entryPoint)) {
    const id = newId<'receipt'>(work.now)
    await insertReceipt(work, { id, door, entry_point, file: file.id, size: body.length, envelope: wireOf(envelope, places) })
    work.publish(mailReceived, { receipt_id: id, entry_point, door })
    made.push(id)
  }
  point('intake.before_commit')
  return made
}

function wireOf(envelope: Envelope, places: Place[]): Wire {
  const { remote, helo, mailFrom, tls, protocol } = envelope
  const to = places.slice(0, MOST_NAMED).map((place) => place.address)
  return { remote, helo, from: mailFrom, to, more: places.length - to.length, tls, protocol }
}

export async function placesFor(open: Open, addresses: readonly string[]): Promise<Place[]> {
  const found: Place[] = await brands.entryPointsForAddresses(open.database.dispatcher, addresses)
  if (found.length === addresses.length) return found
  const any = await brands.catchAll(open.database.dispatcher)
  if (!any) return found
  const named = new Set(found.map((place) => place.address))
  return [...found, ...addresses.filter((address) => !named.has(address)).map((address) => ({ ...any, address }))]
}
