// Where mails are written down: raw copy and receipt in one commit, which must be on the disk before anybody says 250.
import { allOf } from '#base/all-of'
import type { TenantId } from '#base/contract'
import { point } from '#base/crash-points'
import { keepFile, keepStream } from '#base/files'
import { newId } from '#base/id'
import { inCompany } from '#base/together'
import { inWork, system, type Open, type Work } from '#base/work'
import { mailReceived, type ReceiptId, type Wire } from '../contract.ts'
import type { Place } from './intake.ts'
import type { Envelope, KeptBody } from './smtp/open-door.ts'
import { insertReceipt } from './store/receipt.ts'

const MOST_NAMED = 200 // recipients written on a receipt; the raw copy has them all

export type Slip = { id: ReceiptId; wire: Wire }
export type Keeping = { ours: Place[]; envelope: Envelope; body: KeptBody; raw: Buffer | null }

// A large mail goes alone; small ones in company, and no 250 before their common commit.
export function openCounter(open: Open) {
  const together = inCompany(open)
  return {
    keep: (tenant: TenantId, mail: Keeping): Promise<Slip[]> => {
      const as = { tenant, actor: system('channels.smtp') }
      const keep = (work: Work): Promise<Slip[]> => keepOne(work, mail)
      return mail.raw === null ? inWork(open, as, keep) : together(as, keep)
    },
  }
}

async function keepOne(work: Work, { ours, envelope, body, raw }: Keeping): Promise<Slip[]> {
  const file = newId(work.now)
  const kept = raw
    ? keepFile(work, raw, file)
    : keepStream(work, { pieces: body.stream(), size: body.length, sha256: body.sha256 }, file)
  if (!raw) await kept // its row is written before what names it; a small one's statements are sent in that order anyway
  const door = envelope.protocol.startsWith('LMTP') ? 'lmtp' : 'smtp'
  const slips = [...Map.groupBy(ours, (place) => place.entryPoint)].map(([entry_point, places]) => ({
    id: newId<'receipt'>(work.now), entry_point, wire: wireOf(envelope, places),
  })) // prettier-ignore
  const written = slips.map(({ id, entry_point, wire }) =>
    insertReceipt(work, { id, door, entry_point, file, size: body.length, envelope: wire }),
  )
  for (const { id, entry_point } of slips) work.publish(mailReceived, { receipt_id: id, entry_point, door })
  await allOf<unknown>([kept, ...written])
  point('intake.before_commit')
  return slips
}

function wireOf(envelope: Envelope, places: Place[]): Wire {
  const { remote, helo, mailFrom, tls, protocol } = envelope
  const to = places.slice(0, MOST_NAMED).map((place) => place.address)
  return { remote, helo, from: mailFrom, to, more: places.length - to.length, tls, protocol }
}
