// Files understood mails: the same mail once per entry point, in the case it answers or a new one, everything in one transaction.
import * as cases from '#cases'
import type { TenantId } from '#base/contract'
import { point } from '#base/crash-points'
import { keepFile } from '#base/files'
import { hashToken } from '#base/id'
import { inWork, system, type Open, type Work } from '#base/work'
import type { Arrival, Filed } from '#cases/contract'
import { mailInTray, type ReceiptId } from '../contract.ts'
import type { Verdict } from './judge.ts'
import type { ReadMail, Reading } from './reading/shapes.ts'
import { fingerprint } from './rules/fingerprint.ts'
import { toArrival } from './rules/to-arrival.ts'
import { findTokens } from './store/sent.ts'
import { insertHeard } from './store/thread.ts'
import * as store from './store/receipt.ts'
import type { Waiting } from './store/receipt.ts'

export type Understood = { tenant: TenantId; receipt: ReceiptId; reading: Reading; verdict: Verdict }
type Readable = Understood & { mail: ReadMail; print: Buffer }

export async function fileGroup(open: Open, group: readonly Understood[]): Promise<void> {
  await inWork(open, { tenant: group[0]!.tenant, actor: system('channels.email') }, async (work) => {
    const readable = group.flatMap((each): Readable[] =>
      each.reading.ok ? [{ ...each, mail: each.reading.mail, print: fingerprint(each.reading.mail) }] : [],
    )
    const [, held] = await Promise.all([
      store.lockFingerprints(work, readable.map((each) => each.print)),
      store.lockWaiting(work, group.map((each) => each.receipt)),
    ])
    const slips = new Map(held.map((slip) => [slip.id, slip]))
    for (const each of group) {
      const slip = slips.get(each.receipt)
      if (!slip) continue // another filer had it
      if (!each.reading.ok) await toTray(work, each.receipt, { why: each.reading.why, detail: each.reading.detail })
      else await fileOne(work, slip, readable.find((found) => found.receipt === each.receipt)!)
    }
    point('filing.before_commit')
  })
}

async function toTray(work: Work, receipt: ReceiptId, reason: { why: string; detail: string }): Promise<void> {
  await store.putInTray(work, { id: receipt, ...reason })
  work.publish(mailInTray, { receipt_id: receipt, why: reason.why })
}

async function fileOne(work: Work, slip: Waiting, { mail, print, verdict }: Readable): Promise<void> {
  const entry_point = slip.entry_point_id
  const before = await store.findFingerprint(work, { entry_point, hash: print })
  if (before) return void (await store.recordFiled(work, { id: slip.id, interaction: before.interaction_id, again: true }))
  const [thread, attachments] = await Promise.all([threadOf(work, mail), keepAttachments(work, mail)])
  const arrival = toArrival({ slip, mail, verdict, answers: thread.conversation, bounced: thread.interaction, attachments })
  const filed = await cases.receive(work, arrival)
  point('filing.before_fingerprint')
  await Promise.all([
    store.insertFingerprint(work, { entry_point, hash: print, interaction: filed.interaction }),
    store.recordFiled(work, { id: slip.id, interaction: filed.interaction, again: filed.again }),
    insertHeard(work, { filed, message_id: mail.message_id, sent_to: slip.envelope.to[0] ?? null }),
  ])
  point('filing.after_fingerprint')
  await tellOfBounce(work, mail, { filed, interaction: thread.interaction })
}

// Ours are the only words that join a mail to a case: what an answer quotes of our Message-IDs and reply addresses.
async function threadOf(work: Work, mail: ReadMail): Promise<{ conversation: Arrival['answers']; interaction: Filed['interaction'] | null }> {
  const quoted = mail.bounce ? [mail.bounce.original_message_id, ...mail.bounce.original_tags] : []
  const words = [...mail.tags, ...mail.references.toReversed(), ...quoted].filter((word) => word !== null).slice(0, 200)
  if (words.length === 0) return { conversation: null, interaction: null }
  const hashes = words.map((word) => hashToken(word.toLowerCase()))
  const found = await findTokens(work, hashes)
  const first = hashes.map((hash) => found.find((token) => token.hash.equals(hash))).find((token) => token !== undefined)
  const interaction = found.find((token) => token.interaction_id !== null)?.interaction_id ?? null
  return { conversation: first?.conversation_id ?? null, interaction: mail.bounce ? interaction : null }
}

async function keepAttachments(work: Work, mail: ReadMail): Promise<Arrival['attachments']> {
  const kept: Arrival['attachments'] = []
  for (const { name, type, size, inline, content_id, bytes } of mail.attachments)
    kept.push({ name: name ?? '', type, size, inline, content_id: content_id?.slice(0, 500) ?? null, file: (await keepFile(work, bytes)).id })
  return kept
}

type Bounced = { filed: Filed; interaction: Filed['interaction'] | null }

async function tellOfBounce(work: Work, mail: ReadMail, { filed, interaction }: Bounced): Promise<void> {
  const lost = mail.bounce?.recipients.filter((recipient) => recipient.permanent) ?? []
  if (filed.again || !interaction || lost.length === 0) return
  await cases.bounced(work, interaction, lost.map(({ address, status, reason }) => `${address}: ${status ?? reason}`).join('; '))
}

export async function giveUp(open: Open, { tenant, receipt }: Understood, limit: { most: number; detail: string }): Promise<void> {
  await inWork(open, { tenant, actor: system('channels.email') }, async (work) => {
    const [slip] = await store.lockWaiting(work, [receipt])
    if (!slip) return
    await store.countAttempt(work, receipt)
    if (slip.attempts + 1 >= limit.most) await toTray(work, receipt, { why: 'not_filed', detail: limit.detail })
  })
}
