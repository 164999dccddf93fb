// Turns kept mails into filed ones. Reading happens in the parlour, one mail apart from the other, so that a poisonous one holds up
// nobody; filing happens in small groups of one tenant, one commit for all of them. The receipts themselves are the queue: what is
// in memory here is only a short cut, and whatever a crash takes away is found again by the sweep.
import type { TenantId } from '#base/contract'
import { point } from '#base/crash-points'
import { isAway } from '#base/database'
import { log } from '#base/log'
import { sha256 } from '#base/id'
import { inWork, system, type Open } from '#base/work'
import { readFile } from '#base/files'
import type { ReceiptId, Wire } from '../contract.ts'
import { fileGroup, giveUp, type Understood } from './file.ts'
import type { Parlour } from './reading/understand.ts'
import { makeHands, type Hands } from './room-for.ts'
import { findReceipt, waitingOf } from './store/receipt.ts'
import { openWaitingRoom } from './waiting-room.ts'
import type { Judge } from './judge.ts'

export type Filer = { take(mail: Kept): void; settled(): Promise<void>; stop(): Promise<void> }
export type Kept = { tenant: TenantId; receipt: ReceiptId; raw: Buffer | null; wire?: Wire } // raw and wire: as they were written a moment ago
type Settings = { open: Open; parlour: Parlour; judge: Judge }

const MOST_WAITING = { mails: 5_000, raw_bytes: 64_000_000 } // beyond it a mail waits in the database only
const MOST_IN_HAND_BYTES = 256_000_000
const BYTES_PER_BYTE = 2 // the raw copy, and what was read of it
const MOST_READING = 8
const MOST_TOGETHER = 16
const SWEEP_MILLISECONDS = 2_000
const MOST_TRIES = 3

export function startFiler(settings: Settings): Filer {
  const known = new Set<ReceiptId>() // here already, in whatever state
  const waiting = openWaitingRoom(MOST_WAITING)
  const hands = makeHands(MOST_IN_HAND_BYTES)
  const ready: Understood[] = []
  let reading = 0
  let filing = false
  let stopped = false
  const idle: (() => void)[] = []

  const take = (mail: Kept): void => {
    if (stopped || known.has(mail.receipt) || !waiting.hasRoomFor(mail.tenant)) return
    known.add(mail.receipt)
    waiting.enter(mail)
    advance()
  }
  const nextMail = (): Kept | undefined =>
    reading < MOST_READING && ready.length < 4 * MOST_TOGETHER ? waiting.next() : undefined
  const advance = (): void => {
    for (let next = nextMail(); next; next = nextMail()) void read(next)
    if (!filing && ready.length > 0) void fileReady()
    if (known.size === 0) for (const done of idle.splice(0)) done()
  }
  const read = async (mail: Kept): Promise<void> => {
    reading++
    const understood = await understand(settings, mail, hands).catch((error: Error) => lose(settings.open, mail, error))
    reading--
    if (understood) ready.push(understood)
    else letGo(mail.receipt)
    advance()
  }
  const letGo = (receipt: ReceiptId): void => {
    known.delete(receipt)
    hands.letGo(receipt)
  }
  const fileReady = async (): Promise<void> => {
    filing = true
    const tenant = ready[0]!.tenant
    const group = ready.filter((each) => each.tenant === tenant).slice(0, MOST_TOGETHER)
    for (const each of group) ready.splice(ready.indexOf(each), 1)
    await fileSafely(settings.open, group)
    for (const each of group) letGo(each.receipt)
    filing = false
    advance()
  }
  const sweep = sweeper(settings.open, take)
  return {
    take,
    settled: async () => {
      await sweep.now()
      if (known.size > 0) await new Promise<void>((resolve) => idle.push(resolve))
    },
    stop: async () => {
      stopped = true
      sweep.stop()
      waiting.empty()
      while (filing || reading > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    },
  }
}

async function understand({ open, parlour, judge }: Settings, kept: Kept, hands: Hands): Promise<Understood | undefined> {
  const { tenant, receipt, raw, wire } = kept
  if (raw && wire) await hands.take(receipt, raw.length * BYTES_PER_BYTE)
  const slip = raw && wire ? { bytes: raw, wire } : await lookUp(open, kept, hands)
  if (!slip) return undefined
  const { from, to } = slip.wire
  point('reading.before')
  const [read, verdict] = await Promise.all([
    parlour.read(slip.bytes, { ...(from === undefined ? {} : { mail_from: from }), recipients: to.slice(0, 200) }),
    judge(slip.bytes, slip.wire),
  ])
  point('reading.after')
  return { tenant, receipt, raw: sha256(slip.bytes), reading: read, verdict }
}

async function lookUp(
  open: Open,
  { tenant, receipt, raw }: Kept,
  hands: Hands,
): Promise<{ bytes: Buffer; wire: Wire } | undefined> {
  const as = { tenant, actor: system('channels.filer') }
  const found = await inWork(open, as, (work) => findReceipt(work, receipt))
  if (!found || found.door === 'form' || found.door === 'chat') return undefined // filed by their own
  await hands.take(receipt, found.size * BYTES_PER_BYTE)
  const file = raw ? null : found.file_id
  return { wire: found.envelope, bytes: file ? await inWork(open, as, (work) => readFile(work, file)) : (raw ?? Buffer.alloc(0)) }
}

async function lose(open: Open, mail: Kept, error: Error): Promise<undefined> {
  if (isAway(error))
    log.warn({ error, receipt: mail.receipt }, 'a kept mail could not be fetched for reading; the sweep will bring it back')
  else await setAside(open, mail, error)
}

// Together when all goes well; one by one when something does not, so that one bad mail costs nobody else their place.
async function fileSafely(open: Open, group: Understood[]): Promise<void> {
  try {
    await fileGroup(open, group)
    point('filing.after_commit')
  } catch (error) {
    if (isAway(error)) {
      log.warn({ error }, 'mails could not be filed while the database is away; the sweep will bring them back')
      return
    }
    if (group.length === 1) return await setAside(open, group[0]!, error)
    for (const each of group) await fileSafely(open, [each])
  }
}

async function setAside(open: Open, mail: Pick<Kept, 'tenant' | 'receipt'>, error: unknown): Promise<void> {
  log.error({ error, receipt: mail.receipt }, 'a mail could not be filed')
  await giveUp(open, mail, { most: MOST_TRIES, detail: String(error) }).catch((lost: Error) =>
    log.error({ error: lost, receipt: mail.receipt }, 'not even the tray could be reached; the sweep will bring it back'),
  )
}

function sweeper(open: Open, take: (mail: Kept) => void): { now(): Promise<void>; stop(): void } {
  let after: string | null = null
  const now = async (): Promise<void> => {
    const found = await waitingOf(open.database.dispatcher, { after, most: 1_000 })
    for (const { tenant_id, id } of found) take({ tenant: tenant_id, receipt: id, raw: null })
    after = found.length === 1_000 ? found.at(-1)!.id : null
  }
  const timer = setInterval(
    () => void now().catch((error: Error) => log.warn({ error }, 'the sweep of kept mails failed')),
    SWEEP_MILLISECONDS,
  )
  timer.unref()
  return { now, stop: () => clearInterval(timer) }
}
